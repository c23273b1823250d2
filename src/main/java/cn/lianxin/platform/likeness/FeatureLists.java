package cn.lianxin.platform.likeness;

import java.util.Arrays;
import java.util.List;

/** For each feature the messages that have it, so that one message is compared with all others at once. */
final class FeatureLists {

    private int[][] messages = new int[1 << 12][];
    private float[][] weights = new float[1 << 12][];
    private int[] used = new int[1 << 12];
    private int size;

    static FeatureLists of(List<Arrived> all) {
        var lists = new FeatureLists();
        all.forEach(message -> lists.add(message.vector));
        return lists;
    }

    /** The next message, numbered from 0. */
    void add(Vector vector) {
        for (int at = 0; at < vector.features().length; at++) {
            add(vector.features()[at], vector.weights()[at]);
        }
        size++;
    }

    /** How like the vector is to each message, from 0 to 1. */
    float[] likeness(Vector vector) {
        var likeness = new float[size];
        for (int at = 0; at < vector.features().length; at++) {
            int feature = vector.features()[at];
            if (feature < used.length) {
                float weight = vector.weights()[at];
                for (int entry = 0; entry < used[feature]; entry++) {
                    likeness[messages[feature][entry]] += weight * weights[feature][entry];
                }
            }
        }
        return likeness;
    }

    /** How like two different messages taken at random are. */
    double meanLikeness() {
        double together = 0;
        double alone = 0;
        for (int feature = 0; feature < used.length; feature++) {
            double sum = 0;
            for (int entry = 0; entry < used[feature]; entry++) {
                sum += weights[feature][entry];
                alone += weights[feature][entry] * weights[feature][entry];
            }
            together += sum * sum;
        }
        return size < 2 ? 0 : (together - alone) / size / (size - 1);
    }

    private void add(int feature, float weight) {
        if (feature >= used.length) {
            int room = Math.max(feature + 1, used.length * 2);
            messages = Arrays.copyOf(messages, room);
            weights = Arrays.copyOf(weights, room);
            used = Arrays.copyOf(used, room);
        }
        if (used[feature] == 0) {
            messages[feature] = new int[2];
            weights[feature] = new float[2];
        } else if (used[feature] == messages[feature].length) {
            messages[feature] = Arrays.copyOf(messages[feature], used[feature] * 2);
            weights[feature] = Arrays.copyOf(weights[feature], used[feature] * 2);
        }
        messages[feature][used[feature]] = size;
        weights[feature][used[feature]++] = weight;
    }
}
