package cn.lianxin.safeguard;

import cn.lianxin.concern.SafeguardingConcerns;
import cn.lianxin.concern.SafeguardingConcerns.Guarded;
import cn.lianxin.concern.StepTaken;
import cn.lianxin.promise.CheckIns;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** From when and until when somebody is looked after, and that he is asked when the day has come. */
@Component
public class Watching {

    private final Watches watches;
    private final Entries entries;
    private final PassingOn passingOn;
    private final SafeguardingConcerns concerns;
    private final CheckIns checkIns;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Watching(
            Watches watches,
            Entries entries,
            PassingOn passingOn,
            SafeguardingConcerns concerns,
            CheckIns checkIns,
            TransactionTemplate transactions,
            Clock clock) {
        this.watches = watches;
        this.entries = entries;
        this.passingOn = passingOn;
        this.concerns = concerns;
        this.checkIns = checkIns;
        this.transactions = transactions;
        this.clock = clock;
    }

    Watching on(Clock other) {
        return new Watching(watches, entries, passingOn.on(other), concerns, checkIns, transactions, other);
    }

    /** In the transaction of the step: who comes to be named, or is given the concern, loses what he had here at once. */
    @EventListener
    void look(StepTaken taken) {
        if (watches.has(taken.concern())) {
            entries.openOf(taken.concern()).forEach(passingOn::settle);
            return;
        }
        var concern = concerns.get(taken.concern());
        if (concern.asked()) {
            begin(concern);
        }
    }

    /** What lies in the past is not asked any more. */
    void begin(Guarded concern) {
        var now = clock.instant();
        var days = checkIns.days(concern.matter(), concern.grade(), concern.filedAt());
        watches.begin(concern, endOf(concern));
        CheckIn.planned(concern.filedAt(), days).stream()
                .filter(checkIn -> checkIn.dueAt().isAfter(now))
                .forEach(checkIn -> watches.plan(concern.id(), checkIn));
    }

    /** The last of the check-ins; the filing itself where there is none. */
    Instant endOf(Guarded concern) {
        return watches.endOf(concern.id()).orElseGet(() -> lastDay(concern, concern.filedAt()));
    }

    /** So long as after the filing he is looked after from this moment on. */
    void goOn(Guarded concern, Instant from) {
        watches.lastUntil(concern.id(), lastDay(concern, from));
    }

    private Instant lastDay(Guarded concern, Instant from) {
        return checkIns.days(concern.matter(), concern.grade(), concern.filedAt()).stream()
                .reduce((_, later) -> later)
                .map(days -> CheckIn.morning(from, days))
                .orElse(from);
    }

    /** How many were asked. */
    public int askWhoseDayHasCome() {
        var due = watches.due(clock.instant());
        due.forEach(one -> transactions.executeWithoutResult(_ -> ask(one)));
        return due.size();
    }

    private void ask(Watches.Due due) {
        if (watches.ask(due, clock.instant())) {
            concerns.tell(due.concern(), "notice.safeguard.ask", "safeguard:" + due.concern() + ":ask:" + due.days());
        }
    }

    /** What nobody has taken up in time goes on, and what somebody may not have any more. */
    public void passOn() {
        entries.open().forEach(entry -> transactions.executeWithoutResult(_ -> passingOn.settle(entry)));
    }

    @Transactional(readOnly = true)
    boolean asks(long concern) {
        var now = clock.instant();
        return watches.checkIns(concern).stream().anyMatch(checkIn -> checkIn.state(now) == CheckInState.ASKED);
    }
}
