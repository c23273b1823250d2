package cn.lianxin.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** After five failures an account rests: 1, 2, 4, 8, then 15 minutes each time. Other accounts never notice. */
final class Throttle {

    private static final int FREE_FAILURES = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private Throttle() {}

    /** Until when nobody gets in after this many failures in a row. */
    static Optional<Instant> restAfter(int failures, Instant now) {
        if (failures < FREE_FAILURES) {
            return Optional.empty();
        }
        var doubled = Duration.ofMinutes(1L << Math.min(failures - FREE_FAILURES, 10));
        return Optional.of(now.plus(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST));
    }
}
