package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.promise.TimeLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stops the clock and lets it run again: with the worker's word, or for an outside cause with evidence, and never for long. */
@Component
public class PausingConcerns {

    private final Concerns concerns;
    private final Sendings sendings;
    private final Steps steps;
    private final TimeLimits limits;
    private final WorkingCalendar calendar;
    private final Clock clock;

    PausingConcerns(
            Concerns concerns,
            Sendings sendings,
            Steps steps,
            TimeLimits limits,
            WorkingCalendar calendar,
            Clock clock) {
        this.concerns = concerns;
        this.sendings = sendings;
        this.steps = steps;
        this.limits = limits;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param until the last day of the pause, at the close of work */
    @Transactional
    public void ask(ConcernNumber number, LocalDate until, String reason, Actor by) {
        move(
                number,
                by,
                (concern, party, at) -> concern.askPause(
                        calendar.closingOf(until), PlainText.block(reason), most(concern, at), party, at));
    }

    @Transactional
    public void decide(ConcernNumber number, boolean agreed, Actor by) {
        move(
                number,
                by,
                (concern, party, at) -> agreed ? concern.agreePause(party, at) : concern.refusePause("", party, at));
    }

    /** @param evidence at least one file; the worker sees it */
    @Transactional
    public void pause(
            ConcernNumber number,
            ConcernState.PauseCause cause,
            LocalDate until,
            String reason,
            List<UUID> evidence,
            Actor by) {
        move(number, by, (concern, party, at) -> {
            var paused = concern.pause(
                    cause, calendar.closingOf(until), PlainText.block(reason), evidence, most(concern, at), party, at);
            sendings.attach(concern.id(), evidence);
            return paused;
        });
    }

    @Transactional
    public void resume(ConcernNumber number, String word, Actor by) {
        move(number, by, (concern, party, at) -> concern.resume(PlainText.block(word), party, at));
    }

    /** By the rules of today; where none lets the clock stand still, it may not. */
    private Duration most(Concern concern, Instant at) {
        if (concern.lifeSafety()) {
            throw new Refusal.Conflict("life-safety-not-paused");
        }
        return limits.longestPause(concern.course().matter(), concern.course().grade(), at)
                .orElse(Duration.ZERO);
    }

    private interface TimedMove {
        Concern apply(Concern concern, Party party, Instant at);
    }

    private void move(ConcernNumber number, Actor by, TimedMove move) {
        var at = clock.instant();
        steps.save(concerns.get(number, by).move((concern, party) -> move.apply(concern, party, at)));
    }
}
