package cn.lianxin.correspondent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharingTest {

    private static final int TRIALS = 20_000;

    @Test
    void the_parts_are_always_the_whole_and_nobody_is_more_than_a_fen_from_his_part() {
        var random = new Random(20261130);
        for (var trial = 0; trial < TRIALS; trial++) {
            var parts = parts(random);
            var fen = random.nextLong(trial % 2 == 0 ? 50 : 10_000_001);

            var shares = Sharing.of(fen, parts);

            assertThat(sum(shares)).as("%d by %s", fen, parts).isEqualTo(fen);
            var whole = parts.values().stream().mapToLong(Integer::longValue).sum();
            parts.forEach((number, weight) -> {
                var exact = (double) fen * weight / whole;
                assertThat(shares.getOrDefault(number, -1L).doubleValue())
                        .as("%s of %d by %s", number, fen, parts)
                        .isGreaterThan(exact - 1)
                        .isLessThan(exact + 1);
            });
        }
    }

    @Test
    void the_order_in_which_people_are_named_changes_nothing() {
        var random = new Random(7);
        for (var trial = 0; trial < TRIALS; trial++) {
            var parts = parts(random);
            var fen = random.nextLong(10_000);
            var names = new ArrayList<>(parts.keySet());
            Collections.shuffle(names, random);
            var other = new LinkedHashMap<String, Integer>();
            names.forEach(name -> other.put(name, parts.getOrDefault(name, 0)));

            assertThat(Sharing.of(fen, other)).as("%d by %s", fen, parts).isEqualTo(Sharing.of(fen, parts));
        }
    }

    @Test
    void what_is_left_goes_to_the_largest_remainder_and_of_equal_ones_to_the_smaller_staff_number() {
        assertThat(Sharing.of(100, Map.of("003", 1, "001", 1, "002", 1)))
                .isEqualTo(Map.of("001", 34L, "002", 33L, "003", 33L));
        assertThat(Sharing.of(10, Map.of("001", 1, "002", 2))).isEqualTo(Map.of("001", 3L, "002", 7L));
        assertThat(Sharing.of(1, Map.of("009", 1, "008", 1))).isEqualTo(Map.of("008", 1L, "009", 0L));
        assertThat(Sharing.of(0, Map.of("001", 5))).isEqualTo(Map.of("001", 0L));
    }

    private static Map<String, Integer> parts(Random random) {
        var parts = new LinkedHashMap<String, Integer>();
        var people = 1 + random.nextInt(20);
        for (var person = 0; person < people; person++) {
            parts.put("%07d".formatted(random.nextInt(10_000_000)), 1 + random.nextInt(100));
        }
        return parts;
    }

    private static long sum(Map<String, Long> shares) {
        return List.copyOf(shares.values()).stream().mapToLong(Long::longValue).sum();
    }
}
