package cn.lianxin.topic;

/** How like any two reports of this mine are that do not lie within a fortnight of each other. */
final class Pairs {

    private static final int BINS = 4096;
    private static final double WIDTH = 0.02;
    private static final int FEWEST = 3_000;

    /** Where fewer pairs lie than that, rarity goes on to rise as it did from MANY to FEW of them: likest and still more like are not one. */
    private static final int FEW = 20;

    private static final int MANY = 1_000;

    private final int[] bins = new int[BINS];
    private final int[] atLeast = new int[BINS];
    private int all;
    private int counted;
    private int far;
    private double slope;

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
            sum();
        }
        return -Math.log((atLeast[Math.min(bin(score), far)] + 0.7) / counted)
                + slope * Math.max(0, score - far * WIDTH);
    }

    private void sum() {
        int sum = 0;
        for (int bin = BINS - 1; bin >= 0; bin--) {
            sum += bins[bin];
            atLeast[bin] = sum;
        }
        counted = all;
        far = firstBelow(FEW);
        int near = firstBelow(MANY);
        slope = far > near ? Math.log((double) atLeast[near] / Math.max(1, atLeast[far])) / ((far - near) * WIDTH) : 0;
    }

    private int firstBelow(int pairs) {
        int bin = 0;
        while (bin < BINS - 1 && atLeast[bin] >= pairs) {
            bin++;
        }
        return bin;
    }

    private static int bin(double score) {
        return Math.clamp((int) (score / WIDTH), 0, BINS - 1);
    }
}
