package cn.lianxin.platform.index;

import cn.lianxin.platform.text.Grams;
import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What somebody typed, word by word in normal form; what has neither letter nor digit is no word.
 *
 * @param words each without spaces
 */
public record SoughtWords(List<String> words) {

    /** More is not read: nobody types it, and a pasted letter is found by its beginning. */
    public static final int LONGEST = 100;

    private static final int MOST_WORDS = 12;

    public SoughtWords {
        words = List.copyOf(words);
    }

    public static SoughtWords of(String typed) {
        var stripped = typed.strip();
        var end = stripped.offsetByCodePoints(0, Math.min(LONGEST, stripped.codePointCount(0, stripped.length())));
        return new SoughtWords(
                Arrays.stream(Grams.normal(stripped.substring(0, end)).split("[\\s\\p{Z}]+"))
                        .filter(word -> !Grams.stretches(word).isEmpty())
                        .distinct()
                        .limit(MOST_WORDS)
                        .toList());
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** All in a row: between Han there is no space, between other words there is. */
    String inARow() {
        var row = new StringBuilder();
        for (var word : words) {
            if (!row.isEmpty() && !(isHan(row.codePointBefore(row.length())) && isHan(word.codePointAt(0)))) {
                row.append(' ');
            }
            row.append(word);
        }
        return row.toString();
    }

    /** The pairs of neighbours in all words, and the words of one character. */
    public List<String> pieces() {
        var pieces = new ArrayList<String>();
        for (var word : words) {
            pieces.addAll(Grams.ofQuery(word));
        }
        return pieces.stream().distinct().toList();
    }

    private static boolean isHan(int character) {
        return UScript.getScript(character) == UScript.HAN;
    }
}
