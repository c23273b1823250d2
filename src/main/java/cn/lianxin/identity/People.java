package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the organization publishes about people, as far as accounts need it. */
@Component
class People {

    record Person(PersonId id, String staffNumber, String name, Optional<UnitId> unit, boolean hasLeft) {}

    private final JdbcClient jdbc;
    private final Today today;

    People(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    LocalDate today() {
        return today.date();
    }

    Person get(PersonId person) {
        return jdbc.sql("""
                select id, staff_number, name, unit, coalesce(left_on <= :today, false) as has_left
                from organization.person_card
                where id = :person
                """)
                .param("person", person.value())
                .param("today", today.date())
                .query(People::row)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** By the number as typed; telephones like to begin with a capital letter, so its case does not matter. */
    Optional<Person> withStaffNumber(String typed) {
        return jdbc.sql("""
                select id, staff_number, name, unit, coalesce(left_on <= :today, false) as has_left
                from organization.person_card
                where staff_number in (:typed, :lower, :upper)
                order by staff_number = :typed desc, staff_number
                limit 1
                """)
                .param("typed", typed)
                .param("lower", typed.toLowerCase(Locale.ROOT))
                .param("upper", typed.toUpperCase(Locale.ROOT))
                .param("today", today.date())
                .query(People::row)
                .optional();
    }

    private static Person row(ResultSet row, int number) throws SQLException {
        var unit = row.getObject("unit", Long.class);
        return new Person(
                new PersonId(row.getLong("id")),
                row.getString("staff_number"),
                row.getString("name"),
                Optional.ofNullable(unit).map(UnitId::new),
                row.getBoolean("has_left"));
    }
}
