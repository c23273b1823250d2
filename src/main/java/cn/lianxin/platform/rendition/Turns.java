package cn.lianxin.platform.rendition;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** At most two pictures are decoded at once, or one that is very large: each may take a hundred megabytes. */
final class Turns implements AutoCloseable {

    private static final int AT_ONCE = 2;
    private static final long LARGE = 26_000_000;
    private static final Semaphore FREE = new Semaphore(AT_ONCE, true);

    private final int taken;

    private Turns(int taken) {
        this.taken = taken;
    }

    /** Empty for whoever would wait longer. */
    static Optional<Turns> takeFor(long pixels, Duration patience) {
        var wanted = pixels > LARGE ? AT_ONCE : 1;
        try {
            return FREE.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(new Turns(wanted))
                    : Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        FREE.release(taken);
    }
}
