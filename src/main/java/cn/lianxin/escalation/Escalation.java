package cn.lianxin.escalation;

import cn.lianxin.concern.EscalatingConcerns;
import cn.lianxin.concern.StepTaken;
import cn.lianxin.concern.WaitingConcern;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.promise.Grade;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Climbs, rung by rung, whatever anybody in the line does or leaves undone. */
@Component
class Escalation {

    private static final Logger LOG = LoggerFactory.getLogger(Escalation.class);
    private static final int AT_ONCE = 500;

    private final EscalatingConcerns concerns;
    private final Ladder ladder;
    private final Line line;
    private final Climbs climbs;
    private final Inbox inbox;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Escalation(
            EscalatingConcerns concerns,
            Ladder ladder,
            Line line,
            Climbs climbs,
            Inbox inbox,
            TransactionTemplate transactions,
            Clock clock) {
        this.concerns = concerns;
        this.ladder = ladder;
        this.line = line;
        this.climbs = climbs;
        this.inbox = inbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What waited before this room was there, or came in by the ledger. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void watchWhatWaits() {
        var after = 0L;
        while (true) {
            var some = concerns.waitingAfter(after, AT_ONCE);
            if (some.isEmpty()) {
                return;
            }
            climbs.watch(some, clock.instant());
            after = some.getLast();
        }
    }

    /** In the transaction of the step: nothing that moved is ever forgotten. */
    @EventListener
    void lookAgain(StepTaken taken) {
        climbs.lookAt(taken.concern(), clock.instant());
    }

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT30S")
    void look() {
        climbWhatIsDue();
    }

    /** How many were looked at. */
    int climbWhatIsDue() {
        var due = climbs.due(clock.instant(), AT_ONCE);
        for (var concern : due) {
            try {
                transactions.executeWithoutResult(_ -> climb(concern));
            } catch (TransientDataAccessException | Refusal.Conflict moved) {
                LOG.debug("concern {} moved on while it was escalated", concern, moved);
            }
        }
        return due.size();
    }

    private void climb(long key) {
        var now = clock.instant();
        if (!climbs.hold(key, now)) {
            return;
        }
        var waiting = concerns.waiting(key);
        if (waiting.isEmpty()) {
            climbs.forget(key);
            return;
        }
        var concern = waiting.get();
        if (concern.pausedUntil().filter(now::isBefore).isPresent()) {
            climbs.lookAt(key, concern.pausedUntil().get());
            return;
        }
        var levels = line.of(concern);
        var climbed = climbs.climbed(key);
        var left = ladder.of(concern, levels.size()).stream()
                .map(rung -> new Rung(rung.clock(), micros(rung.began()), rung.place(), rung.threshold(), rung.at()))
                .filter(rung -> !climbed.contains(Climbs.Key.of(rung)))
                .sorted(Comparator.comparing(Rung::at).thenComparing(Rung::clock))
                .toList();
        left.stream().filter(rung -> !rung.at().isAfter(now)).forEach(rung -> climb(concern, rung, levels, now));
        left.stream()
                .filter(rung -> rung.at().isAfter(now))
                .findFirst()
                .ifPresentOrElse(next -> climbs.lookAt(key, next.at()), () -> climbs.forget(key));
    }

    private void climb(WaitingConcern concern, Rung rung, List<Line.Level> levels, Instant now) {
        if (levels.isEmpty()) {
            return;
        }
        var level = levels.get(Math.min(rung.place(), levels.size()) - 1);
        climbs.climb(concern.id(), rung, level.unit(), now);
        concerns.escalate(concern.id(), rung.clock(), rung.threshold(), level.unit());
        var reach = concern.grade() == Grade.U0 ? Notification.Reach.AT_ONCE : Notification.Reach.AS_CHOSEN;
        var cause = "escalation:" + concern.id() + ":" + rung.clock() + ":" + rung.began() + ":" + rung.threshold();
        for (var person : level.people()) {
            inbox.deliver(new Notification(
                    person,
                    "notice.escalated",
                    List.of(concern.number().toString(), rung.threshold()),
                    "/concerns/" + concern.number(),
                    cause,
                    Notification.Topic.WORK,
                    reach));
        }
    }

    /** As the database keeps it. */
    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
