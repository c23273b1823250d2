package cn.lianxin.silence;

import java.util.function.DoubleUnaryOperator;

/**
 * What is usual among units of which some may be silent. A few that say nothing would make all look uneven, and hide in that;
 * so of the lowest quarter of what is expected of a unit it counts only that it is there, not how low (a censored
 * likelihood, which needs not know which of them are silent).
 *
 * @param factor by which the expectations of the regression are corrected
 * @param shape of the gamma distribution of rates
 */
record Usual(double factor, double shape) {

    private static final double LOWEST = 0.25;
    private static final int ROUNDS = 2;
    private static final int TURNS = 4;
    private static final double MOST_CORRECTED = Math.log(2);

    static Usual of(double[] expected, int[] counts, double shape) {
        var usual = new Usual(1, shape);
        for (int round = 0; round < ROUNDS; round++) {
            usual = usual.settled(expected, counts, usual.lowest(expected));
        }
        return usual;
    }

    private Usual settled(double[] expected, int[] counts, int[] lowest) {
        var found = this;
        for (int turn = 0; turn < TURNS; turn++) {
            double shape = found.shape();
            double factor = Math.exp(Highest.between(
                    -MOST_CORRECTED,
                    MOST_CORRECTED,
                    log -> new Usual(Math.exp(log), shape).likelihood(expected, counts, lowest)));
            DoubleUnaryOperator ofShape = log -> new Usual(factor, Math.exp(log)).likelihood(expected, counts, lowest);
            found = new Usual(
                    factor,
                    Math.exp(Highest.between(Math.log(Regression.MOST_UNEVEN), Math.log(Regression.EVENEST), ofShape)));
        }
        return found;
    }

    private double likelihood(double[] expected, int[] counts, int[] lowest) {
        double sum = 0;
        for (int one = 0; one < counts.length; one++) {
            double mean = factor * expected[one];
            sum += counts[one] <= lowest[one]
                    ? Math.log(Tails.atMost(lowest[one], mean, shape))
                    : Tails.logChance(counts[one], mean, shape);
        }
        return sum;
    }

    private int[] lowest(double[] expected) {
        var lowest = new int[expected.length];
        for (int one = 0; one < expected.length; one++) {
            while (Tails.atMost(lowest[one], factor * expected[one], shape) < LOWEST) {
                lowest[one]++;
            }
        }
        return lowest;
    }
}
