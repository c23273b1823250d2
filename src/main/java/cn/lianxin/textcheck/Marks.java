package cn.lianxin.textcheck;

import java.util.ArrayList;
import java.util.List;

/** The places of one part of a text in which something was found, for showing them within its paragraphs. */
public final class Marks {

    /** @param number of what was found there, from 1; zero for the words between */
    public record Piece(String text, int number, Level level) {}

    public static final Marks NONE = new Marks("", "", List.of());

    private final String part;
    private final String text;
    private final List<TextChecks.Judged> found;

    private Marks(String part, String text, List<TextChecks.Judged> found) {
        this.part = part;
        this.text = text;
        this.found = found;
    }

    /** @param found in all parts; they are numbered as they stand there */
    public static Marks of(String part, String text, List<TextChecks.Judged> found) {
        return new Marks(part, text, found);
    }

    /** @param words some of the text, as they stand there */
    public List<Piece> in(String words) {
        return at(text.indexOf(words), words);
    }

    /** Of a part of these words. */
    public List<Piece> in(String words, int from, int to) {
        var begin = text.indexOf(words);
        return at(begin < 0 ? begin : begin + from, words.substring(from, to));
    }

    private List<Piece> at(int begin, String words) {
        if (found.isEmpty() || begin < 0) {
            return List.of(new Piece(words, 0, Level.HINT));
        }
        var pieces = new ArrayList<Piece>();
        var at = 0;
        for (var place = 0; place < found.size(); place++) {
            var finding = found.get(place).finding();
            var from = finding.from() - begin;
            var to = Math.min(finding.to() - begin, words.length());
            if (finding.part().equals(part) && from >= at && from < to) {
                if (from > at) {
                    pieces.add(new Piece(words.substring(at, from), 0, Level.HINT));
                }
                pieces.add(new Piece(words.substring(from, to), place + 1, finding.level()));
                at = to;
            }
        }
        if (at < words.length()) {
            pieces.add(new Piece(words.substring(at), 0, Level.HINT));
        }
        return pieces;
    }
}
