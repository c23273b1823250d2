package cn.lianxin.topic;

import java.util.Arrays;

/** For each feature the reports that have it, so that one report is compared with a year of others at once. */
final class Postings {

    /** Below that nothing changes any likeness: greetings, and what is said every day. */
    private static final float LEAST = 0.03f;

    private int[][] reports = new int[1 << 12][];
    private float[][] weights = new float[1 << 12][];
    private int[] sizes = new int[1 << 12];

    /** How like each of the reports from a place on is to this one. */
    float[] likeness(Understood report, int from, int until) {
        var scores = new float[until - from];
        for (int at = 0; at < report.features.length; at++) {
            int feature = report.features[at];
            float weight = report.weights[at];
            if (feature >= sizes.length || weight < LEAST) {
                continue;
            }
            for (int one = sizes[feature] - 1; one >= 0 && reports[feature][one] >= from; one--) {
                scores[reports[feature][one] - from] += weight * weights[feature][one];
            }
        }
        return scores;
    }

    void add(Understood report, int place) {
        for (int at = 0; at < report.features.length; at++) {
            if (report.weights[at] >= LEAST) {
                add(report.features[at], place, report.weights[at]);
            }
        }
    }

    private void add(int feature, int place, float weight) {
        if (feature >= sizes.length) {
            int wanted = Math.max(feature + 1, sizes.length * 2);
            reports = Arrays.copyOf(reports, wanted);
            weights = Arrays.copyOf(weights, wanted);
            sizes = Arrays.copyOf(sizes, wanted);
        }
        int size = sizes[feature]++;
        if (reports[feature] == null) {
            reports[feature] = new int[2];
            weights[feature] = new float[2];
        } else if (size == reports[feature].length) {
            reports[feature] = Arrays.copyOf(reports[feature], size * 2);
            weights[feature] = Arrays.copyOf(weights[feature], size * 2);
        }
        reports[feature][size] = place;
        weights[feature][size] = weight;
    }
}
