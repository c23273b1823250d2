package cn.lianxin.platform.retention;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Concerns of which nothing goes while proceedings need them; placed and lifted by supervisors, with a reason, on record. */
@Component
class Holds {

    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 200;

    /** @param number of the concern */
    record Hold(String number, String reason, Instant since) {}

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Holds(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    List<Hold> standing() {
        return sql.sql(
                        "select number, reason, since from retention.hold where lifted_at is null order by since, number")
                .query((row, _) -> new Hold(
                        row.getString("number"),
                        row.getString("reason"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** A number that nobody bears holds nothing, and says nothing about what there is. */
    @Transactional
    void place(String typedNumber, String typedReason, Actor by) {
        mustSupervise(by);
        var number = PlainText.line(typedNumber);
        var reason = PlainText.line(typedReason);
        if (!number.matches("[0-9]{4}-[0-9]{4}-[0-9]{4}")) {
            throw new Refusal.Violation("number", "hold-number");
        }
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw new Refusal.Violation("reason", "term-reason");
        }
        var placed = sql.sql("""
                insert into retention.hold (number, reason, since, placed_by)
                select :number, :reason, :now, :by
                where not exists (select 1 from retention.hold where number = :number and lifted_at is null)
                """)
                .param("number", number)
                .param("reason", reason)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by instanceof Actor.Member member ? member.person().value() : 0)
                .update();
        if (placed > 0) {
            events.publishEvent(new Retained.Held("concern:" + number, reason, by));
        }
    }

    @Transactional
    void lift(String number, Actor by) {
        mustSupervise(by);
        var lifted = sql.sql("""
                update retention.hold set lifted_at = :now where number = :number and lifted_at is null
                """)
                .param("number", number)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (lifted == 0) {
            throw new Refusal.NotFound();
        }
        events.publishEvent(new Retained.Released("concern:" + number, by));
    }

    static boolean places(Actor by) {
        return by.is(Role.SUPERVISOR);
    }

    private static void mustSupervise(Actor by) {
        if (!places(by)) {
            throw new Refusal.NotFound();
        }
    }
}
