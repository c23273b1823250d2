package cn.lianxin.topic;

import java.util.Arrays;

/**
 * How like the others of the last year are to one report. So a standing complaint, to which many are like, needs more before
 * a likeness is rare; beyond its likest one, likeness is taken to thin out as it does among the likest.
 */
final class Tail {

    static final Tail UNKNOWN = new Tail(new float[] {8, 9, 10, 12}, 200, 2);
    static double cap = 12;
    static double widest = 1;
    static double beyond = 0;

    private static final int FEWEST = 60;
    private static final int KEPT = 80;
    private static final double LEAST_SCALE = 0.5;

    private final float[] likest;
    private final int among;
    private final double scale;

    private Tail(float[] likest, int among, double scale) {
        this.likest = likest;
        this.among = among;
        this.scale = scale;
    }

    static Tail of(float[] scores, int length) {
        if (length < FEWEST) {
            return UNKNOWN;
        }
        var sorted = Arrays.copyOf(scores, length);
        Arrays.sort(sorted);
        var likest = Arrays.copyOfRange(sorted, Math.max(0, length - KEPT), length);
        double from = likest[likest.length / 2];
        double sum = 0;
        for (int at = likest.length / 2; at < likest.length; at++) {
            sum += likest[at] - from;
        }
        return new Tail(likest, length, Math.max(LEAST_SCALE, widest * sum / (likest.length - likest.length / 2)));
    }

    /** The logarithm of one in how many is as like as this. */
    double rarity(double score) {
        int at = Arrays.binarySearch(likest, (float) score);
        int place = at < 0 ? -at - 1 : at;
        if (place == 0) {
            return 0;
        }
        double above = likest.length - place;
        double rarity = -Math.log((above + 0.7) / among);
        if (above == 0) {
            rarity += beyond * (score - likest[likest.length - 1]) / scale;
        }
        return Math.min(cap, rarity);
    }
}
