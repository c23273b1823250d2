package cn.lianxin.scim;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many left by pushes on a day, of how many, and how many an administrator lets go. */
@Component
class LeavingDays {

    /** @param left by pushes that day */
    record Known(int people, int left, Optional<Integer> permitted) {}

    /** A unit where somebody is kept from leaving. */
    record Waiting(UnitId unit, List<PersonId> people) {
        Waiting {
            people = List.copyOf(people);
        }
    }

    private final JdbcClient jdbc;

    LeavingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The units whose leavers are counted, from the top down, so that two pushes wait for each other in one order. */
    List<UnitId> guarded(UnitId works, Collection<UnitId> reach) {
        return jdbc.sql("""
                        select l.above
                        from organization.unit_line l
                        join organization.unit_card c on c.id = l.above
                        where l.unit = :works
                          and (c.id = any(:reach) or c.kind in ('GROUP', 'COMPANY', 'MINE'))
                          and exists (select 1 from organization.unit_line r where r.unit = l.above and r.above = any(:reach))
                        order by l.distance desc
                        """)
                .param("works", works.value())
                .param("reach", keys(reach))
                .query((row, _) -> new UnitId(row.getLong("above")))
                .list();
    }

    /** Nobody else leaves the unit by a push until this transaction is over. */
    Known lock(UnitId unit, LocalDate day) {
        begin(unit, day);
        return known(unit, day, " for update of d");
    }

    Known known(UnitId unit, LocalDate day) {
        return known(unit, day, "");
    }

    private Known known(UnitId unit, LocalDate day, String locking) {
        var row = jdbc.sql("select d.people, d.permitted from scim.leaving_day d where d.unit = :unit and d.day = :day"
                        + locking)
                .param("unit", unit.value())
                .param("day", day)
                .query((found, _) -> new Known(
                        found.getInt("people"), 0, Optional.ofNullable(found.getObject("permitted", Integer.class))))
                .single();
        return new Known(row.people(), leftOn(unit, day), row.permitted());
    }

    private int leftOn(UnitId unit, LocalDate day) {
        return jdbc.sql("""
                        select count(*)
                        from scim.departure d
                        where d.day = :day
                          and exists (select 1 from organization.unit_line l where l.unit = d.unit and l.above = :unit)
                        """)
                .param("day", day)
                .param("unit", unit.value())
                .query(Integer.class)
                .single();
    }

    /** Counts the unit's people, once a day. */
    private void begin(UnitId unit, LocalDate day) {
        var begun = jdbc.sql("select exists (select 1 from scim.leaving_day where unit = :unit and day = :day)")
                .param("unit", unit.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
        if (!begun) {
            jdbc.sql("""
                            insert into scim.leaving_day (unit, day, people)
                            select :unit, :day, count(*)
                            from organization.person_card p
                            join organization.unit_line l on l.unit = p.unit and l.above = :unit
                            where p.left_on is null
                            on conflict do nothing
                            """).param("unit", unit.value()).param("day", day).update();
        }
    }

    void left(PersonId person, UnitId unit, LocalDate day, long application, Instant at) {
        jdbc.sql("""
                        insert into scim.departure (person, unit, day, application, at)
                        values (:person, :unit, :day, :application, :at)
                        on conflict do nothing
                        """)
                .param("person", person.value())
                .param("unit", unit.value())
                .param("day", day)
                .param("application", application)
                .param("at", Timestamp.from(at))
                .update();
    }

    void cameBack(PersonId person, LocalDate day) {
        jdbc.sql("delete from scim.departure where person = :person and day = :day")
                .param("person", person.value())
                .param("day", day)
                .update();
    }

    void stopped(PersonId person, UnitId unit, LocalDate day, long application, Instant at) {
        begin(unit, day);
        jdbc.sql("""
                        insert into scim.stopped (person, unit, day, application, at)
                        values (:person, :unit, :day, :application, :at)
                        on conflict do nothing
                        """)
                .param("person", person.value())
                .param("unit", unit.value())
                .param("day", day)
                .param("application", application)
                .param("at", Timestamp.from(at))
                .update();
    }

    void permit(UnitId unit, LocalDate day, int most, String reason, PersonId by, Instant at) {
        jdbc.sql("""
                        update scim.leaving_day
                        set permitted = :most, reason = :reason, permitted_by = :by, permitted_at = :at
                        where unit = :unit and day = :day
                        """)
                .param("most", most)
                .param("reason", reason)
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .param("unit", unit.value())
                .param("day", day)
                .update();
    }

    /** Who is still kept from leaving on that day, in these units and below. */
    List<Waiting> waiting(Collection<UnitId> reach, LocalDate day) {
        record Row(UnitId unit, PersonId person) {}
        var rows = jdbc.sql("""
                        select s.unit, s.person
                        from scim.stopped s
                        join organization.person_card p on p.id = s.person and p.left_on is null
                        where s.day = :day
                          and exists (select 1 from organization.unit_line l where l.unit = s.unit and l.above = any(:reach))
                        order by s.unit, s.at, s.person
                        """)
                .param("day", day)
                .param("reach", keys(reach))
                .query((row, _) -> new Row(new UnitId(row.getLong("unit")), new PersonId(row.getLong("person"))))
                .list();
        return rows.stream()
                .map(Row::unit)
                .distinct()
                .map(unit -> new Waiting(
                        unit,
                        rows.stream()
                                .filter(row -> row.unit().equals(unit))
                                .map(Row::person)
                                .toList()))
                .toList();
    }

    private static Long[] keys(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(Long[]::new);
    }
}
