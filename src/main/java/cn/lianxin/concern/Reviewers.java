package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may sign how a concern ends: by roles of their own, from outside of the line, and never having touched it. */
@Component
class Reviewers {

    private record Candidate(PersonId person, int distance) {}

    private final JdbcClient database;

    Reviewers(JdbcClient database) {
        this.database = database;
    }

    /** Those nearest to it; the others would be told of too much. */
    List<PersonId> nearestTo(Concern concern) {
        var all = candidates(concern);
        return all.stream()
                .filter(one -> one.distance() == all.getFirst().distance())
                .map(Candidate::person)
                .toList();
    }

    /** Refused as {@code nobody-outside}: what nobody could sign would lie until it is late. */
    void mustBeSomeFor(Concern concern, PersonId author) {
        if (candidates(concern).stream().map(Candidate::person).allMatch(author::equals)) {
            throw new Refusal.Conflict("nobody-outside");
        }
    }

    private List<Candidate> candidates(Concern concern) {
        return database.sql("""
                select h.person, min(l.distance) as distance
                from concern.concern c
                join organization.unit_line l on l.unit in (c.desk_unit, c.lead_unit)
                join identity.role_holder h on h.unit = l.above and h.role = 'SUPERVISOR'
                join organization.person_card p on p.id = h.person and p.left_on is null
                where c.id = :concern
                  and h.person is distinct from cast(:reporter as bigint) and h.person is distinct from c.clerk
                  and concern.stands_outside(h.person, c.desk_unit, c.lead_unit, c.assisting)
                  and not exists (select 1 from concern.excluded x where x.concern = c.id and x.person = h.person)
                  and not exists (select 1 from concern.step s where s.concern = c.id and s.by_person = h.person)
                group by h.person
                order by distance, h.person
                """)
                .param("concern", concern.id())
                .param(
                        "reporter",
                        concern.filing().reporter().known().map(PersonId::value).orElse(null))
                .query((row, _) -> new Candidate(new PersonId(row.getLong("person")), row.getInt("distance")))
                .list();
    }
}
