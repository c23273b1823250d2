package cn.lianxin.platform.identifying;

/** @param from of its first character in the text as it was given, {@code to} behind its last */
public record Piece(Kind kind, int from, int to, String words) {

    boolean overlaps(Piece other) {
        return from < other.to && other.from < to;
    }

    int length() {
        return to - from;
    }
}
