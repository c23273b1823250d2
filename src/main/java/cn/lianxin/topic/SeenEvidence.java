package cn.lianxin.topic;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.vault.ActorParameters;
import cn.lianxin.platform.vault.Aliases;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of an alarm somebody may see: only what is heard still, and what he sees among the concerns. */
@Component
class SeenEvidence {

    /** @param problem before which it lies; whoever sees a concern sees its problem */
    record Seen(
            long alarm,
            long concern,
            String number,
            String title,
            String words,
            Instant filedAt,
            UnitId unit,
            Optional<Before> problem) {}

    /** @param closed whether nothing more is laid to it */
    record Before(String number, String title, boolean closed) {

        public String address() {
            return "/problems/" + number;
        }
    }

    private static final String SEEN_BY = """
            concern.case_seen_by(:person, :alias, :desk, :handle, :lead, :supervise,
                                 :absent, :ownDesk, :ownHandle, :ownLead, :ownSupervise)""";

    private final JdbcClient database;
    private final ActorParameters parameters;
    private final Aliases aliases;

    SeenEvidence(JdbcClient database, ActorParameters parameters, Aliases aliases) {
        this.database = database;
        this.parameters = parameters;
        this.aliases = aliases;
    }

    /** In the order in which they were filed. */
    List<Seen> of(List<Long> alarms, Actor.Member actor) {
        return database.sql("""
                select e.alarm, h.id, h.number, h.title, h.words, h.filed_at, h.unit,
                    l.number as problem, l.title as problem_title, l.closed
                from topic.evidence e
                join concern.heard_case h on h.id = e.concern
                left join problem.laid_case l on l.concern = h.id
                where e.alarm = any (:alarms) and h.id in (select v.id from %s v)
                order by h.filed_at, h.id
                """.formatted(SEEN_BY))
                .param("alarms", alarms.toArray(Long[]::new))
                .params(parameters.of(actor))
                .query((row, _) -> new Seen(
                        row.getLong("alarm"),
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("words"),
                        row.getTimestamp("filed_at").toInstant(),
                        new UnitId(row.getLong("unit")),
                        before(row)))
                .list();
    }

    private static Optional<Before> before(ResultSet row) throws SQLException {
        @Nullable String number = row.getString("problem");
        return number == null
                ? Optional.empty()
                : Optional.of(new Before(number, row.getString("problem_title"), row.getBoolean("closed")));
    }

    /** Those at the desk of the mine or supervising it, at the mine itself or else the nearest above. */
    List<PersonId> answerFor(long mine) {
        return database.sql("""
                with present as (
                    select h.person, h.role, h.unit
                    from identity.role_holder h
                    join organization.person_card p on p.id = h.person and p.left_on is null
                    where h.role in ('DESK_OFFICER', 'SUPERVISOR')
                      and h.unit in (select l.above from organization.unit_line l where l.unit = :mine))
                select distinct h.person
                from present h
                where not exists (
                    select 1 from present n
                    join organization.unit_line nearer on nearer.above = h.unit and nearer.unit = n.unit and n.unit <> h.unit
                    where n.role = h.role)
                order by h.person
                """)
                .param("mine", mine)
                .query((row, _) -> new PersonId(row.getLong("person")))
                .list();
    }

    /** How many of the evidence he sees by the roles that are his own. */
    int countFor(long alarm, PersonId person) {
        return database.sql("""
                with own as (select
                    coalesce(array_agg(h.unit) filter (where h.role = 'DESK_OFFICER'), '{}') as desk,
                    coalesce(array_agg(h.unit) filter (where h.role = 'HANDLER'), '{}') as handle,
                    coalesce(array_agg(h.unit) filter (where h.role = 'UNIT_LEADER'), '{}') as lead,
                    coalesce(array_agg(h.unit) filter (where h.role = 'SUPERVISOR'), '{}') as supervise
                    from identity.role_holder h where h.person = :person)
                select count(*) from own, topic.evidence e join concern.heard_case h on h.id = e.concern
                where e.alarm = :alarm
                  and h.id in (select v.id from concern.case_seen_by(:person, :alias, own.desk, own.handle, own.lead,
                          own.supervise, '{}', own.desk, own.handle, own.lead, own.supervise) v)
                """)
                .param("alarm", alarm)
                .param("person", person.value())
                .param("alias", aliases.of(person))
                .query(Integer.class)
                .single();
    }
}
