package cn.lianxin.platform.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives what was written since its place in the chain. Whoever writes waits for nobody: it is done behind them, in batches. */
@Component
class Sealing {

    /** What is committed later than this after its neighbours was not written in the order of things. */
    static final Duration LATEST = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final int AT_ONCE = 2_000;
    private static final Duration WITNESSED_EVERY = Duration.ofSeconds(10);

    private final Links links;
    private final Witness witness;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private volatile long witnessedAt;

    Sealing(Links links, Witness witness, TransactionTemplate transactions, Clock clock) {
        this.links = links;
        this.witness = witness;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT20S")
    void onTime() {
        var now = clock.instant().getEpochSecond();
        var witnessed = now - witnessedAt >= WITNESSED_EVERY.toSeconds();
        for (var log : Log.values()) {
            seal(log, witnessed);
        }
        if (witnessed) {
            witnessedAt = now;
        }
    }

    /** All logs to their ends, and written down outside. */
    void sealAll() {
        for (var log : Log.values()) {
            seal(log, true);
        }
    }

    private void seal(Log log, boolean witnessed) {
        var last = sealed(log);
        while (last.full()) {
            last = sealed(log);
        }
        // A chain that is shorter than it was is for the check to tell of, and nothing is put on top of that.
        if (witnessed
                && last.mine()
                && last.head().place() > witness.newest(log).map(Head::place).orElse(0L)) {
            witness.sealed(log, last.head(), clock.instant());
        }
    }

    private record Outcome(Head head, boolean full, boolean mine) {}

    private Outcome sealed(Log log) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            if (!links.isMine(log)) {
                return new Outcome(Head.NONE, false, false);
            }
            var now = clock.instant();
            var last = links.last(log);
            if (witness.newest(log).filter(head -> head.place() > last.place()).isPresent()) {
                LOG.debug("{} is shorter than it was", log);
                return new Outcome(last, false, true);
            }
            var next = links.append(log, last, links.linkedBefore(log, now.minus(LATEST)), AT_ONCE, now);
            return new Outcome(next, next.place() - last.place() == AT_ONCE, true);
        }));
    }
}
