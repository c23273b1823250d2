package cn.lianxin.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.lianxin.silence.Regression.Prior;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.PascalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

/** The statistics against what others have computed. */
class RegressionTest {

    /** Leaves with so many red mites (Bliss, Biometrics 1953); every book fits 1.1467 and 1.0246. */
    private static final int[] MITES = {70, 38, 17, 10, 9, 3, 2, 1};

    private static final int[] PEOPLE = {
        21, 25, 33, 40, 48, 52, 60, 66, 75, 81, 90, 104, 120, 133, 150, 160, 180, 205, 230, 260, 300, 28, 57, 95
    };
    private static final int[] SHIFTS = {0, 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1};
    private static final int[] HEARD = {
        2, 1, 6, 3, 9, 2, 11, 7, 4, 16, 9, 3, 22, 14, 8, 25, 19, 41, 12, 30, 46, 5, 1, 20
    };

    @Test
    void mites_on_leaves_are_as_uneven_as_bliss_found_them() {
        var counts = IntStream.range(0, MITES.length)
                .flatMap(mites -> IntStream.generate(() -> mites).limit(MITES[mites]))
                .toArray();
        var regression = new Regression(
                Arrays.stream(counts).mapToObj(_ -> new double[] {1}).toArray(double[][]::new),
                counts,
                new Prior[] {Prior.NONE});

        assertThat(regression.expected(new double[] {1})).isCloseTo(1.146667, within(1e-5));
        assertThat(regression.shape()).isCloseTo(1.024592, within(1e-4));
    }

    /** {@code glm.nb(heard ~ log(people / 50) + shifts)} of MASS 7.3 in R 4.2. */
    @Test
    void size_and_shifts_count_as_r_counts_them() {
        var regression = regression(Prior.NONE);

        assertThat(regression.coefficients()[0]).isCloseTo(1.664508854586, within(1e-4));
        assertThat(regression.coefficients()[1]).isCloseTo(1.061847441724, within(1e-4));
        assertThat(regression.coefficients()[2]).isCloseTo(0.120152389152, within(1e-4));
        assertThat(regression.shape()).isCloseTo(5.05806005691, within(1e-3));
    }

    @Test
    void what_is_believed_beforehand_pulls_and_counts_pull_back() {
        var free = regression(Prior.NONE).coefficients()[2];
        var held = regression(new Prior(0, 1e6)).coefficients()[2];
        var pulled = regression(new Prior(0, 20)).coefficients()[2];

        assertThat(held).isCloseTo(0, within(1e-4));
        assertThat(Math.abs(pulled)).isBetween(0.001, Math.abs(free));
    }

    @Test
    void chances_of_few_are_those_of_the_negative_binomial() {
        var random = new Random(1);
        for (int turn = 0; turn < 200; turn++) {
            int shape = 1 + random.nextInt(30);
            double mean = 0.1 + 60 * random.nextDouble();
            int count = random.nextInt(80);
            var pascal = PascalDistribution.of(shape, shape / (shape + mean));

            assertThat(Tails.atMost(count, mean, shape)).isCloseTo(pascal.cumulativeProbability(count), within(1e-12));
            assertThat(Tails.logChance(count, mean, shape)).isCloseTo(pascal.logProbability(count), within(1e-9));
        }
        // Of shapes between, by pnbinom of R.
        assertThat(Tails.atMost(1, 9.5, 2.5)).isCloseTo(0.05901898, within(1e-8));
        assertThat(Tails.atMost(9, 30, 0.7)).isCloseTo(0.3560578, within(1e-7));
        assertThat(Tails.atMost(3, 8, 1e9)).isCloseTo(PoissonDistribution.of(8).cumulativeProbability(3), within(1e-6));
        assertThat(Tails.atMost(0, 0, 4)).isEqualTo(1);
    }

    /** The example of Benjamini and Hochberg: fifteen comparisons, of which they let four through. */
    @Test
    void of_fifteen_four_are_named_as_benjamini_and_hochberg_did() {
        var chances = List.of(
                0.0278, 0.0001, 0.4262, 0.0004, 0.0019, 0.0201, 0.0095, 0.0298, 1.0, 0.0344, 0.0459, 0.3240, 0.5719,
                0.6528, 0.7590);

        assertThat(Discoveries.among(chances, Double::doubleValue)).containsExactly(0.0001, 0.0004, 0.0019, 0.0095);
        assertThat(Discoveries.among(List.<Double>of(), Double::doubleValue)).isEmpty();
    }

    private static Regression regression(Prior shifts) {
        return new Regression(
                IntStream.range(0, PEOPLE.length)
                        .mapToObj(at -> new double[] {1, Math.log(PEOPLE[at] / 50.0), SHIFTS[at]})
                        .toArray(double[][]::new),
                HEARD,
                new Prior[] {Prior.NONE, Prior.NONE, shifts});
    }
}
