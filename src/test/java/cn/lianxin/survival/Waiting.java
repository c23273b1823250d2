package cn.lianxin.survival;

import java.time.Duration;
import java.util.function.Supplier;

/** For what happens by itself and soon. */
final class Waiting {

    private Waiting() {}

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Asks again until it is as wanted, or for so long; the last that was seen. */
    static <T> T until(Duration longest, Supplier<T> seen, java.util.function.Predicate<T> wanted) {
        var end = System.nanoTime() + longest.toNanos();
        var now = seen.get();
        while (!wanted.test(now) && System.nanoTime() < end) {
            pause(Duration.ofMillis(200));
            now = seen.get();
        }
        return now;
    }
}
