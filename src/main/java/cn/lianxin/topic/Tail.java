package cn.lianxin.topic;

import java.util.Arrays;

/**
 * How like the others of the last year are to one report. So a standing complaint, to which many are like, needs more before
 * a likeness is rare.
 */
final class Tail {

    static final Tail UNKNOWN = new Tail(new float[] {8, 9, 10, 12}, 200);

    private static final int FEWEST = 60;
    private static final int KEPT = 80;
    private static final float LOW = 0.3f;

    private final float[] likest;
    private final int among;

    private Tail(float[] likest, int among) {
        this.likest = likest;
        this.among = among;
    }

    static Tail of(float[] scores, int length) {
        if (length < FEWEST) {
            return UNKNOWN;
        }
        var high = new float[length];
        int count = 0;
        for (int at = 0; at < length; at++) {
            if (scores[at] >= LOW) {
                high[count++] = scores[at];
            }
        }
        var sorted = Arrays.copyOf(high, count);
        Arrays.sort(sorted);
        return new Tail(Arrays.copyOfRange(sorted, Math.max(0, count - KEPT), count), length);
    }

    /** The logarithm of one in how many is as like as this. */
    double rarity(double score) {
        int at = Arrays.binarySearch(likest, (float) score);
        int place = at < 0 ? -at - 1 : at;
        if (place == 0 && likest.length == KEPT) {
            return 0;
        }
        double above = likest.length - place;
        return -Math.log((above + 0.7) / among);
    }
}
