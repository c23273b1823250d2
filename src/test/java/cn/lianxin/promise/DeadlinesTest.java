package cn.lianxin.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    @Test
    void a_promise_is_kept_to_the_microsecond_so_that_it_reads_the_same_when_it_was_stored() {
        var made = new Deadlines(
                Instant.parse("2026-11-23T06:02:14.572441104Z"), Instant.parse("2026-11-30T10:00:00.000000999Z"));

        assertThat(made.acknowledgeBy()).isEqualTo(Instant.parse("2026-11-23T06:02:14.572441Z"));
        assertThat(made.replyBy()).isEqualTo(Instant.parse("2026-11-30T10:00:00Z"));
    }

    @Test
    void looking_again_never_makes_a_promise_later() {
        var first = new Deadlines(Instant.parse("2026-03-02T00:00:00Z"), Instant.parse("2026-03-09T00:00:00Z"));
        var second = new Deadlines(Instant.parse("2026-03-03T00:00:00Z"), Instant.parse("2026-03-04T00:00:00Z"));

        assertThat(first.stricter(second)).isEqualTo(new Deadlines(first.acknowledgeBy(), second.replyBy()));
    }
}
