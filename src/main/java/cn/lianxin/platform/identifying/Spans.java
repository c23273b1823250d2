package cn.lianxin.platform.identifying;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Where in a text something stands, and how far away it is from each character. */
final class Spans {

    static final int FAR = 99;

    private static final String STOPS = "。;；!！?？\n";
    private static final int SIGHT = 15;

    private Spans() {}

    /** 0 outside, 1 at the beginning, 2 within, 3 at the end, 4 where it is one character. */
    static int[] of(String text, Pattern pattern) {
        var spans = new int[text.length()];
        var found = pattern.matcher(text);
        while (found.find()) {
            mark(spans, found.start(), found.end());
        }
        return spans;
    }

    /** The same of what rules have found, by kind. */
    static int[] of(Form form, List<Piece> pieces) {
        var spans = new int[form.text.length()];
        for (var piece : pieces) {
            var first = true;
            for (var at = 0; at < spans.length; at++) {
                if (form.begin(at) >= piece.from() && form.begin(at) < piece.to()) {
                    spans[at] = 2 + 2 * piece.kind().ordinal() + (first ? 0 : 1);
                    first = false;
                }
            }
        }
        return spans;
    }

    private static void mark(int[] spans, int from, int to) {
        for (var at = from; at < to; at++) {
            spans[at] = to - from == 1 ? 4 : at == from ? 1 : at == to - 1 ? 3 : 2;
        }
    }

    /** How many characters ago it ended, within the sentence; {@link #FAR} where it did not. */
    static int[] since(String text, Pattern pattern) {
        var since = new int[text.length()];
        Arrays.fill(since, FAR);
        var found = pattern.matcher(text);
        while (found.find()) {
            for (var at = found.end(); at < text.length() && at - found.end() <= SIGHT && !stops(text, at); at++) {
                since[at] = at - found.end();
            }
        }
        return since;
    }

    /** In how many characters it begins. */
    static int[] until(String text, Pattern pattern) {
        var until = new int[text.length()];
        Arrays.fill(until, FAR);
        var found = pattern.matcher(text);
        while (found.find()) {
            for (var at = found.start() - 1; at >= 0 && found.start() - at <= SIGHT && !stops(text, at); at--) {
                until[at] = Math.min(until[at], found.start() - at);
            }
        }
        return until;
    }

    private static boolean stops(String text, int at) {
        return STOPS.indexOf(text.charAt(at)) >= 0;
    }

    /** In four steps, and not at all. */
    static int step(int distance) {
        return distance > 50 ? 4 : distance < 3 ? 0 : distance < 6 ? 1 : distance < 10 ? 2 : 3;
    }

    static int at(int[] values, int at) {
        return at < 0 ? -1 : at >= values.length ? -2 : values[at];
    }
}
