package cn.lianxin.platform.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharesTest {

    private Instant now = Instant.parse("2026-11-29T07:00:00Z");
    private final InstantSource time = () -> now;
    private final Shares shares = new Shares(new FairnessSettings(1, 8), time.withZone(ZoneOffset.UTC));

    @Test
    void one_share_used_up_leaves_every_other_as_it_was() {
        while (shares.take(Share.OWN_WRITING, "person 1")) {}

        assertThat(shares.take(Share.OWN_WRITING, "person 2")).isTrue();
        assertThat(shares.take(Share.OWN_READING, "person 1")).isTrue();
        assertThat(shares.secondsToWait(Share.OWN_WRITING, "person 1")).isEqualTo(1);
        now = now.plusSeconds(1);
        assertThat(shares.take(Share.OWN_WRITING, "person 1")).isTrue();
        assertThat(shares.take(Share.OWN_WRITING, "person 1")).isFalse();
    }

    /** 123 filings a second are what two processors were measured to take (docs/performance.md). */
    @Test
    void whatever_strangers_of_one_address_prove_they_file_less_than_a_hundredth_of_capacity() {
        var capacity = 123L * Duration.ofMinutes(10).toSeconds();
        var visits = Stream.of(Share.STRANGERS_FREE, Share.STRANGERS_PROVEN, Share.STRANGERS_IN_TURN)
                .mapToLong(share -> share.atOnce() + 10 * share.perMinute())
                .sum();

        assertThat(visits * Share.PASS_FILING.atOnce()).isLessThan(capacity / 100);
        assertThat(Share.STRANGERS_FREE.atOnce() + 10 * Share.STRANGERS_FREE.perMinute())
                .isLessThanOrEqualTo(10_000 / 100);
    }

    @Test
    void a_robot_with_ever_new_addresses_fills_no_memory() {
        LongStream.range(0, 120_000)
                .forEach(number -> shares.take(
                        Share.STRANGERS_FREE,
                        Neighbourhood.of("10.%d.%d.%d".formatted(number >> 16, number >> 8 & 255, number & 255))));

        assertThat(shares.keys()).isLessThanOrEqualTo(50_000);
    }

    @Test
    void whoever_was_given_a_whole_network_is_one_neighbour() {
        assertThat(Neighbourhood.of("2001:db8:7:1::1")).isEqualTo(Neighbourhood.of("2001:db8:7:1:ffff::9"));
        assertThat(Neighbourhood.of("2001:db8:7:2::1")).isNotEqualTo(Neighbourhood.of("2001:db8:7:1::1"));
        assertThat(Neighbourhood.of("::ffff:10.0.0.7")).isEqualTo(Neighbourhood.of("10.0.0.7"));
    }
}
