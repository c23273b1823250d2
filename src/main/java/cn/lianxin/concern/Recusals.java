package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of who is named and who stepped back; who is excluded thereby is one view of the database. */
@Component
class Recusals {

    private final JdbcClient database;

    Recusals(JdbcClient database) {
        this.database = database;
    }

    /** Whether anybody is named in it or has stepped back. */
    boolean any(long concern) {
        return database.sql("""
                        select exists (select 1 from concern.named n where n.concern = :concern and n.live)
                            or exists (select 1 from concern.stepped_back b where b.concern = :concern)
                        """).param("concern", concern).query(Boolean.class).single();
    }

    boolean namesAnybody(long concern) {
        return !named(concern).isEmpty();
    }

    /** Whoever is named now, in the order of naming. */
    Subjects named(long concern) {
        var people = database.sql(
                        "select person from concern.named where concern = :concern and live and person is not null order by id")
                .param("concern", concern)
                .query((row, _) -> new PersonId(row.getLong("person")))
                .list();
        var units = database.sql(
                        "select unit from concern.named where concern = :concern and live and unit is not null order by id")
                .param("concern", concern)
                .query((row, _) -> new UnitId(row.getLong("unit")))
                .list();
        return new Subjects(people, units);
    }

    void name(long concern, Subjects about) {
        database.sql("insert into concern.named (concern, person) select :concern, unnest(cast(:people as bigint[]))")
                .param("concern", concern)
                .param("people", people(about.people()))
                .update();
        database.sql("insert into concern.named (concern, unit) select :concern, unnest(cast(:units as bigint[]))")
                .param("concern", concern)
                .param("units", units(about.units()))
                .update();
    }

    void withdraw(long concern, Subjects about) {
        database.sql("""
                update concern.named set live = false
                where concern = :concern and live and (person = any (:people) or unit = any (:units))
                """)
                .param("concern", concern)
                .param("people", people(about.people()))
                .param("units", units(about.units()))
                .update();
    }

    void stepBack(long concern, PersonId person) {
        database.sql(
                        "insert into concern.stepped_back (concern, person) values (:concern, :person) on conflict do nothing")
                .param("concern", concern)
                .param("person", person.value())
                .update();
    }

    /** A part that was split off is closed to the same people as the whole. */
    void copy(long whole, long part) {
        name(part, named(whole));
        database.sql("""
                insert into concern.stepped_back (concern, person)
                select :part, b.person from concern.stepped_back b where b.concern = :whole
                """).param("part", part).param("whole", whole).update();
    }

    /** Everybody who may not see it, whatever else he may. */
    Set<PersonId> excluded(long concern) {
        return new HashSet<>(database.sql("select x.person from concern.excluded x where x.concern = :concern")
                .param("concern", concern)
                .query((row, _) -> new PersonId(row.getLong("person")))
                .list());
    }

    boolean excludes(long concern, Collection<PersonId> any) {
        return database.sql("""
                        select exists (
                            select 1 from concern.excluded x where x.concern = :concern and x.person = any (:people))
                        """)
                .param("concern", concern)
                .param("people", people(any))
                .query(Boolean.class)
                .single();
    }

    /** Those that are not over, in which somebody is named or stepped back, and where this person is named or the owner. */
    List<Long> touchedBy(PersonId person) {
        return open(
                "c.owner_person = :person or exists (select 1 from concern.named n"
                        + " where n.concern = c.id and n.live and n.person = :person)",
                person.value());
    }

    /** Those that are not over, in which somebody is named or stepped back. */
    List<Long> open() {
        return open("true", 0);
    }

    /** Those whose owner may not see them any more, or in which somebody named has got a post or role elsewhere. */
    List<Long> unsettled() {
        return open("""
                exists (select 1 from concern.excluded x where x.concern = c.id and x.person = c.owner_person)
                or exists (
                    select 1 from concern.named n
                    join concern.place_of_person p on p.person = n.person
                    where n.concern = c.id and n.live
                      and not exists (
                          select 1 from concern.closed_unit u
                          join organization.unit_line l on l.above = u.unit and l.unit = p.unit
                          where u.named = n.id))
                """, 0);
    }

    private List<Long> open(String which, long person) {
        return database.sql("""
                        select c.id from concern.concern c
                        where not c.over
                          and (exists (select 1 from concern.named n where n.concern = c.id and n.live)
                               or exists (select 1 from concern.stepped_back b where b.concern = c.id))
                          and (""" + which + ") order by c.id")
                .param("person", person)
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    private static Long[] people(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(Long[]::new);
    }

    private static Long[] units(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(Long[]::new);
    }
}
