package cn.lianxin.platform.likeness;

import java.util.Arrays;

/** What a text or a group of texts is about: features in ascending order with their weights. */
record Vector(int[] features, float[] weights) {

    double dot(Vector other) {
        double sum = 0;
        int here = 0;
        int there = 0;
        while (here < features.length && there < other.features.length) {
            if (features[here] == other.features[there]) {
                sum += weights[here++] * other.weights[there++];
            } else if (features[here] < other.features[there]) {
                here++;
            } else {
                there++;
            }
        }
        return sum;
    }

    Vector plus(Vector other) {
        var both = new int[features.length + other.features.length];
        var sums = new float[both.length];
        int filled = 0;
        int here = 0;
        int there = 0;
        while (here < features.length || there < other.features.length) {
            int next = Math.min(at(features, here), at(other.features, there));
            both[filled] = next;
            if (at(features, here) == next) {
                sums[filled] += weights[here++];
            }
            if (at(other.features, there) == next) {
                sums[filled] += other.weights[there++];
            }
            filled++;
        }
        return new Vector(Arrays.copyOf(both, filled), Arrays.copyOf(sums, filled));
    }

    private static int at(int[] features, int place) {
        return place < features.length ? features[place] : Integer.MAX_VALUE;
    }
}
