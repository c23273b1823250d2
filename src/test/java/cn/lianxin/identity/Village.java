package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Units and people of its own for each test, written as the organization keeps them. */
@Component
class Village {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private final JdbcClient jdbc;
    private final RoleGrants grants;
    private final Today today;

    Village(JdbcClient jdbc, RoleGrants grants, Today today) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.today = today;
    }

    UnitId mine() {
        return unit("MINE", Optional.empty());
    }

    UnitId district(UnitId parent) {
        return unit("DISTRICT", Optional.of(parent));
    }

    PersonId worker(UnitId unit) {
        var number = NUMBERS.incrementAndGet();
        var person = jdbc.sql("""
                insert into organization.person (staff_number, name, employment)
                values (:number, :name, 'OWN') returning id
                """)
                .param("number", "V" + number)
                .param("name", "矿工" + number)
                .query(Long.class)
                .single();
        var post = jdbc.sql("""
                insert into organization.post (unit, title) values (:unit, :title) returning id
                """)
                .param("unit", unit.value())
                .param("title", "采煤工" + number)
                .query(Long.class)
                .single();
        jdbc.sql("insert into organization.appointment (person, post, from_date) values (:person, :post, :from)")
                .param("person", person)
                .param("post", post)
                .param("from", today.date().minusYears(1))
                .update();
        return new PersonId(person);
    }

    /** A worker of the unit with this role in it since a month ago. */
    PersonId holder(Role role, UnitId unit) {
        var person = worker(unit);
        give(person, role, unit, today.date().minusMonths(1));
        return person;
    }

    void give(PersonId person, Role role, UnitId unit, LocalDate from) {
        grants.add(person, role, unit, from, Optional.empty(), Optional.empty());
    }

    void leave(PersonId person) {
        jdbc.sql("update organization.person set left_on = :today where id = :person")
                .param("today", today.date())
                .param("person", person.value())
                .update();
    }

    String staffNumber(PersonId person) {
        return jdbc.sql("select staff_number from organization.person where id = :person")
                .param("person", person.value())
                .query(String.class)
                .single();
    }

    private UnitId unit(String kind, Optional<UnitId> parent) {
        var number = NUMBERS.incrementAndGet();
        var unit = jdbc.sql("""
                insert into organization.unit (code, parent, kind, name, short_name, valid_from)
                values (:code, cast(:parent as bigint), :kind, :name, :name, :from) returning id
                """)
                .param("code", "V" + number)
                .param("parent", parent.map(UnitId::value).orElse(null))
                .param("kind", kind)
                .param("name", "村" + number)
                .param("from", today.date().minusYears(1))
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into organization.line (unit, above, distance)
                select :unit, :unit, 0
                union all
                select :unit, line.above, line.distance + 1 from organization.line line
                where line.unit = cast(:parent as bigint)
                """)
                .param("unit", unit)
                .param("parent", parent.map(UnitId::value).orElse(null))
                .update();
        return new UnitId(unit);
    }
}
