package cn.lianxin.platform.identifying;

import java.util.Arrays;

/**
 * What can be seen at each character of a text, as numbers that stand for "this sign has this value". What they mean is learnt.
 * Two signs may share a number by accident; that is rare and does little.
 */
final class Signs {

    private final int[][] all;
    private int[] here = new int[160];
    private int count;

    Signs(int length) {
        all = new int[length][];
    }

    /** @param sign which sign it is, a number of its own */
    void add(int sign, int... values) {
        var number = sign * 0x9E3779B1;
        for (var value : values) {
            number = Integer.rotateLeft(number ^ value * 0x85EBCA6B, 13) * 0xC2B2AE35 + 0x27D4EB2F;
        }
        number ^= number >>> 16;
        if (count == here.length) {
            here = Arrays.copyOf(here, 2 * count);
        }
        here[count++] = number * 0x85EBCA6B ^ number >>> 13;
    }

    /** All that was added belongs to this character. */
    void endOf(int character) {
        all[character] = Arrays.copyOf(here, count);
        count = 0;
    }

    int length() {
        return all.length;
    }

    int[] at(int character) {
        return all[character];
    }
}
