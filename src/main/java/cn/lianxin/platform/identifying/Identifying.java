package cn.lianxin.platform.identifying;

import java.util.List;
import java.util.Map;

/** Finds by what somebody is known in a text. What lies within another find is not told twice. */
public final class Identifying {

    private Identifying() {}

    private static final class Learnt {
        /** Read when first asked. */
        static final Recognizer ONE = new Recognizer(Weights.read());
    }

    /** In the order in which they stand there; none overlaps another. */
    public static List<Piece> in(String text) {
        return Learnt.ONE.in(text);
    }

    /** The one that finds them. */
    public static Recognizer recognizer() {
        return Learnt.ONE;
    }

    /** The sentences it has learnt from, with their marks, by the lots in which they were written. */
    public static Map<String, List<String>> taught() {
        return Taught.lots();
    }
}
