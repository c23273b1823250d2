package cn.lianxin.platform.fairness;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * Time for shares and limits. It goes forward with the clock of the house; when that is set back, it stands for a moment and
 * goes on from where it was, or whoever had spent his share would wait for as long as the clock was wrong.
 */
public final class SteadyTime implements TimeMeter {

    private final Clock clock;
    private long seen;
    private long setBack;

    public SteadyTime(Clock clock) {
        this.clock = clock;
        this.seen = nanoseconds();
    }

    @Override
    public synchronized long currentTimeNanos() {
        var now = nanoseconds();
        if (now < seen) {
            setBack += seen - now;
        }
        seen = now;
        return now + setBack;
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }

    private long nanoseconds() {
        var now = clock.instant();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }
}
