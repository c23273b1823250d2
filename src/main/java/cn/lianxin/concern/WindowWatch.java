package cn.lianxin.concern;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes the file of what was answered thirty days ago. It counts nothing as solved: without the worker's word there is none. */
@Component
class WindowWatch {

    private static final Logger LOG = LoggerFactory.getLogger(WindowWatch.class);
    private static final int AT_ONCE = 200;

    private final Concerns concerns;
    private final Steps steps;
    private final TransactionTemplate transactions;
    private final Clock clock;

    WindowWatch(Concerns concerns, Steps steps, TransactionTemplate transactions, Clock clock) {
        this.concerns = concerns;
        this.steps = steps;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void look() {
        concludeWhatIsOver();
    }

    int concludeWhatIsOver() {
        var over = concerns.withWindowOver(clock.instant(), AT_ONCE);
        for (var concern : over) {
            try {
                transactions.executeWithoutResult(
                        _ -> steps.save(concern.conclude(Steps.clockwork("window"), clock.instant())));
            } catch (TransientDataAccessException | cn.lianxin.kernel.Refusal.Conflict moved) {
                LOG.debug("{} moved on while its window closed", concern.number(), moved);
            }
        }
        return over.size();
    }
}
