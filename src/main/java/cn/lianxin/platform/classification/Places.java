package cn.lianxin.platform.classification;

import java.util.Arrays;

/** Counts numbers and gives each a place, without an object for any of them. Zero is no number here. */
final class Places {

    private long[] keys;
    private int[] values;
    private int size;

    Places(int expected) {
        int capacity = Integer.highestOneBit(Math.max(16, expected) * 2 - 1) * 2;
        keys = new long[capacity];
        values = new int[capacity];
    }

    int size() {
        return size;
    }

    /** -1 where it has none. */
    int of(long key) {
        int slot = slot(key);
        return keys[slot] == key ? values[slot] : -1;
    }

    void count(long key) {
        int slot = slot(key);
        put(slot, key, keys[slot] == key ? values[slot] + 1 : 1);
    }

    void put(long key, int value) {
        put(slot(key), key, value);
    }

    /** The numbers counted at least so often, the most frequent ones if there are more than {@code most}, in order. */
    long[] frequent(int least, int most) {
        int from = Math.max(least, countOfNth(least, most));
        var kept = new long[size];
        int found = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0 && values[slot] >= from) {
                kept[found++] = keys[slot];
            }
        }
        var sorted = Arrays.copyOf(kept, found);
        Arrays.sort(sorted);
        return sorted;
    }

    private int countOfNth(int least, int most) {
        var counts =
                Arrays.stream(values).filter(count -> count >= least).sorted().toArray();
        return counts.length <= most ? least : counts[counts.length - most] + 1;
    }

    private void put(int slot, long key, int value) {
        if (keys[slot] == 0) {
            size++;
        }
        keys[slot] = key;
        values[slot] = value;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    private void grow() {
        var before = keys;
        var counts = values;
        keys = new long[before.length * 2];
        values = new int[keys.length];
        for (int at = 0; at < before.length; at++) {
            if (before[at] != 0) {
                int slot = slot(before[at]);
                keys[slot] = before[at];
                values[slot] = counts[at];
            }
        }
    }

    private int slot(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
