package cn.lianxin.platform.retention;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets go by itself of what is over: so many at once in each transaction, on one node at a time, and again until nothing is
 * left. Where one room fails, the others go on, and it is tried again in the next hour.
 */
@Component
public class Erasing {

    private static final Logger LOG = LoggerFactory.getLogger(Erasing.class);
    private static final int AT_ONCE = 500;
    private static final int MOST_BATCHES = 200;
    private static final long LOCK = 0x6c78_7265_7465L;

    private final DataKinds kinds;
    private final List<KeptData> kept;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    Erasing(
            DataKinds kinds,
            List<KeptData> kept,
            JdbcClient sql,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.kinds = kinds;
        this.kept = kept;
        this.sql = sql;
        this.transactions = transactions;
        this.events = events;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT8M")
    void onTime() {
        for (var kind : kinds.all()) {
            kinds.over(kind).ifPresent(before -> {
                try {
                    erase(kind.code(), before);
                } catch (RuntimeException failed) {
                    LOG.error("what is over of kind {} could not be erased", kind.code(), failed);
                }
            });
        }
    }

    /** @return how many went */
    int erase(String kind, Instant before) {
        var all = 0;
        for (var one : kept.stream().filter(data -> data.kind().equals(kind)).toList()) {
            all += one.atItsOwnPace() ? atItsOwnPace(one, before) : inBatches(one, before);
        }
        return all;
    }

    private int inBatches(KeptData data, Instant before) {
        var all = 0;
        for (var batch = 0; batch < MOST_BATCHES; batch++) {
            int gone = Objects.requireNonNull(transactions.execute(_ -> batch(data, before)));
            if (gone == 0) {
                break;
            }
            all += gone;
        }
        return all;
    }

    private int batch(KeptData data, Instant before) {
        if (!isMine()) {
            return 0;
        }
        var gone = data.erase(before, AT_ONCE);
        tell(data, gone, before);
        return gone;
    }

    private int atItsOwnPace(KeptData data, Instant before) {
        var gone = data.erase(before, AT_ONCE);
        transactions.executeWithoutResult(_ -> tell(data, gone, before));
        return gone;
    }

    private void tell(KeptData data, int gone, Instant before) {
        if (gone > 0) {
            events.publishEvent(new Retained.Erased(data.kind(), gone, before));
        }
    }

    /** Only one node at a time lets go of things. */
    private boolean isMine() {
        return sql.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }
}
