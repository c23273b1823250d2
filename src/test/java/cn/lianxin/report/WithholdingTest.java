package cn.lianxin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class WithholdingTest {

    private static final Random RANDOM = new Random(41);

    @Test
    void one_to_four_are_not_told_and_none_is() {
        assertThat(Withholding.alone(0)).isEqualTo(Figure.of(0));
        assertThat(Withholding.alone(4)).isEqualTo(Figure.WITHHELD);
        assertThat(Withholding.alone(5)).isEqualTo(Figure.of(5));
    }

    @Test
    void a_small_one_does_not_stand_alone_beside_its_total() {
        assertThat(Withholding.shown(20, 3, 7)).containsExactly(Figure.of(20), Figure.WITHHELD, Figure.WITHHELD);
        assertThat(Withholding.part(18, 20)).isEqualTo(Figure.WITHHELD);
        assertThat(Withholding.part(12, 20)).isEqualTo(Figure.of(12));
    }

    @RepeatedTest(300)
    void whoever_subtracts_from_the_total_arrives_at_five_or_more_of_two_or_more() {
        var parts = LongStream.generate(() -> RANDOM.nextInt(12))
                .limit(2 + RANDOM.nextInt(7))
                .toArray();

        var shown = Withholding.shown(parts);

        var withheld = IntStream.range(0, parts.length)
                .filter(place -> shown.get(place).withheld())
                .toArray();
        IntStream.range(0, parts.length)
                .filter(place -> !shown.get(place).withheld())
                .forEach(place -> assertThat(shown.get(place).count())
                        .isEqualTo(parts[place])
                        .matches(count -> count == 0 || count >= 5));
        var everythingLarge = LongStream.of(parts).filter(part -> part >= 5).count();
        if (withheld.length > 0
                && withheld.length
                        < LongStream.of(parts).filter(part -> part > 0).count()) {
            assertThat(everythingLarge).isPositive();
            assertThat(withheld).hasSizeGreaterThan(1);
            assertThat(IntStream.of(withheld).mapToLong(place -> parts[place]).sum())
                    .isGreaterThanOrEqualTo(5);
        }
    }
}
