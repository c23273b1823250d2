package cn.lianxin.platform.classification;

import java.util.Arrays;

/** How much more, or less, often each piece stands under one label than elsewhere: naive Bayes as a weight. */
final class Emphasis {

    private static final double SMOOTHING = 0.5;

    private final float[] weights;

    private Emphasis(float[] weights) {
        this.weights = weights;
    }

    static Emphasis of(Vector[] texts, boolean[] isOfKind, int size) {
        var with = new double[size];
        var without = new double[size];
        Arrays.fill(with, SMOOTHING);
        Arrays.fill(without, SMOOTHING);
        for (int at = 0; at < texts.length; at++) {
            for (int place : texts[at].places()) {
                (isOfKind[at] ? with : without)[place]++;
            }
        }
        double lead =
                Math.log(Arrays.stream(without).sum() / Arrays.stream(with).sum());
        var weights = new float[size];
        for (int at = 0; at < size; at++) {
            weights[at] = (float) Math.abs(Math.log(with[at] / without[at]) + lead);
        }
        return new Emphasis(weights);
    }

    /** A line through the texts so weighed, in terms of the texts themselves. */
    Line line(Vector[] texts, boolean[] isOfKind, double cost, double otherCost) {
        double scale = 1 / meanLength(texts);
        var weighed = Arrays.stream(texts).map(text -> weighed(text, scale)).toArray(Vector[]::new);
        var line = Line.between(weighed, isOfKind, weights.length, cost, otherCost);
        for (int at = 0; at < weights.length; at++) {
            line.weights()[at] *= (float) (weights[at] * scale);
        }
        return line;
    }

    private double meanLength(Vector[] texts) {
        return Math.max(
                Arrays.stream(texts)
                        .mapToDouble(text -> Math.sqrt(weighed(text, 1).squared()))
                        .average()
                        .orElse(1),
                1e-6);
    }

    private Vector weighed(Vector text, double scale) {
        var result = new float[text.size()];
        for (int at = 0; at < result.length; at++) {
            result[at] = (float) (text.weights()[at] * weights[text.places()[at]] * scale);
        }
        return new Vector(text.places(), result);
    }
}
