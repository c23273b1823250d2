package cn.lianxin.platform.fairness;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * What is left of each {@link Share}, on this node. Nobody makes up a key: each is an account, a receipt, a terminal, a pass
 * that we gave out, or an address.
 */
@Component
class Shares {

    private record Key(Share share, String whose) {}

    private static final long MOST_KEYS = 50_000;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final FairnessSettings settings;
    private final TimeMeter time;
    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterAccess(REMEMBERED)
            .build();

    Shares(FairnessSettings settings, Clock clock) {
        this.settings = settings;
        this.time = new SteadyTime(clock);
    }

    boolean take(Share share, String whose) {
        return bucket(share, whose).tryConsume(1);
    }

    /** Takes back what was taken for nothing. */
    void giveBack(Share share, String whose) {
        bucket(share, whose).addTokens(1);
    }

    /** Between 0, nothing left, and 1. */
    double left(Share share, String whose) {
        return bucket(share, whose).getAvailableTokens() / (double) most(share);
    }

    /** Until there is one again. */
    long secondsToWait(Share share, String whose) {
        var nanoseconds = bucket(share, whose).estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanoseconds + TimeUnit.SECONDS.toNanos(1) - 1));
    }

    long keys() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private long most(Share share) {
        return share.atOnce() * settings.scale();
    }

    private Bucket bucket(Share share, String whose) {
        return buckets.get(new Key(share, whose), key -> bucket(key.share()));
    }

    private Bucket bucket(Share share) {
        var builder = Bucket.builder().withCustomTimePrecision(time);
        var perMinute = share.perMinute() * settings.scale();
        return builder.addLimit(limit -> perMinute == 0
                        // A pass is over before a day is.
                        ? limit.capacity(most(share)).refillIntervally(1, Duration.ofDays(1))
                        : limit.capacity(most(share)).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
