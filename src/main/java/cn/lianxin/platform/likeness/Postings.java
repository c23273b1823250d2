package cn.lianxin.platform.likeness;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** For each gram the texts that have it, ascending, as gaps of one to five bytes. */
final class Postings {

    private byte[][] gaps = new byte[1024][];
    private int[] used = new int[1024];
    private int[] last = new int[1024];
    private int[] count = new int[1024];

    /** Texts are added in ascending order; one that the gram has already is not added again. */
    void add(int gram, int text) {
        makeRoom(gram);
        if (count[gram] > 0 && last[gram] == text) {
            return;
        }
        append(gram, count[gram] == 0 ? text : text - last[gram]);
        last[gram] = text;
        count[gram]++;
    }

    int count(int gram) {
        return gram < count.length ? count[gram] : 0;
    }

    void each(int gram, IntConsumer action) {
        var bytes = gaps[gram];
        int end = used[gram];
        int text = 0;
        for (int at = 0; at < end; ) {
            int gap = 0;
            int shift = 0;
            byte part;
            do {
                part = bytes[at++];
                gap |= (part & 0x7F) << shift;
                shift += 7;
            } while (part < 0);
            text += gap;
            action.accept(text);
        }
    }

    /** For erasure: the list is written anew without the text. */
    void remove(int gram, int text) {
        if (count(gram) == 0) {
            return;
        }
        var kept = new int[count[gram]];
        var filled = new int[1];
        each(gram, one -> {
            if (one != text) {
                kept[filled[0]++] = one;
            }
        });
        gaps[gram] = new byte[Math.max(4, filled[0])];
        used[gram] = 0;
        count[gram] = 0;
        for (int at = 0; at < filled[0]; at++) {
            add(gram, kept[at]);
        }
    }

    private void append(int gram, int gap) {
        var bytes = gaps[gram];
        if (bytes.length < used[gram] + 5) {
            bytes = Arrays.copyOf(bytes, used[gram] + 5 + used[gram] / 4);
            gaps[gram] = bytes;
        }
        int rest = gap;
        while (rest > 0x7F) {
            bytes[used[gram]++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[used[gram]++] = (byte) rest;
    }

    private void makeRoom(int gram) {
        if (gram >= gaps.length) {
            int room = Math.max(gram + 1, gaps.length * 3 / 2);
            gaps = Arrays.copyOf(gaps, room);
            used = Arrays.copyOf(used, room);
            last = Arrays.copyOf(last, room);
            count = Arrays.copyOf(count, room);
        }
        if (gaps[gram] == null) {
            gaps[gram] = new byte[8];
        }
    }
}
