package cn.lianxin.silence;

import java.util.Arrays;

/**
 * How many are expected by what is known of each, where counts are spread more than by chance alone: the negative binomial
 * regression with the logarithm, by Fisher scoring, its shape by maximum likelihood; one after the other until both rest.
 */
final class Regression {

    /** More even than this no count can tell from chance alone. */
    static final double EVENEST = 1e4;

    static final double MOST_UNEVEN = 0.05;
    private static final int ROUNDS = 60;
    private static final int STEPS = 40;
    private static final double AT_REST = 1e-8;

    /**
     * What is believed of a coefficient before anything was counted, so that two units of a rare kind do not explain
     * themselves.
     *
     * @param weight one over the variance; zero believes nothing
     */
    record Prior(double mean, double weight) {

        static final Prior NONE = new Prior(0, 0);
    }

    private final double[][] known;
    private final int[] counts;
    private final Prior[] priors;
    private final double[] coefficients;
    private double shape = 1;

    /** @param known one row each, beginning with 1 */
    Regression(double[][] known, int[] counts, Prior[] priors) {
        this.known = known;
        this.counts = counts;
        this.priors = priors;
        this.coefficients = Arrays.stream(priors).mapToDouble(Prior::mean).toArray();
        settle();
    }

    double[] coefficients() {
        return coefficients.clone();
    }

    /** Of the gamma distribution of rates; large where units hardly differ. */
    double shape() {
        return shape;
    }

    double expected(double[] row) {
        double sum = 0;
        for (int at = 0; at < row.length; at++) {
            sum += row[at] * coefficients[at];
        }
        return Math.exp(Math.clamp(sum, -20, 20));
    }

    private void settle() {
        double mean = Arrays.stream(counts).average().orElse(0);
        double usual = 0;
        for (var row : known) {
            usual += expected(row) / known.length;
        }
        coefficients[0] += Math.log(Math.max(mean, 0.01) / usual);
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            score();
            shape = likeliestShape();
            double now = likelihood(shape) - disbelief();
            if (Math.abs(now - before) < AT_REST) {
                return;
            }
            before = now;
        }
    }

    private void score() {
        double best = likelihood(shape) - disbelief();
        for (int step = 0; step < STEPS; step++) {
            var direction = direction();
            var old = coefficients.clone();
            double length = 1;
            double reached = Double.NEGATIVE_INFINITY;
            while (length > 1e-4) {
                for (int at = 0; at < old.length; at++) {
                    coefficients[at] = old[at] + length * direction[at];
                }
                reached = likelihood(shape) - disbelief();
                if (reached >= best - AT_REST) {
                    break;
                }
                length /= 2;
            }
            if (reached < best + AT_REST) {
                if (reached < best) {
                    System.arraycopy(old, 0, coefficients, 0, old.length);
                }
                return;
            }
            best = reached;
        }
    }

    private double[] direction() {
        int size = coefficients.length;
        var information = new double[size][size];
        var slope = new double[size];
        for (int one = 0; one < counts.length; one++) {
            double mean = expected(known[one]);
            double spread = 1 + mean / shape;
            for (int at = 0; at < size; at++) {
                slope[at] += known[one][at] * (counts[one] - mean) / spread;
                for (int other = 0; other < size; other++) {
                    information[at][other] += known[one][at] * known[one][other] * mean / spread;
                }
            }
        }
        for (int at = 0; at < size; at++) {
            slope[at] -= priors[at].weight() * (coefficients[at] - priors[at].mean());
            // A hair of weight, so that what is the same for all can be solved.
            information[at][at] += priors[at].weight() + 1e-9;
        }
        return Equations.solve(information, slope);
    }

    private double likelihood(double ofShape) {
        double sum = 0;
        for (int one = 0; one < counts.length; one++) {
            sum += Tails.logChance(counts[one], expected(known[one]), ofShape);
        }
        return sum;
    }

    private double disbelief() {
        double sum = 0;
        for (int at = 0; at < coefficients.length; at++) {
            sum += priors[at].weight() * Math.pow(coefficients[at] - priors[at].mean(), 2) / 2;
        }
        return sum;
    }

    private double likeliestShape() {
        return Math.exp(Highest.between(
                Math.log(MOST_UNEVEN), Math.log(EVENEST), logarithm -> likelihood(Math.exp(logarithm))));
    }
}
