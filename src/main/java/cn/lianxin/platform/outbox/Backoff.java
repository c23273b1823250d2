package cn.lianxin.platform.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Half a minute after the first failure, then twice as long each time, up to half an hour; never all at the same moment. */
record Backoff(RandomGenerator random) {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int DOUBLINGS = 6;

    Duration after(int attempts) {
        var doubled = FIRST.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), DOUBLINGS));
        var base = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return Duration.ofMillis((long) (base.toMillis() * random.nextDouble(0.75, 1.25)));
    }
}
