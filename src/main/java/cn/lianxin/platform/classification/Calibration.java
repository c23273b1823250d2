package cn.lianxin.platform.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How the lines are put together, and how sure their sum is: measured on texts that they were not drawn through. Each
 * line counts by its spread; the temperature makes of sums what may be believed.
 */
record Calibration(double[] factors) {

    private static final int PARTS = 4;
    private static final int FEW = 1500;

    /** So many rows tell how sure it is; of more, so many are taken. */
    private static final int MANY = 5000;

    private static final long SEED = 7;

    private record Judged(double[][] scores, int label) {}

    static Calibration of(List<long[]> texts, int[] labels, int labelCount, int mostPieces) {
        var judged = judged(texts, labels, labelCount, mostPieces);
        var factors = new double[Lines.COUNT];
        for (int line = 0; line < Lines.COUNT; line++) {
            factors[line] = 1 / spread(judged, line);
        }
        double sharpness = sharpest(judged, factors);
        return new Calibration(
                Arrays.stream(factors).map(factor -> factor * sharpness).toArray());
    }

    /** The likelihood of each label. */
    static double[] shares(double[] sums) {
        double highest = Arrays.stream(sums).max().orElse(0);
        var shares = Arrays.stream(sums).map(sum -> Math.exp(sum - highest)).toArray();
        double all = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / all).toArray();
    }

    private static List<Judged> judged(List<long[]> texts, int[] labels, int labelCount, int mostPieces) {
        int chunks = PARTS * Math.ceilDiv(texts.size(), MANY);
        var part = new Random(SEED).ints(texts.size(), 0, chunks).toArray();
        int parts = texts.size() < FEW ? PARTS : chunks == PARTS ? PARTS / 2 : 1;
        var judged = new ArrayList<Judged>();
        for (int held = 0; held < parts; held++) {
            int left = held;
            var others = IntStream.range(0, labels.length)
                    .filter(at -> part[at] != left && part[at] < PARTS)
                    .toArray();
            if (others.length == 0) {
                continue;
            }
            var lines = Lines.through(
                    Arrays.stream(others).mapToObj(texts::get).toList(),
                    Arrays.stream(others).map(at -> labels[at]).toArray(),
                    labelCount,
                    mostPieces);
            for (int at = 0; at < labels.length; at++) {
                if (part[at] == held) {
                    judged.add(new Judged(lines.of(texts.get(at)), labels[at]));
                }
            }
        }
        return judged;
    }

    private static double spread(List<Judged> judged, int line) {
        double sum = judged.stream()
                .mapToDouble(one -> {
                    double mean = Arrays.stream(one.scores()[line]).average().orElse(0);
                    return Arrays.stream(one.scores()[line])
                            .map(score -> (score - mean) * (score - mean))
                            .average()
                            .orElse(0);
                })
                .average()
                .orElse(1);
        return sum > 0 ? Math.sqrt(sum) : 1;
    }

    /** The loss falls and rises once, so the interval is narrowed from both ends. */
    private static double sharpest(List<Judged> judged, double[] factors) {
        double low = -4;
        double high = 4;
        while (high - low > 0.01) {
            double left = low + (high - low) / 3;
            double right = high - (high - low) / 3;
            if (loss(judged, factors, Math.exp(left)) < loss(judged, factors, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return Math.exp(low);
    }

    private static double loss(List<Judged> judged, double[] factors, double sharpness) {
        return judged.stream()
                .mapToDouble(one -> {
                    var sums = new double[one.scores()[0].length];
                    for (int line = 0; line < factors.length; line++) {
                        for (int label = 0; label < sums.length; label++) {
                            sums[label] += one.scores()[line][label] * factors[line] * sharpness;
                        }
                    }
                    return -Math.log(Math.max(shares(sums)[one.label()], 1e-12));
                })
                .sum();
    }
}
