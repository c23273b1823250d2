package cn.lianxin.likeness;

import cn.lianxin.concern.ComparableConcern;
import cn.lianxin.concern.ComparingConcerns;
import cn.lianxin.platform.database.ReadingAlong;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Follows the database from time to time, and once more whenever somebody asks; read for the first time beside the requests. */
@Component
class LiveLikeness {

    private static final Logger LOG = LoggerFactory.getLogger(LiveLikeness.class);
    private static final long PATIENCE_IN_MILLISECONDS = 400;

    private final ComparingConcerns concerns;
    private final boolean wanted;
    private final ReentrantLock turns = new ReentrantLock();
    private Compared compared = new Compared();
    private ReadingAlong<ComparableConcern> along;
    private volatile boolean whole;

    LiveLikeness(ComparingConcerns concerns, @Value("${lianxin.likeness:true}") boolean wanted) {
        this.concerns = concerns;
        this.wanted = wanted;
        this.along = new ReadingAlong<>(concerns, ReadingAlong.NOTHING);
    }

    /** Empty where it is switched off, and until everything was read once. */
    Optional<Compared> current() {
        if (!whole) {
            return Optional.empty();
        }
        try {
            if (turns.tryLock(PATIENCE_IN_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                try {
                    catchUp();
                } finally {
                    turns.unlock();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Optional.of(compared);
    }

    @Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT1M")
    void followAside() {
        if (wanted) {
            Thread.ofPlatform().daemon().name("likeness").start(this::follow);
        }
    }

    void follow() {
        if (turns.tryLock()) {
            try {
                catchUp();
                whole = true;
            } catch (RuntimeException failure) {
                LOG.warn("Like concerns could not follow and begin anew.", failure);
                begin();
            } finally {
                turns.unlock();
            }
        }
    }

    private void begin() {
        whole = false;
        compared = new Compared();
        along = new ReadingAlong<>(concerns, ReadingAlong.NOTHING);
    }

    private void catchUp() {
        var into = compared;
        along.catchUp(into::put);
    }
}
