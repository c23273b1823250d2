package cn.lianxin.newsroom;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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

    /** A line so short is compared whatever it has in common with the other one. */
    private static final int SHORT = 40;

    /** Lines that have less than this in common were written anew; one is shown, and then the other. */
    private static final double LEAST_LIKENESS = .2;

    /** More places than these in one line, and it is shown as replaced, too: finding them all takes their square. */
    private static final int MOST_PLACES = 1_500;

    /** More lines than these in a row, all changed, are paired as they stand. */
    private static final int MOST_PAIRS = 10_000;

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
        var at = 0;
        var to = 0;
        for (var pair : pairs(gone, come)) {
            for (; at < pair.before(); at++) {
                lines.add(List.of(new Piece(Change.GONE, gone.get(at))));
            }
            for (; to < pair.after(); to++) {
                lines.add(List.of(new Piece(Change.NEW, come.get(to))));
            }
            lines.add(characters(gone.get(at++), come.get(to++)));
        }
        gone.subList(at, gone.size()).forEach(line -> lines.add(List.of(new Piece(Change.GONE, line))));
        come.subList(to, come.size()).forEach(line -> lines.add(List.of(new Piece(Change.NEW, line))));
    }

    private record Pair(int before, int after) {}

    /** Which line became which: in order, and so that they are as like as they can be; the others are gone, or new. */
    private static List<Pair> pairs(List<String> gone, List<String> come) {
        if (gone.size() == come.size() || gone.size() * come.size() > MOST_PAIRS) {
            return IntStream.range(0, Math.min(gone.size(), come.size()))
                    .mapToObj(place -> new Pair(place, place))
                    .toList();
        }
        var young = come.stream().map(Compared::neighbours).toList();
        var likeness = new double[gone.size()][come.size()];
        var best = new double[gone.size() + 1][come.size() + 1];
        for (var i = gone.size() - 1; i >= 0; i--) {
            var old = neighbours(gone.get(i));
            for (var j = come.size() - 1; j >= 0; j--) {
                likeness[i][j] = likeness(old, young.get(j));
                best[i][j] = Math.max(likeness[i][j] + best[i + 1][j + 1], Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        var pairs = new ArrayList<Pair>();
        for (int i = 0, j = 0; i < gone.size() && j < come.size(); ) {
            if (likeness[i][j] > 0 && best[i][j] == likeness[i][j] + best[i + 1][j + 1]) {
                pairs.add(new Pair(i++, j++));
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }

    /** By the characters that stand side by side in both. */
    private static double likeness(Set<Integer> some, Set<Integer> others) {
        var common = 0;
        for (var pair : some) {
            common += others.contains(pair) ? 1 : 0;
        }
        return common == 0 ? 0 : (double) common / (some.size() + others.size() - common);
    }

    private static boolean isAnew(String before, String after) {
        if (Math.min(before.length(), after.length()) < SHORT) {
            return false;
        }
        var likeness = likeness(neighbours(before), neighbours(after));
        return likeness < LEAST_LIKENESS || (1 - likeness) * (before.length() + after.length()) / 2 > MOST_PLACES;
    }

    private static Set<Integer> neighbours(String line) {
        var pairs = new HashSet<Integer>(line.length() * 2);
        for (var at = 0; at + 1 < line.length(); at++) {
            pairs.add((line.charAt(at) << Character.SIZE) | line.charAt(at + 1));
        }
        return pairs;
    }

    static List<Piece> characters(String before, String after) {
        if (before.equals(after)) {
            return List.of(new Piece(Change.SAME, before));
        }
        if (before.length() > LONGEST || after.length() > LONGEST || isAnew(before, after)) {
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
