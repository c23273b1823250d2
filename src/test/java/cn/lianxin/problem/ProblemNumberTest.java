package cn.lianxin.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ProblemNumberTest {

    private static final int TRIES = 2_000;

    private final Random random = new Random(20_261_130);

    @Test
    void it_is_read_as_people_write_and_say_it() {
        var number = new ProblemNumber(2026, 48_391);
        var written = number.toString();

        assertThat(written).matches("Z-2026-48391-\\d\\d");
        assertThat(ProblemNumber.parse(written)).contains(number);
        assertThat(ProblemNumber.parse(written.toLowerCase(java.util.Locale.ROOT)))
                .contains(number);
        assertThat(ProblemNumber.parse(written.substring(2).replace("-", " "))).contains(number);
        assertThat(ProblemNumber.parse("Ｚ－" + written.substring(2))).contains(number);
        assertThat(ProblemNumber.parse("")).isEmpty();
        assertThat(ProblemNumber.parse("Z-2026-1")).isEmpty();
        assertThat(ProblemNumber.parse("2026-4839-2075")).as("a concern's").isEmpty();
    }

    @Test
    void one_wrong_digit_and_two_that_were_swapped_are_noticed() {
        for (var tried = 0; tried < TRIES; tried++) {
            var written = new ProblemNumber(2026, random.nextInt(ProblemNumber.SERIALS))
                    .toString()
                    .replaceAll("\\D", "")
                    .toCharArray();
            var at = random.nextInt(written.length - 1);
            var wrong = written.clone();
            wrong[at] = (char) ('0' + (wrong[at] - '0' + 1 + random.nextInt(9)) % 10);
            var swapped = written.clone();
            swapped[at] = written[at + 1];
            swapped[at + 1] = written[at];

            assertThat(ProblemNumber.parse(new String(written))).isPresent();
            assertThat(ProblemNumber.parse(new String(wrong)))
                    .as(new String(wrong))
                    .isEmpty();
            if (written[at] != written[at + 1]) {
                assertThat(ProblemNumber.parse(new String(swapped)))
                        .as(new String(swapped))
                        .isEmpty();
            }
        }
    }
}
