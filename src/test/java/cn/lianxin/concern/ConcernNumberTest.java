package cn.lianxin.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConcernNumberTest {

    @Test
    void one_wrong_digit_or_two_swapped_ones_are_noticed() {
        var random = new Random(1);
        for (var turn = 0; turn < 2_000; turn++) {
            var digits = ConcernNumber.of(2026, random.nextInt(ConcernNumber.SERIALS))
                    .toString()
                    .replace("-", "")
                    .toCharArray();
            var place = random.nextInt(digits.length - 1);
            var wrong = digits.clone();
            wrong[place] = (char) ('0' + (wrong[place] - '0' + 1 + random.nextInt(9)) % 10);
            var swapped = digits.clone();
            swapped[place] = digits[place + 1];
            swapped[place + 1] = digits[place];

            assertThat(ConcernNumber.parse(new String(wrong))).isEmpty();
            if (digits[place] != digits[place + 1]) {
                assertThat(ConcernNumber.parse(new String(swapped))).isEmpty();
            }
        }
    }

    @Test
    void it_is_read_however_a_person_types_it() {
        var number = ConcernNumber.of(2026, 4_839_207);

        assertThat(ConcernNumber.parse(number.toString())).contains(number);
        assertThat(ConcernNumber.parse(" " + number.toString().replace("-", " ") + "\n"))
                .contains(number);
        assertThat(ConcernNumber.parse(number.toString().replace('2', '２'))).contains(number);
        assertThat(ConcernNumber.parse("2026")).isEmpty();
        assertThat(ConcernNumber.parse("2026-12345-6789a")).isEmpty();
    }

    @Test
    void the_permutation_is_one_to_one_and_tells_nothing_about_order() {
        var permutation = new SerialPermutation(new byte[] {1, 2, 3});
        var seen = new BitSet(ConcernNumber.SERIALS);
        var rising = 0;
        var last = -1;
        for (var place = 0; place < 100_000; place++) {
            var shuffled = permutation.shuffled(place);
            assertThat(seen.get(shuffled)).isFalse();
            seen.set(shuffled);
            rising += shuffled > last ? 1 : 0;
            last = shuffled;
        }

        assertThat(rising).isBetween(49_000, 51_000);
    }
}
