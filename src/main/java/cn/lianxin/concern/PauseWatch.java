package cn.lianxin.concern;

import cn.lianxin.kernel.Refusal;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the clocks run again whose day has come; nobody has to remember. */
@Component
class PauseWatch {

    private static final Logger LOG = LoggerFactory.getLogger(PauseWatch.class);
    private static final int AT_ONCE = 200;

    private final Concerns concerns;
    private final Steps steps;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PauseWatch(Concerns concerns, Steps steps, TransactionTemplate transactions, Clock clock) {
        this.concerns = concerns;
        this.steps = steps;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void look() {
        resumeWhatIsOver();
    }

    int resumeWhatIsOver() {
        var over = concerns.withPauseOver(clock.instant(), AT_ONCE);
        for (var concern : over) {
            try {
                transactions.executeWithoutResult(
                        _ -> steps.save(concern.resume("", Steps.clockwork("pause"), clock.instant())));
            } catch (TransientDataAccessException | Refusal.Conflict moved) {
                LOG.debug("{} moved on while its pause ended", concern.number(), moved);
            }
        }
        return over.size();
    }
}
