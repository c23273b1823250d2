package cn.lianxin.platform.identifying;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A text cut into words, by a dictionary of the language; names that it takes for some are marked. */
final class Words {

    /** @param person whether the dictionary takes it for somebody's name */
    record Word(String text, int from, boolean person) {

        int to() {
            return from + text.length();
        }
    }

    private static final Segment SEGMENT =
            HanLP.newSegment().enableNameRecognize(true).enableCustomDictionary(false);

    private final @Nullable Word[] covering;
    private final boolean[] begins;

    private Words(@Nullable Word[] covering, boolean[] begins) {
        this.covering = covering;
        this.begins = begins;
    }

    static Words of(String text) {
        var covering = new Word[text.length()];
        var begins = new boolean[text.length() + 1];
        var at = 0;
        for (var term : SEGMENT.seg(text)) {
            var from = text.indexOf(term.word, at);
            if (from >= 0) {
                Arrays.fill(
                        covering,
                        from,
                        from + term.word.length(),
                        new Word(term.word, from, term.nature.startsWith("nr")));
                begins[from] = true;
                at = from + term.word.length();
                begins[at] = true;
            }
        }
        return new Words(covering, begins);
    }

    /** Whether the dictionary takes exactly this for a name, in one piece or as surname and given name. */
    boolean isPerson(int from, int to) {
        return near(from, to).anyMatch(word -> word.person() && word.from() == from && word.to() == to)
                || near(from, to).anyMatch(word -> word.person() && word.from() == from && word.to() < to)
                        && near(from, to).anyMatch(word -> word.person() && word.to() == to && word.from() > from);
    }

    /** Whether it sees a name here that begins or ends elsewhere. */
    boolean meetsPerson(int from, int to) {
        return near(from, to).anyMatch(word -> word.person() && (word.text().length() > 1 || word.from() == from));
    }

    /** Whether the dictionary has exactly this as a word that is no name. */
    boolean isWord(int from, int to) {
        return to - from > 1
                && near(from, to).anyMatch(word -> !word.person() && word.from() == from && word.to() == to);
    }

    /** Whether a word ends and another begins here. */
    boolean borders(int at) {
        return begins[at];
    }

    /**
     * Whether these characters are cut out of longer words, or are one that is no name.
     *
     * @param given where the given name begins: the surname alone may be a word
     */
    boolean isOtherwise(int from, int given, int to) {
        return near(from, to)
                .anyMatch(word -> !word.person()
                        && word.text().length() > 1
                        && (word.from() < from
                                || word.to() > to
                                || word.from() == from && word.to() == to && word.to() != given));
    }

    /** Those that share a character with these. */
    private Stream<Word> near(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(at -> covering[at])
                .filter(Objects::nonNull)
                .distinct();
    }
}
