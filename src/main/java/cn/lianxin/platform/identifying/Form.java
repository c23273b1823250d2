package cn.lianxin.platform.identifying;

import cn.lianxin.platform.text.NormalText;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text in one of the forms in which it is looked through, which knows of each of its characters where it stood: folded in width
 * and to simplified characters; without spaces between characters; with numerals as digits.
 */
final class Form {

    private static final String NUMERALS = "〇零○洞一壹幺二贰三叁四肆五伍六陆七柒拐八捌九玖勾";
    private static final String DIGITS = "0000111223344556677788999";

    private static final Pattern GAP = Pattern.compile("(?<=[一-鿿])[\\s·•]+(?=[一-鿿])");

    final String original;
    final String text;
    private final int[] begins;
    private final int[] ends;

    private Form(String original, String text, int[] begins, int[] ends) {
        this.original = original;
        this.text = text;
        this.begins = begins;
        this.ends = ends;
    }

    static Form folded(String original) {
        var normal = NormalText.of(original);
        var text = normal.normal();
        var begins = new int[text.length()];
        var ends = new int[text.length()];
        for (var at = 0; at < text.length(); at++) {
            begins[at] = normal.begin(at);
            ends[at] = normal.end(at + 1);
        }
        return new Form(original, text, begins, ends);
    }

    /** Numerals as digits, each in its place: 幺三八 is 138, and 二队 is 2队. */
    Form inDigits() {
        var digits = new StringBuilder(text.length());
        for (var character : text.toCharArray()) {
            var at = NUMERALS.indexOf(character);
            digits.append(at < 0 ? character : DIGITS.charAt(at));
        }
        return new Form(original, digits.toString(), begins, ends);
    }

    /** Without spaces and dots between Chinese characters: 张 建 国 is one name. */
    Form close() {
        var gaps = GAP.matcher(text);
        var kept = new boolean[text.length()];
        Arrays.fill(kept, true);
        while (gaps.find()) {
            Arrays.fill(kept, gaps.start(), gaps.end(), false);
        }
        var close = new StringBuilder(text.length());
        var from = new int[text.length()];
        var to = new int[text.length()];
        for (var at = 0; at < text.length(); at++) {
            if (kept[at]) {
                from[close.length()] = begins[at];
                to[close.length()] = ends[at];
                close.append(text.charAt(at));
            }
        }
        return new Form(
                original, close.toString(), Arrays.copyOf(from, close.length()), Arrays.copyOf(to, close.length()));
    }

    /** Where in the text that was given this character stood. */
    int begin(int at) {
        return begins[at];
    }

    /** Whether something was left out before this character. */
    boolean gapBefore(int at) {
        return at > 0 && begins[at] > ends[at - 1];
    }

    Piece piece(Kind kind, int from, int to) {
        var begin = begins[from];
        var end = ends[to - 1];
        return new Piece(kind, begin, end, original.substring(begin, end));
    }

    /** All that a pattern finds; where it has a group {@code it}, that alone. */
    Stream<Piece> find(Kind kind, Pattern pattern) {
        return pattern.matcher(text).results().map(found -> {
            var named = pattern.namedGroups().containsKey("it") && found.start("it") >= 0;
            return named ? piece(kind, found.start("it"), found.end("it")) : piece(kind, found.start(), found.end());
        });
    }

    /** As much of what stands before as belongs to the same clause, at most so much. */
    String before(int at, int most) {
        var clause = text.substring(Math.max(0, at - most), at);
        return last(Pattern.compile("[,，。;；!！?？\\n]").matcher(clause))
                .map(clause::substring)
                .orElse(clause);
    }

    /** The same of what stood at this place of the text that was given. */
    String beforeOriginal(int at, int most) {
        var here = 0;
        while (here < begins.length && begins[here] < at) {
            here++;
        }
        return before(here, most);
    }

    String after(int at, int most) {
        return text.substring(at, Math.min(text.length(), at + most));
    }

    private static Optional<Integer> last(Matcher matcher) {
        Optional<Integer> end = Optional.empty();
        while (matcher.find()) {
            end = Optional.of(matcher.end());
        }
        return end;
    }
}
