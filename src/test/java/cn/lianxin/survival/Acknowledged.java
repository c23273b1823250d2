package cn.lianxin.survival;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;

/** When somebody was told that what he sent is filed. */
final class Acknowledged {

    private final ConcurrentSkipListSet<Long> moments = new ConcurrentSkipListSet<>();

    void now() {
        var moment = System.nanoTime();
        while (!moments.add(moment)) {
            moment++;
        }
    }

    int count() {
        return moments.size();
    }

    /** Until so many more have been told, or for so long. */
    void await(int more, Duration longest) {
        var before = count();
        Waiting.until(longest, this::count, count -> count >= before + more);
    }

    /** Between two of them. */
    Duration longestSilence() {
        var all = List.copyOf(moments);
        var longest = 0L;
        for (var i = 1; i < all.size(); i++) {
            longest = Math.max(longest, all.get(i) - all.get(i - 1));
        }
        return Duration.ofNanos(longest);
    }
}
