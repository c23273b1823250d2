package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deputies on record. */
@Component
class Deputies {

    private final JdbcClient jdbc;
    private final CurrentDay today;

    Deputies(JdbcClient jdbc, CurrentDay today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    void add(PersonId person, PersonId deputy, LocalDate from, LocalDate until, String reason) {
        jdbc.sql("""
                insert into identity.deputy (person, deputy, from_date, until_date, reason)
                values (:person, :deputy, :from, :until, :reason)
                """)
                .param("person", person.value())
                .param("deputy", deputy.value())
                .param("from", from)
                .param("until", until)
                .param("reason", reason)
                .update();
    }

    /** Who stands in for him, now or later. */
    List<Deputy> actingFor(PersonId person) {
        return open("deputy.person = :person", person);
    }

    /** For whom he stands in, now or later. */
    List<Deputy> whereActing(PersonId person) {
        return open("deputy.deputy = :person", person);
    }

    void end(long id, Instant at) {
        jdbc.sql("update identity.deputy set ended_at = :at where id = :id and ended_at is null")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private List<Deputy> open(String whose, PersonId person) {
        return jdbc.sql("""
                select deputy.id, deputy.person, absent.name as person_name, deputy.deputy, acting.name as deputy_name,
                       deputy.from_date, deputy.until_date, deputy.reason
                from identity.deputy deputy
                join organization.person_card absent on absent.id = deputy.person
                join organization.person_card acting on acting.id = deputy.deputy
                where %s and deputy.ended_at is null and deputy.until_date >= :today
                order by deputy.from_date, deputy.id
                """.formatted(whose))
                .param("person", person.value())
                .param("today", today.date())
                .query(Deputies::row)
                .list();
    }

    private static Deputy row(ResultSet row, int number) throws SQLException {
        return new Deputy(
                row.getLong("id"),
                new PersonId(row.getLong("person")),
                row.getString("person_name"),
                new PersonId(row.getLong("deputy")),
                row.getString("deputy_name"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("until_date", LocalDate.class),
                row.getString("reason"));
    }
}
