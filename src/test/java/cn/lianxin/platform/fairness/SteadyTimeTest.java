package cn.lianxin.platform.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SteadyTimeTest {

    private Instant now = Instant.parse("2026-11-29T08:00:00Z");

    private final SteadyTime time = new SteadyTime(clock());
    private final Bucket bucket = Bucket.builder()
            .addLimit(limit -> limit.capacity(6).refillGreedy(6, Duration.ofMinutes(1)))
            .withCustomTimePrecision(time)
            .build();

    @Test
    void whoever_has_spent_his_share_has_one_again_a_minute_after_the_clock_was_set_back() {
        now = now.plus(Duration.ofDays(3_650));
        assertThat(bucket.tryConsume(6)).isTrue();
        now = now.minus(Duration.ofDays(3_650));

        assertThat(bucket.tryConsume(1)).isFalse();
        now = now.plus(Duration.ofMinutes(1));

        assertThat(bucket.tryConsume(6)).isTrue();
        assertThat(bucket.tryConsume(1)).isFalse();
    }

    @Test
    void setting_it_back_again_and_again_gives_nobody_more() {
        assertThat(bucket.tryConsume(6)).isTrue();

        for (var times = 0; times < 100; times++) {
            now = now.minus(Duration.ofHours(1));
            assertThat(bucket.tryConsume(1)).isFalse();
        }
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
