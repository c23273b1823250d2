package cn.lianxin.platform.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two texts that were written on from the same one, put together: what one of them changed is taken, what both changed at the same place
 * is shown with both. Line by line, and character by character within lines that both changed; no character that either of them put in is
 * left out.
 */
public final class ThreeWay {

    /** Some of the result: whole lines, or of a single line all of it. */
    public sealed interface Part {}

    public record Settled(String text) implements Part {}

    /** Both changed it; each with what only the other one changed elsewhere in these lines. */
    public record Clash(String mine, String theirs) implements Part {}

    public record Merged(List<Part> parts) {

        public Merged {
            parts = List.copyOf(parts);
        }

        public boolean clean() {
            return clashes().isEmpty();
        }

        public List<Clash> clashes() {
            return parts.stream()
                    .filter(Clash.class::isInstance)
                    .map(Clash.class::cast)
                    .toList();
        }
    }

    /** Longer than this, lines that both changed are not looked into: each side is shown whole. */
    private static final int LONGEST = 5_000;

    private static final String END = "\n";

    private ThreeWay() {}

    /** A clash is of whole lines. */
    public static Merged merge(String base, String mine, String theirs) {
        var parts = new Parts();
        for (var stretch : Stretch.of(ofLines(base), ofLines(mine), ofLines(theirs))) {
            switch (stretch.kind()) {
                case SAME, MINE -> parts.settle(stretch.mine());
                case THEIRS -> parts.settle(stretch.theirs());
                case BOTH -> within(stretch, parts);
            }
        }
        return parts.merged();
    }

    private static void within(Stretch lines, Parts parts) {
        if (lines.base().isEmpty()
                || lines.mine().isEmpty()
                || lines.theirs().isEmpty()
                || lines.mine().length() > LONGEST
                || lines.theirs().length() > LONGEST) {
            parts.clash(lines.mine(), lines.theirs());
            parts.endLine();
            return;
        }
        // Each of them ends a line, and with it the stretch.
        for (var stretch : Stretch.apart(Stretch.of(
                ofCharacters(cut(lines.base())), ofCharacters(cut(lines.mine())), ofCharacters(cut(lines.theirs()))))) {
            switch (stretch.kind()) {
                case SAME, MINE -> parts.settle(stretch.mine());
                case THEIRS -> parts.settle(stretch.theirs());
                case BOTH -> parts.clash(stretch.mine(), stretch.theirs());
            }
        }
        parts.settle(END);
    }

    private static List<String> ofLines(String text) {
        return Arrays.stream(text.split(END, -1)).map(line -> line + END).toList();
    }

    private static List<String> ofCharacters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    private static String cut(String lines) {
        return lines.substring(0, lines.length() - END.length());
    }

    /** Gathers lines: where something in a line clashes, all of it does. */
    private static final class Parts {

        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder settled = new StringBuilder();
        private final StringBuilder mine = new StringBuilder();
        private final StringBuilder theirs = new StringBuilder();
        private boolean clashes;

        void settle(String text) {
            for (int from = 0; from < text.length(); ) {
                var end = text.indexOf(END, from);
                var to = end < 0 ? text.length() : end + 1;
                mine.append(text, from, to);
                theirs.append(text, from, to);
                if (end >= 0) {
                    endLine();
                }
                from = to;
            }
        }

        void clash(String ofMine, String ofTheirs) {
            mine.append(ofMine);
            theirs.append(ofTheirs);
            clashes = true;
        }

        void endLine() {
            if (clashes) {
                endSettled();
                parts.add(new Clash(withoutEnd(mine), withoutEnd(theirs)));
            } else {
                settled.append(mine);
            }
            mine.setLength(0);
            theirs.setLength(0);
            clashes = false;
        }

        private void endSettled() {
            if (!settled.isEmpty()) {
                parts.add(new Settled(withoutEnd(settled)));
                settled.setLength(0);
            }
        }

        Merged merged() {
            endSettled();
            return new Merged(parts);
        }

        private static String withoutEnd(CharSequence lines) {
            var text = lines.toString();
            return text.endsWith(END) ? text.substring(0, text.length() - 1) : text;
        }
    }
}
