package cn.lianxin.search;

import cn.lianxin.platform.index.TextIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The index of this node, which follows the database by itself and once more whenever somebody asks: so he finds what he has
 * just written. Nothing is opened before the first page has been shown.
 */
@Component
class LiveIndex implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);
    private static final long KEPT_EVERY = Duration.ofSeconds(30).toNanos();
    private static final long FORGETS_EVERY = Duration.ofMinutes(1).toNanos();

    private final Following following;
    private final IndexPlace place;
    private final Duration patience;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("search").factory());
    private final ReentrantLock turns = new ReentrantLock();
    private @Nullable CompletableFuture<Void> next;

    private volatile @Nullable TextIndex index;
    private volatile boolean whole;
    private boolean unkept;
    private boolean unforgotten;
    private long keptAt = System.nanoTime();
    private long forgotAt = keptAt - FORGETS_EVERY;

    LiveIndex(
            Following following,
            @Value("${lianxin.search.directory:${lianxin.data}/search}") Path directory,
            @Value("${lianxin.search.patience:PT0.4S}") Duration patience) {
        this.following = following;
        this.place = new IndexPlace(directory);
        this.patience = patience;
    }

    @Scheduled(fixedDelayString = "PT0.7S", initialDelayString = "PT5S")
    void follow() {
        round();
    }

    /** As it is after one more round, or without it where that takes too long; empty while it is made for the first time. */
    Optional<TextIndex> current() {
        try {
            round().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            LOG.debug("The index is behind.");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException broken) {
            LOG.debug("The index begins anew.", broken);
        }
        return whole ? Optional.ofNullable(index) : Optional.empty();
    }

    /** A round that has not begun yet. */
    private CompletableFuture<Void> round() {
        turns.lock();
        try {
            var waiting = next;
            if (waiting != null) {
                return waiting;
            }
            var mine = new CompletableFuture<Void>();
            next = mine;
            worker.execute(() -> run(mine));
            return mine;
        } finally {
            turns.unlock();
        }
    }

    private void run(CompletableFuture<Void> round) {
        begins();
        try {
            catchUp();
            round.complete(null);
        } catch (IOException | RuntimeException problem) {
            LOG.warn("The index could not follow and begins anew.", problem);
            close();
            round.completeExceptionally(problem);
        }
    }

    private void begins() {
        turns.lock();
        try {
            next = null;
        } finally {
            turns.unlock();
        }
    }

    private void catchUp() throws IOException {
        var open = index;
        if (open == null) {
            open = place.open();
            following.begin(open);
            whole = open.size() > 0;
            index = open;
        }
        unkept |= following.catchUp(open);
        unforgotten |= following.hasErased();
        var isFirst = !whole;
        whole = true;
        var now = System.nanoTime();
        if (unkept && (isFirst || now - keptAt > KEPT_EVERY)) {
            following.keep(open);
            keptAt = now;
            unkept = false;
        }
        if (unforgotten && now - forgotAt > FORGETS_EVERY) {
            following.keep(open);
            forgotAt = now;
            unforgotten = false;
            forget(open);
        }
    }

    /** Beside the rounds, for it may take a minute. */
    private static void forget(TextIndex open) {
        Thread.ofVirtual().start(() -> {
            try {
                open.forget();
            } catch (IOException | RuntimeException problem) {
                LOG.warn("What was erased could not be taken out of the index yet.", problem);
            }
        });
    }

    @Override
    public void destroy() throws Exception {
        worker.shutdown();
        if (worker.awaitTermination(5, TimeUnit.SECONDS)) {
            var open = index;
            if (open != null && whole) {
                following.keep(open);
            }
        }
        close();
    }

    private void close() {
        var open = index;
        index = null;
        whole = false;
        if (open != null) {
            try {
                open.close();
            } catch (IOException | RuntimeException problem) {
                LOG.warn("The index could not be closed.", problem);
            }
        }
    }
}
