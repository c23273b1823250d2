package cn.lianxin.equality;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.vault.Aliases;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers in words, as far as somebody may see them by the rule of the concern room, and without any case of which a reading is
 * written down: nobody is shown one here, so nobody has read it.
 */
@Component
class Answers {

    private final JdbcClient database;
    private final Aliases aliases;

    Answers(JdbcClient database, Aliases aliases) {
        this.database = database;
        this.aliases = aliases;
    }

    /** The newest first. */
    List<Answer> between(Instant from, Instant until, UnitId below, Actor.Member reader) {
        return database.sql("""
                select a.number, a.unit, a.matter, a.title, a.title || E'\n' || a.words as asked, a.answer
                from concern.answer_in_words a
                join organization.unit_line l on l.unit = a.unit and l.above = :below
                where a.at >= :from and a.at < :until
                  and a.concern in (select v.id from concern.case_seen_by(:person, :alias, :desk, :handle, :lead, :supervise,
                          :absent, :ownDesk, :ownHandle, :ownLead, :ownSupervise) v)
                order by a.at desc, a.concern desc
                """)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("below", below.value())
                .params(scope(reader))
                .query((row, _) -> new Answer(
                        row.getString("number"),
                        new UnitId(row.getLong("unit")),
                        row.getString("matter"),
                        row.getString("title"),
                        row.getString("asked"),
                        row.getString("answer")))
                .list();
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
