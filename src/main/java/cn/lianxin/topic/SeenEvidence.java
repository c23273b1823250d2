package cn.lianxin.topic;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.vault.Aliases;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of an alarm somebody may see: only what is heard still, and what he sees among the concerns. */
@Component
class SeenEvidence {

    record Seen(long alarm, long concern, String number, String title, String words, Instant filedAt, long unit) {}

    private static final String SEEN_BY = """
            concern.case_seen_by(:person, :alias, :desk, :handle, :lead, :supervise,
                                 :absent, :ownDesk, :ownHandle, :ownLead, :ownSupervise)""";

    private final JdbcClient database;
    private final Aliases aliases;

    SeenEvidence(JdbcClient database, Aliases aliases) {
        this.database = database;
        this.aliases = aliases;
    }

    List<Seen> of(List<Long> alarms, Actor.Member actor) {
        return database.sql("""
                select e.alarm, h.id, h.number, h.title, h.words, h.filed_at, h.unit
                from topic.evidence e
                join concern.heard_case h on h.id = e.concern
                where e.alarm = any (:alarms) and h.id in (select v.id from %s v)
                order by h.filed_at, h.id
                """.formatted(SEEN_BY))
                .param("alarms", alarms.toArray(Long[]::new))
                .params(scope(actor))
                .query((row, _) -> new Seen(
                        row.getLong("alarm"),
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("words"),
                        row.getTimestamp("filed_at").toInstant(),
                        row.getLong("unit")))
                .list();
    }

    /** Those at the desk of the mine or supervising it, at the mine itself or else the nearest above. */
    List<PersonId> answerFor(long mine) {
        return database.sql("""
                select distinct h.person
                from identity.role_holder h
                join organization.person_card p on p.id = h.person and p.left_on is null
                where h.role in ('DESK_OFFICER', 'SUPERVISOR')
                  and h.unit in (select l.above from organization.unit_line l where l.unit = :mine)
                  and not exists (
                      select 1 from identity.role_holder n
                      join organization.unit_line nearer on nearer.above = h.unit and nearer.unit = n.unit and n.unit <> h.unit
                      join organization.unit_line l on l.above = n.unit and l.unit = :mine
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

    private Map<String, Object> scope(Actor.Member actor) {
        var own = actor.onHisOwn();
        return Map.ofEntries(
                Map.entry("person", actor.person().value()),
                Map.entry("alias", aliases.of(actor.person())),
                Map.entry("desk", units(actor, Role.DESK_OFFICER)),
                Map.entry("handle", units(actor, Role.HANDLER)),
                Map.entry("lead", units(actor, Role.UNIT_LEADER)),
                Map.entry("supervise", units(actor, Role.SUPERVISOR)),
                Map.entry(
                        "absent",
                        actor.standingIn().stream()
                                .map(standIn -> standIn.person().value())
                                .toArray(Long[]::new)),
                Map.entry("ownDesk", units(own, Role.DESK_OFFICER)),
                Map.entry("ownHandle", units(own, Role.HANDLER)),
                Map.entry("ownLead", units(own, Role.UNIT_LEADER)),
                Map.entry("ownSupervise", units(own, Role.SUPERVISOR)));
    }

    private static Long[] units(Actor actor, Role role) {
        return actor.unitsAs(role).stream().map(UnitId::value).toArray(Long[]::new);
    }
}
