package cn.lianxin.equality;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.vault.ActorParameters;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers in words, as far as somebody may see them by the rule of the concern room, and without any case of which a reading is
 * written down: nobody is shown one here, so nobody has read it.
 */
@Component
class Answers {

    private final JdbcClient database;
    private final ActorParameters parameters;

    Answers(JdbcClient database, ActorParameters parameters) {
        this.database = database;
        this.parameters = parameters;
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
                .params(parameters.of(reader))
                .query((row, _) -> new Answer(
                        row.getString("number"),
                        new UnitId(row.getLong("unit")),
                        row.getString("matter"),
                        row.getString("title"),
                        row.getString("asked"),
                        row.getString("answer")))
                .list();
    }
}
