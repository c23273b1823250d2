package cn.lianxin.newsroom;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/** What changed between two texts, character by character within the lines that changed. */
final class Compared {

    enum Change {
        SAME,
        GONE,
        NEW
    }

    /** Some characters in a row. */
    record Piece(Change change, String text) {}

    /** Longer than this a line that changed is shown as replaced: nobody reads it character by character. */
    private static final int LONGEST = 5_000;

    private Compared() {}

    /** A list for each line of both. */
    static List<List<Piece>> lines(String before, String after) {
        var old = List.of(before.split("\n", -1));
        var young = List.of(after.split("\n", -1));
        var lines = new ArrayList<List<Piece>>();
        var at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, young).getDeltas()) {
            for (; at < delta.getSource().getPosition(); at++) {
                lines.add(List.of(new Piece(Change.SAME, old.get(at))));
            }
            changed(delta, lines);
            at += delta.getSource().size();
        }
        for (; at < old.size(); at++) {
            lines.add(List.of(new Piece(Change.SAME, old.get(at))));
        }
        return lines;
    }

    private static void changed(AbstractDelta<String> delta, List<List<Piece>> lines) {
        var gone = delta.getSource().getLines();
        var come = delta.getTarget().getLines();
        var both = delta.getType() == DeltaType.CHANGE ? Math.min(gone.size(), come.size()) : 0;
        for (var place = 0; place < both; place++) {
            lines.add(characters(gone.get(place), come.get(place)));
        }
        gone.subList(both, gone.size()).forEach(line -> lines.add(List.of(new Piece(Change.GONE, line))));
        come.subList(both, come.size()).forEach(line -> lines.add(List.of(new Piece(Change.NEW, line))));
    }

    static List<Piece> characters(String before, String after) {
        if (before.equals(after)) {
            return List.of(new Piece(Change.SAME, before));
        }
        if (before.length() > LONGEST || after.length() > LONGEST) {
            return List.of(new Piece(Change.GONE, before), new Piece(Change.NEW, after));
        }
        var old = before.codePoints().mapToObj(Character::toString).toList();
        var young = after.codePoints().mapToObj(Character::toString).toList();
        var pieces = new ArrayList<Piece>();
        var at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, young).getDeltas()) {
            add(pieces, Change.SAME, old.subList(at, delta.getSource().getPosition()));
            add(pieces, Change.GONE, delta.getSource().getLines());
            add(pieces, Change.NEW, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(pieces, Change.SAME, old.subList(at, old.size()));
        return pieces;
    }

    private static void add(List<Piece> pieces, Change change, List<String> characters) {
        if (!characters.isEmpty()) {
            pieces.add(new Piece(change, String.join("", characters)));
        }
    }
}
