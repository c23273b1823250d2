package cn.lianxin.platform.identifying;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Which signs were met often enough to be learnt, each by its place. */
final class Numbering {

    private final int[] keys;
    private final int[] places;
    private final int size;

    private Numbering(int[] keys, int[] places, int size) {
        this.keys = keys;
        this.places = places;
        this.size = size;
    }

    /** @param least how often */
    static Numbering of(List<Signs> texts, int least) {
        var all = texts.stream()
                .flatMapToInt(text -> IntStream.range(0, text.length()).flatMap(at -> Arrays.stream(text.at(at))))
                .sorted()
                .toArray();
        var kept = new int[all.length];
        var size = 0;
        for (int from = 0, to; from < all.length; from = to) {
            to = from;
            while (to < all.length && all[to] == all[from]) {
                to++;
            }
            if (to - from >= least && all[from] != 0) {
                kept[size++] = all[from];
            }
        }
        return of(Arrays.copyOf(kept, size));
    }

    static Numbering of(int[] kept) {
        var room = Integer.highestOneBit(Math.max(kept.length, 1)) * 4;
        var keys = new int[room];
        var places = new int[room];
        for (var place = 0; place < kept.length; place++) {
            var slot = slot(keys, kept[place]);
            keys[slot] = kept[place];
            places[slot] = place;
        }
        return new Numbering(keys, places, kept.length);
    }

    int size() {
        return size;
    }

    /** The signs by their places. */
    int[] keys() {
        var all = new int[size];
        for (var slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                all[places[slot]] = keys[slot];
            }
        }
        return all;
    }

    /** Of each character the places of the signs that are known. */
    int[][] known(Signs signs) {
        var known = new int[signs.length()][];
        for (var at = 0; at < known.length; at++) {
            var here = signs.at(at);
            var places = new int[here.length];
            var count = 0;
            for (var sign : here) {
                var slot = slot(keys, sign);
                if (keys[slot] == sign && sign != 0) {
                    places[count++] = this.places[slot];
                }
            }
            known[at] = Arrays.copyOf(places, count);
        }
        return known;
    }

    private static int slot(int[] keys, int key) {
        var slot = key * 0x9E3779B1 >>> 1 & keys.length - 1;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }
}
