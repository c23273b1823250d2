package cn.lianxin.platform.identifying;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a character is: nothing (0), or the first or a further one of a piece of some sort. Which of the kinds of numbers a row of
 * digits is, rules know better.
 */
final class Tag {

    static final int NONE = 0;

    private static final List<Kind> SORTS = List.of(Kind.NAME, Kind.NICKNAME, Kind.CREW, Kind.DORMITORY, Kind.NUMBER);

    static final int COUNT = 1 + 2 * SORTS.size();

    /** What may stand before each; before the first character stands nothing. */
    static final int[][] BEFORE = new int[COUNT][];

    static {
        for (var tag = 0; tag < COUNT; tag++) {
            BEFORE[tag] = goesOn(tag) ? new int[] {tag - 1, tag} : every();
        }
    }

    private Tag() {}

    static int first(Kind kind) {
        return 1 + 2 * Math.max(SORTS.indexOf(kind), 0) + (SORTS.contains(kind) ? 0 : 2 * (SORTS.size() - 1));
    }

    static int further(Kind kind) {
        return first(kind) + 1;
    }

    static boolean begins(int tag) {
        return tag % 2 == 1;
    }

    static boolean goesOn(int tag) {
        return tag != NONE && tag % 2 == 0;
    }

    /** Of numbers of every kind {@link Kind#NUMBER}. */
    static Kind sort(int tag) {
        return SORTS.get((tag - 1) / 2);
    }

    /** For each tag what it is for pieces of its sort; nothing for what is nothing. */
    static double[] each(ToDoubleFunction<Kind> ofSort) {
        var each = new double[COUNT];
        for (var tag = 1; tag < COUNT; tag++) {
            each[tag] = ofSort.applyAsDouble(sort(tag));
        }
        return each;
    }

    private static int[] every() {
        var every = new int[COUNT];
        for (var tag = 0; tag < COUNT; tag++) {
            every[tag] = tag;
        }
        return every;
    }
}
