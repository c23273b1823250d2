package cn.lianxin.topic;

/** How like any two reports of this mine are that do not lie within a fortnight of each other. */
final class Pairs {

    private static final int BINS = 4096;
    private static final double WIDTH = 0.02;
    private static final int FEWEST = 3_000;

    private final int[] bins = new int[BINS];
    private final int[] atLeast = new int[BINS];
    private int all;
    private int counted;

    void count(float score) {
        bins[bin(score)]++;
        all++;
    }

    /** The logarithm of one pair in how many is as like as this. */
    double rarity(double score) {
        if (all < FEWEST) {
            return Math.max(0, score / 3);
        }
        if (all > counted + counted / 50) {
            int sum = 0;
            for (int bin = BINS - 1; bin >= 0; bin--) {
                sum += bins[bin];
                atLeast[bin] = sum;
            }
            counted = all;
        }
        return -Math.log((atLeast[bin(score)] + 0.7) / counted);
    }

    private static int bin(double score) {
        return Math.clamp((int) (score / WIDTH), 0, BINS - 1);
    }
}
