package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.audit.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was published of a concern is taken down: at once and everywhere, because whatever shows it asks here each time. Whoever
 * raised it may at any time and without a reason; the receiving office where it gives somebody away or is mistaken.
 */
@Component
public class TakingDown {

    /** By which rule; all that is told in public. */
    public enum TakenBy {
        REPORTER,
        IDENTIFIES,
        MISTAKEN
    }

    /** @param mayReporter whether this reader is the one who raised it; else he is of the receiving office */
    public record Posting(boolean posted, Optional<Instant> takenDown, boolean mayReporter) {}

    private final Concerns concerns;
    private final AuditTrail trail;
    private final ObjectProvider<ToldElsewhere> elsewhere;
    private final JdbcClient sql;
    private final Clock clock;

    TakingDown(
            Concerns concerns, AuditTrail trail, ObjectProvider<ToldElsewhere> elsewhere, JdbcClient sql, Clock clock) {
        this.concerns = concerns;
        this.trail = trail;
        this.elsewhere = elsewhere;
        this.sql = sql;
        this.clock = clock;
    }

    /** NotFound for everybody who may not take it down. */
    @Transactional(readOnly = true)
    public Posting posting(ConcernNumber number, Actor actor) {
        var met = mayTakeDown(number, actor);
        var posted = sql.sql("select exists (select 1 from concern.posted where number = :number)")
                        .param("number", number.toString())
                        .query((row, _) -> row.getBoolean(1))
                        .single()
                || elsewhere.stream().anyMatch(room -> room.tells(met.concern().id()));
        var taken = sql.sql("select at from concern.taken_down where concern = :concern")
                .param("concern", met.concern().id())
                .query((row, _) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
        return new Posting(posted, taken, met.party().is(Standing.SPEAKER));
    }

    /**
     * A second time changes nothing. It may come before it hangs anywhere; then it never will.
     *
     * @param office by which rule, where the office does it
     */
    @Transactional
    public void takeDown(ConcernNumber number, Optional<TakenBy> office, Actor by) {
        var met = mayTakeDown(number, by);
        var speaker = met.party().is(Standing.SPEAKER);
        var rule = speaker
                ? TakenBy.REPORTER
                : office.filter(one -> one != TakenBy.REPORTER)
                        .orElseThrow(() -> new Refusal.Violation("rule", "required"));
        sql.sql("""
                insert into concern.taken_down (concern, at, rule, by_person)
                values (:concern, :at, :rule, cast(:by as bigint)) on conflict do nothing
                """)
                .param("concern", met.concern().id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("rule", rule.name())
                .param("by", speaker ? null : person(by).value())
                .update();
        if (!speaker) {
            trail.record(by, "concern.taken-down", "concern:" + number, rule.name());
        }
    }

    private Concerns.Met mayTakeDown(ConcernNumber number, Actor actor) {
        var met = concerns.get(number, actor);
        if (!met.party().isAny(Standing.SPEAKER, Standing.DESK)) {
            throw new Refusal.NotFound();
        }
        return met;
    }

    private static PersonId person(Actor by) {
        return by instanceof Actor.Member member ? member.person() : new PersonId(0);
    }
}
