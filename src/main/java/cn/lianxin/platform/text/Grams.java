package cn.lianxin.platform.text;

import com.ibm.icu.lang.UCharacter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The pieces by which a text is found: every character and every pair of neighbours in its normal form. Word
 * segmentation would lose names and the words of the pit; pairs lose nothing.
 */
public final class Grams {

    private Grams() {}

    /**
     * The form in which texts are compared: compatibility forms folded (NFKC: Ａ１㎡ is a1m2), lower case, simplified
     * characters, without accents and invisible characters. It is folded character by character, so the normal form of
     * a part is always a part of the normal form of the whole.
     */
    public static String normal(String text) {
        var result = new StringBuilder(text.length());
        text.codePoints().forEach(character -> appendNormal(character, result));
        return result.toString();
    }

    /** What to store for a text: each gram once. Only letters, digits and Han count; no gram spans anything else. */
    public static List<String> of(String text) {
        var grams = new LinkedHashSet<String>();
        for (var run : runs(normal(text))) {
            addSingles(run, grams);
            addPairs(run, grams);
        }
        return List.copyOf(grams);
    }

    /**
     * What a text must have among its grams if it contains the phrase; the reverse does not hold, so the caller checks
     * the phrase itself. Empty when the phrase has no letter, digit or Han character to look for.
     */
    public static List<String> ofQuery(String phrase) {
        var grams = new LinkedHashSet<String>();
        for (var run : runs(normal(phrase))) {
            if (run.length == 1) {
                addSingles(run, grams);
            } else {
                addPairs(run, grams);
            }
        }
        return List.copyOf(grams);
    }

    /** The stretches of letters, digits and Han in the normal form, in their order: what stands between them is not looked for. */
    public static List<String> stretches(String text) {
        return runs(normal(text)).stream()
                .map(run -> new String(run, 0, run.length))
                .toList();
    }

    static void appendNormal(int character, StringBuilder result) {
        if (character < 0x80) {
            result.append((char) Character.toLowerCase(character));
        } else if (SimplifiedCharacters.covers(character)) {
            result.append(SimplifiedCharacters.of(character));
        } else if (UCharacter.getType(character) != UCharacter.SURROGATE) {
            result.append(folded(character));
        }
    }

    private static String folded(int character) {
        var letters = new StringBuilder();
        var apart = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD);
        apart.codePoints()
                .filter(Grams::isNoDecoration)
                .map(letter -> SimplifiedCharacters.covers(letter) ? SimplifiedCharacters.of(letter) : letter)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return Normalizer.normalize(letters, Normalizer.Form.NFKC);
    }

    private static boolean isNoDecoration(int character) {
        return switch (UCharacter.getType(character)) {
            case UCharacter.NON_SPACING_MARK, UCharacter.ENCLOSING_MARK, UCharacter.FORMAT -> false;
            default -> true;
        };
    }

    private static List<int[]> runs(String normal) {
        var runs = new ArrayList<int[]>();
        var characters = normal.codePoints().toArray();
        int start = 0;
        for (int at = 0; at <= characters.length; at++) {
            if (at == characters.length || !UCharacter.isLetterOrDigit(characters[at])) {
                if (at > start) {
                    runs.add(Arrays.copyOfRange(characters, start, at));
                }
                start = at + 1;
            }
        }
        return runs;
    }

    private static void addSingles(int[] run, Set<String> grams) {
        for (int character : run) {
            grams.add(Character.toString(character));
        }
    }

    private static void addPairs(int[] run, Set<String> grams) {
        for (int at = 0; at + 1 < run.length; at++) {
            grams.add(new String(run, at, 2));
        }
    }
}
