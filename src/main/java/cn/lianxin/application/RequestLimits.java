package cn.lianxin.application;

import cn.lianxin.platform.fairness.SteadyTime;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * How many requests a token, or without one an address, may make in a minute; it stands in the headers of the IETF's draft
 * on rate limits. Each node counts for itself.
 */
@Component
class RequestLimits {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final ApplicationLimits limits;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    RequestLimits(ApplicationLimits limits, Clock clock) {
        this.limits = limits;
        this.time = new SteadyTime(clock);
    }

    /** @return for how many seconds it has to wait, empty where it need not */
    OptionalLong request(KnownApplication application, HttpServletResponse response) {
        return spend("token", "token " + application.token(), limits.requestsPerMinute(), response);
    }

    OptionalLong request(HttpServletRequest request, HttpServletResponse response) {
        return spend("address", "address " + request.getRemoteAddr(), limits.requestsWithoutToken(), response);
    }

    /** Guessing is hopeless; this keeps it from costing anything. Who has a right token never notices. */
    OptionalLong wrongToken(HttpServletRequest request, HttpServletResponse response) {
        return spend("wrong-token", "wrong " + request.getRemoteAddr(), limits.wrongTokensPerMinute(), response);
    }

    private OptionalLong spend(String policy, String key, long perMinute, HttpServletResponse response) {
        var probe = bucket(key, perMinute).tryConsumeAndReturnRemaining(1);
        response.setHeader("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(policy, perMinute, WINDOW.toSeconds()));
        response.setHeader(
                "RateLimit",
                "\"%s\";r=%d;t=%d"
                        .formatted(policy, probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset())));
        return probe.isConsumed() ? OptionalLong.empty() : OptionalLong.of(seconds(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(String key, long perMinute) {
        return buckets.get(
                key,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                        .withCustomTimePrecision(time)
                        .build());
    }

    private static long seconds(long nanoseconds) {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanoseconds + TimeUnit.SECONDS.toNanos(1) - 1));
    }
}
