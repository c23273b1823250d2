package cn.lianxin.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The part of what somebody said in which the words that bind it stand, with those words marked. */
final class Excerpt {

    record Piece(String text, boolean marked) {}

    private static final int BEFORE = 16;
    private static final int LENGTH = 72;

    private Excerpt() {}

    static List<Piece> of(String text, Collection<String> words) {
        var line = text.replaceAll("\\s+", " ").strip();
        var sought = words.stream()
                .filter(word -> !word.isBlank())
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        var found = sought.isEmpty() ? List.<int[]>of() : places(line, sought);
        int from = found.isEmpty()
                ? 0
                : line.offsetByCodePoints(found.getFirst()[0], -Math.min(BEFORE, before(line, found)));
        int to = line.codePointCount(from, line.length()) <= LENGTH
                ? line.length()
                : line.offsetByCodePoints(from, LENGTH);
        var pieces = new ArrayList<Piece>();
        int at = from;
        for (var place : found) {
            if (place[1] <= to) {
                add(pieces, line.substring(at, place[0]), false);
                add(pieces, line.substring(place[0], place[1]), true);
                at = place[1];
            }
        }
        add(pieces, line.substring(at, to), false);
        if (from > 0) {
            pieces.addFirst(new Piece("…", false));
        }
        if (to < line.length()) {
            pieces.add(new Piece("…", false));
        }
        return List.copyOf(pieces);
    }

    private static int before(String line, List<int[]> found) {
        return line.codePointCount(0, found.getFirst()[0]);
    }

    private static List<int[]> places(String line, String sought) {
        return Pattern.compile(sought, Pattern.CASE_INSENSITIVE)
                .matcher(line)
                .results()
                .map(match -> new int[] {match.start(), match.end()})
                .collect(ArrayList::new, Excerpt::join, List::addAll);
    }

    /** Words that stand side by side are marked as one. */
    private static void join(ArrayList<int[]> places, int[] next) {
        if (!places.isEmpty() && places.getLast()[1] == next[0]) {
            places.getLast()[1] = next[1];
        } else {
            places.add(next);
        }
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }
}
