package cn.lianxin.platform.identifying;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.CoreBiGramTableDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.Segment;
import java.util.Arrays;

/** A text cut into the words of a dictionary, seen from each of its characters. */
final class Cut {

    private static final Segment SEGMENT =
            HanLP.newSegment().enableNameRecognize(false).enableCustomDictionary(false);
    private static final Segment WITH_NAMES =
            HanLP.newSegment().enableNameRecognize(true).enableCustomDictionary(false);

    private static final String SOMEBODY = "未##人";

    /** The word, its nature, and whether this is its first (1), a middle (2), its last (3) or only character (0). */
    final int[] word;

    final int[] nature;
    final int[] place;

    /** Of the word before it, and the one behind it. */
    final int[] wordBefore;

    final int[] natureBefore;
    final int[] wordBehind;
    final int[] natureBehind;

    /** What the dictionary takes for a name: the same places, and how long. */
    final int[] person;

    /** How often newspapers have this word behind the one before. */
    final int[] usual;

    /** How often they have somebody's name behind what ends here; and before what begins here. */
    final int[] leads;

    final int[] follows;

    /** Of the longest word that could begin here: itself, and its nature. */
    final int[] could;

    final int[] couldBe;

    /** The nature of the longest word that could end before here. */
    final int[] ended;

    /** The nature of the two and of the three characters from here, where they are a word. */
    final int[] two;

    final int[] three;

    /** Whether the two characters from here stand elsewhere in the text too. */
    final int[] again;

    Cut(String text) {
        var length = text.length();
        word = new int[length];
        nature = new int[length];
        place = new int[length];
        wordBefore = new int[length];
        natureBefore = new int[length];
        wordBehind = new int[length];
        natureBehind = new int[length];
        person = new int[length];
        usual = new int[length];
        leads = new int[length + 1];
        follows = new int[length + 1];
        could = new int[length + 1];
        couldBe = new int[length + 1];
        ended = new int[length + 1];
        two = new int[length];
        three = new int[length];
        again = new int[length];
        words(text);
        names(text);
        possible(text);
        for (var at = 0; at <= length; at++) {
            leads[at] = at == 0 ? often("始##始", SOMEBODY) : 0;
            follows[at] = at == length ? often(SOMEBODY, "末##末") : 0;
            for (var size = 1; size <= 3; size++) {
                leads[at] = Math.max(leads[at], at < size ? 0 : often(text.substring(at - size, at), SOMEBODY));
                follows[at] =
                        Math.max(follows[at], at + size > length ? 0 : often(SOMEBODY, text.substring(at, at + size)));
            }
        }
    }

    private void possible(String text) {
        for (var at = 0; at < text.length(); at++) {
            for (var size = 1; size <= 4 && at + size <= text.length(); size++) {
                var part = text.substring(at, at + size);
                var nature = nature(part);
                if (nature != 0) {
                    could[at] = part.hashCode();
                    couldBe[at] = nature;
                    ended[at + size] = ended[at + size] == 0 ? nature : ended[at + size];
                    two[at] = size == 2 ? nature : two[at];
                    three[at] = size == 3 ? nature : three[at];
                }
                if (size == 2 && text.indexOf(part) != text.lastIndexOf(part)) {
                    again[at] = 1;
                }
            }
        }
        could[text.length()] = 1;
        couldBe[text.length()] = 1;
        ended[0] = 1;
    }

    private static int nature(String part) {
        var attribute = CoreDictionary.get(part);
        return attribute == null ? 0 : attribute.nature[0].toString().hashCode();
    }

    private void words(String text) {
        var terms = SEGMENT.seg(text);
        var at = 0;
        var lastWord = "";
        var last = 1;
        var lastNature = 1;
        for (var index = 0; index < terms.size(); index++) {
            var term = terms.get(index);
            var from = text.indexOf(term.word, at);
            if (from < 0) {
                continue;
            }
            var to = from + term.word.length();
            var hasNext = index + 1 < terms.size();
            Arrays.fill(word, from, to, term.word.hashCode());
            Arrays.fill(nature, from, to, term.nature.toString().hashCode());
            Arrays.fill(wordBefore, at, to, last);
            Arrays.fill(natureBefore, at, to, lastNature);
            Arrays.fill(wordBehind, at, to, hasNext ? terms.get(index + 1).word.hashCode() : 2);
            Arrays.fill(
                    natureBehind,
                    at,
                    to,
                    hasNext ? terms.get(index + 1).nature.toString().hashCode() : 2);
            Arrays.fill(usual, from, to, 5);
            usual[from] = often(lastWord, term.word);
            places(place, from, to);
            lastWord = term.word;
            last = term.word.hashCode();
            lastNature = term.nature.toString().hashCode();
            at = to;
        }
    }

    private void names(String text) {
        var at = 0;
        for (var term : WITH_NAMES.seg(text)) {
            var from = text.indexOf(term.word, at);
            if (from < 0) {
                continue;
            }
            at = from + term.word.length();
            if (term.nature.startsWith("nr")) {
                places(person, from, at);
                for (var inside = from; inside < at; inside++) {
                    person[inside] += 10 * (at - from);
                }
            }
        }
    }

    private static void places(int[] places, int from, int to) {
        for (var at = from; at < to; at++) {
            places[at] = to - from == 1 ? 0 : at == from ? 1 : at == to - 1 ? 3 : 2;
        }
    }

    private static int often(String first, String second) {
        var times = CoreBiGramTableDictionary.getBiFrequency(first, second);
        return times <= 0 ? 0 : times < 3 ? 1 : times < 20 ? 2 : times < 100 ? 3 : 4;
    }
}
