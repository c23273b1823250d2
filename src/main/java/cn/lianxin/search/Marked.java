package cn.lianxin.search;

import cn.lianxin.platform.index.SoughtWords;
import cn.lianxin.platform.text.NormalText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A text, or a part of it, with what was looked for marked: as the writer wrote it, though it was found in normal form. The
 * page escapes each piece.
 */
record Marked(List<Piece> pieces) {

    record Piece(String text, boolean found) {}

    private static final int BEFORE = 30;
    private static final int LONGEST = 160;

    /** All of the text. */
    static Marked whole(String text, SoughtWords words) {
        return cut(text, found(text, words), 0, text.length());
    }

    /** The part around the first place where something stands of what was looked for; the beginning where nothing does. */
    static Marked around(String text, SoughtWords words) {
        var found = found(text, words);
        var from = Math.max(0, found.nextSetBit(0) - BEFORE);
        if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
            from--;
        }
        var until = Math.min(text.length(), from + LONGEST);
        if (until < text.length() && Character.isLowSurrogate(text.charAt(until))) {
            until--;
        }
        var cut = new ArrayList<Piece>();
        if (from > 0) {
            cut.add(new Piece("…", false));
        }
        cut.addAll(cut(text, found, from, until).pieces());
        if (until < text.length()) {
            cut.add(new Piece("…", false));
        }
        return new Marked(cut);
    }

    /** How many characters are marked. */
    int found() {
        return pieces.stream()
                .filter(Piece::found)
                .mapToInt(piece -> piece.text().length())
                .sum();
    }

    /** Whole words; where none of them stands there, what is left of them. */
    private static BitSet found(String text, SoughtWords words) {
        var normal = NormalText.of(text);
        var found = found(normal, words.words());
        return found.isEmpty() ? found(normal, words.pieces()) : found;
    }

    private static BitSet found(NormalText text, List<String> parts) {
        var found = new BitSet();
        for (var part : parts) {
            for (var at = text.normal().indexOf(part);
                    at >= 0;
                    at = text.normal().indexOf(part, at + 1)) {
                found.set(text.begin(at), text.end(at + part.length()));
            }
        }
        return found;
    }

    private static Marked cut(String text, BitSet found, int from, int until) {
        var pieces = new ArrayList<Piece>();
        for (var at = from; at < until; ) {
            var isFound = found.get(at);
            var end = isFound ? found.nextClearBit(at) : found.nextSetBit(at);
            end = end < 0 ? until : Math.min(end, until);
            pieces.add(new Piece(text.substring(at, end), isFound));
            at = end;
        }
        return new Marked(pieces);
    }
}
