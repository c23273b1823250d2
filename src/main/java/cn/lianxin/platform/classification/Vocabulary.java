package cn.lianxin.platform.classification;

import java.util.Arrays;
import java.util.List;

/** The pieces that occur in two texts or more, and how rare each is. */
final class Vocabulary {

    private static final int LEAST_TEXTS = 2;
    private static final double HEAD = 0.6;

    private final Places places;
    private final long[] keys;
    private final float[] rarity;

    private Vocabulary(long[] keys, float[] rarity) {
        this.keys = keys;
        this.rarity = rarity;
        this.places = new Places(keys.length);
        for (int at = 0; at < keys.length; at++) {
            places.put(keys[at], at);
        }
    }

    static Vocabulary of(List<long[]> texts, int most) {
        var counts = new Places(texts.size() * 64);
        for (var text : texts) {
            var sorted = text.clone();
            Arrays.sort(sorted);
            for (int at = 0; at < sorted.length; at++) {
                if (at == 0 || sorted[at] != sorted[at - 1]) {
                    counts.count(sorted[at]);
                }
            }
        }
        var keys = counts.frequent(LEAST_TEXTS, most);
        var rarity = new float[keys.length];
        for (int at = 0; at < keys.length; at++) {
            rarity[at] = (float) (1 + Math.log((1.0 + texts.size()) / (1 + counts.of(keys[at]))));
        }
        return new Vocabulary(keys, rarity);
    }

    int size() {
        return keys.length;
    }

    /** -1 for a piece that is not known. */
    int placeOf(long key) {
        return places.of(key);
    }

    float rarity(int place) {
        return rarity[place];
    }

    /** Text and head each of length one, so that a long text weighs no more than a short one. */
    Vector vector(long[] text, int longest) {
        var found = new int[text.length];
        int size = 0;
        for (long key : text) {
            int place = Pieces.lengthOf(key) <= longest || Pieces.isInHead(key) ? places.of(key) : -1;
            if (place >= 0) {
                found[size++] = place;
            }
        }
        Arrays.sort(found, 0, size);
        return weighed(found, size);
    }

    private Vector weighed(int[] found, int size) {
        var distinct = new int[size];
        var weights = new float[size];
        int last = -1;
        for (int at = 0; at < size; at++) {
            if (last < 0 || distinct[last] != found[at]) {
                distinct[++last] = found[at];
            }
            weights[last] += rarity[found[at]];
        }
        var vector = new Vector(Arrays.copyOf(distinct, last + 1), Arrays.copyOf(weights, last + 1));
        even(vector);
        return vector;
    }

    private void even(Vector vector) {
        double text = 0;
        double head = 0;
        for (int at = 0; at < vector.size(); at++) {
            double square = vector.weights()[at] * vector.weights()[at];
            if (Pieces.isInHead(keys[vector.places()[at]])) {
                head += square;
            } else {
                text += square;
            }
        }
        for (int at = 0; at < vector.size(); at++) {
            boolean inHead = Pieces.isInHead(keys[vector.places()[at]]);
            vector.weights()[at] *= (float) (inHead ? HEAD / Math.sqrt(head) : 1 / Math.sqrt(text));
        }
    }
}
