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
        this.directory = directory;
        this.matters = matters;
        this.limits = limits;
        this.responsibility = responsibility;
        this.calendar = calendar;
        this.database = database;
        this.transactions = transactions;
    }

    public Activities on(Clock clock) {
        var steps = new Steps(concerns, timeline, SILENCE, database, clock);
        return new Activities(
                new RaisingConcerns(
                        concerns,
                        sendings,
                        saying,
                        numbers,
                        steps,
                        reception,
                        directory,
                        matters,
                        limits,
                        responsibility,
                        clock),
                new HandlingConcerns(
                        concerns, sendings, numbers, steps, reviewers, directory, matters, limits, calendar, clock),
                new ReviewingConcerns(concerns, steps, reception, limits, clock),
                new WindowWatch(concerns, steps, transactions, clock)::concludeWhatIsOver);
    }
}
