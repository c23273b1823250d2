package cn.lianxin.platform.likeness;

import java.util.Arrays;

/** Numbers grams of up to three characters from 0 on; open addressing, as a million texts have millions of grams. */
final class GramTable {

    static final int NONE = -1;

    private long[] keys;
    private int[] numbers;
    private int size;

    GramTable(int expected) {
        int room = Integer.highestOneBit(Math.max(expected, 8) * 2 - 1) * 2;
        keys = new long[room];
        numbers = new int[room];
        Arrays.fill(numbers, NONE);
    }

    static long single(char only) {
        return (1L << 48) | only;
    }

    static long pair(char first, char second) {
        return (2L << 48) | ((long) first << 16) | second;
    }

    static long triple(char first, char second, char third) {
        return (3L << 48) | ((long) first << 32) | ((long) second << 16) | third;
    }

    int size() {
        return size;
    }

    /** Its number, or {@link #NONE}. */
    int find(long gram) {
        return numbers[place(gram)];
    }

    int findOrAdd(long gram) {
        int place = place(gram);
        if (numbers[place] != NONE) {
            return numbers[place];
        }
        keys[place] = gram;
        numbers[place] = size;
        if (++size * 2 > keys.length) {
            grow();
        }
        return size - 1;
    }

    /** All grams by their numbers. */
    long[] grams() {
        var grams = new long[size];
        for (int at = 0; at < keys.length; at++) {
            if (numbers[at] != NONE) {
                grams[numbers[at]] = keys[at];
            }
        }
        return grams;
    }

    private int place(long gram) {
        long mixed = gram * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) & (keys.length - 1);
        while (numbers[at] != NONE && keys[at] != gram) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        var oldKeys = keys;
        var oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = new int[keys.length];
        Arrays.fill(numbers, NONE);
        for (int at = 0; at < oldKeys.length; at++) {
            if (oldNumbers[at] != NONE) {
                int place = place(oldKeys[at]);
                keys[place] = oldKeys[at];
                numbers[place] = oldNumbers[at];
            }
        }
    }
}
