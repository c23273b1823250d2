package cn.lianxin.concern;

import cn.lianxin.organization.Directory;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.promise.Matters;
import cn.lianxin.promise.Responsibility;
import cn.lianxin.promise.TimeLimits;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The activities on a clock of one's own, for lives of concerns that lie in the past: the same rules, numbers, receipts and
 * steps, but nobody is told of them. They open no transactions; whoever plays a life holds one around the whole of it.
 */
@Component
public class ConcernsInTime {

    private static final ApplicationEventPublisher SILENCE = event -> {};

    /** The activities of one clock. */
    public record Activities(
            RaisingConcerns raising,
            HandlingConcerns handling,
            ReviewingConcerns reviewing,
            ConcludingConcerns concluding) {}

    /** Closes the file of whatever was answered thirty days before, by the clock that was given. */
    public interface ConcludingConcerns {
        int concludeWhatIsOver();
    }

    private final Concerns concerns;
    private final Timeline timeline;
    private final Sendings sendings;
    private final Saying saying;
    private final Numbers numbers;
    private final Reviewers reviewers;
    private final Reception reception;
    private final Naming naming;
    private final Recusals recusals;
    private final ClosedUnits closed;
    private final Recusing recusing;
    private final Directory directory;
    private final Matters matters;
    private final TimeLimits limits;
    private final Responsibility responsibility;
    private final WorkingCalendar calendar;
    private final JdbcClient database;
    private final TransactionTemplate transactions;

    ConcernsInTime(
            Concerns concerns,
            Timeline timeline,
            Sendings sendings,
            Saying saying,
            Numbers numbers,
            Reviewers reviewers,
            Reception reception,
            Naming naming,
            Recusals recusals,
            ClosedUnits closed,
            Recusing recusing,
            Directory directory,
            Matters matters,
            TimeLimits limits,
            Responsibility responsibility,
            WorkingCalendar calendar,
            JdbcClient database,
            TransactionTemplate transactions) {
        this.concerns = concerns;
        this.timeline = timeline;
        this.sendings = sendings;
        this.saying = saying;
        this.numbers = numbers;
        this.reviewers = reviewers;
        this.reception = reception;
        this.naming = naming;
        this.recusals = recusals;
        this.closed = closed;
        this.recusing = recusing;
        this.directory = directory;
        this.matters = matters;
        this.limits = limits;
        this.responsibility = responsibility;
        this.calendar = calendar;
        this.database = database;
        this.transactions = transactions;
    }

    public Activities on(Clock clock) {
        var inTime = recusing.on(clock);
        var steps = new Steps(concerns, timeline, inTime, SILENCE, database, clock);
        return new Activities(
                new RaisingConcerns(
                        concerns,
                        sendings,
                        saying,
                        numbers,
                        steps,
                        reception,
                        naming,
                        recusals,
                        inTime,
                        directory,
                        matters,
                        limits,
                        responsibility,
                        clock),
                new HandlingConcerns(
                        concerns, sendings, numbers, steps, reviewers, recusals, closed, directory, matters, limits,
                        calendar, clock),
                new ReviewingConcerns(concerns, steps, inTime, limits, clock),
                new WindowWatch(concerns, steps, transactions, clock)::concludeWhatIsOver);
    }
}
