package cn.lianxin.platform.classification;

import java.util.Random;

/**
 * A weight for each piece and one for none, so that texts of one kind lie on its one side: a support vector machine with
 * squared loss, found by coordinate descent in the dual (Hsieh and others, 2008).
 */
final class Line {

    private static final int MOST_ROUNDS = 20;
    private static final double ENOUGH = 0.05;

    /** A text well on its own side pulls at nothing: it is left in peace for so many rounds, which is most of the work under many labels. */
    private static final int AT_PEACE = 3;

    private static final long SEED = 20260701;

    private final float[] weights;
    private double bias;

    private Line(int size) {
        weights = new float[size];
    }

    float[] weights() {
        return weights;
    }

    double bias() {
        return bias;
    }

    double of(Vector text) {
        return bias + text.times(weights);
    }

    /**
     * @param cost of a text of the kind on the wrong side
     * @param otherCost of another one there
     */
    static Line between(Vector[] texts, boolean[] isOfKind, int size, double cost, double otherCost) {
        var line = new Line(size);
        line.find(texts, isOfKind, 0.5 / cost, 0.5 / otherCost);
        return line;
    }

    private void find(Vector[] texts, boolean[] isOfKind, double softness, double otherSoftness) {
        var pull = new double[texts.length];
        var squares = new double[texts.length];
        var order = new int[texts.length];
        var wakes = new byte[texts.length];
        for (int at = 0; at < texts.length; at++) {
            squares[at] = texts[at].squared() + 1 + (isOfKind[at] ? softness : otherSoftness);
            order[at] = at;
        }
        var random = new Random(SEED);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            shuffle(order, random);
            double worst = 0;
            for (int at : order) {
                if (round < wakes[at]) {
                    continue;
                }
                int side = isOfKind[at] ? 1 : -1;
                double slope = side * of(texts[at]) - 1 + pull[at] * (isOfKind[at] ? softness : otherSoftness);
                double descent = pull[at] == 0 ? Math.min(slope, 0) : slope;
                if (Math.abs(descent) > 1e-9) {
                    worst = Math.max(worst, Math.abs(descent));
                    double next = Math.max(pull[at] - slope / squares[at], 0);
                    double step = side * (next - pull[at]);
                    texts[at].addTo(weights, step);
                    bias += step;
                    pull[at] = next;
                } else if (pull[at] == 0) {
                    wakes[at] = (byte) (round + 1 + AT_PEACE);
                }
            }
            if (worst < ENOUGH) {
                return;
            }
        }
    }

    private static void shuffle(int[] order, Random random) {
        for (int at = order.length - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            int kept = order[at];
            order[at] = order[other];
            order[other] = kept;
        }
    }
}
