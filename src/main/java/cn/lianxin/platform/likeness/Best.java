package cn.lianxin.platform.likeness;

import java.util.Arrays;

/** The best few of many, kept in a heap with the worst of them on top; of equals the earlier ones stay. */
final class Best {

    private final double[] scores;
    private final int[] places;
    private int size;

    Best(int most) {
        scores = new double[most];
        places = new int[most];
    }

    void offer(int place, double score) {
        if (size < scores.length) {
            scores[size] = score;
            places[size] = place;
            up(size++);
        } else if (size > 0 && score > scores[0]) {
            scores[0] = score;
            places[0] = place;
            down();
        }
    }

    /** In no order. */
    int[] places() {
        return Arrays.copyOf(places, size);
    }

    private void up(int from) {
        for (int at = from; at > 0 && scores[at] < scores[(at - 1) / 2]; at = (at - 1) / 2) {
            swap(at, (at - 1) / 2);
        }
    }

    private void down() {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && scores[child + 1] < scores[child]) {
                child++;
            }
            if (scores[at] <= scores[child]) {
                return;
            }
            swap(at, child);
            at = child;
        }
    }

    private void swap(int one, int other) {
        double score = scores[one];
        scores[one] = scores[other];
        scores[other] = score;
        int place = places[one];
        places[one] = places[other];
        places[other] = place;
    }
}
