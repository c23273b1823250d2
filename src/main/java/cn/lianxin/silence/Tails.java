package cn.lianxin.silence;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/** Exact chances of counts. */
final class Tails {

    private Tails() {}

    /**
     * With which chance at most so many come where {@code mean} are expected, of units whose own rates are spread as a gamma
     * distribution of this shape: the negative binomial.
     */
    static double atMost(int count, double mean, double shape) {
        return mean <= 0 ? 1 : RegularizedBeta.value(shape / (shape + mean), shape, count + 1.0);
    }

    /** The logarithm of the chance of exactly so many. */
    static double logChance(int count, double mean, double shape) {
        return LogGamma.value(count + shape)
                - LogGamma.value(shape)
                - LogGamma.value(count + 1.0)
                + shape * Math.log(shape / (shape + mean))
                + count * Math.log(mean / (shape + mean));
    }
}
