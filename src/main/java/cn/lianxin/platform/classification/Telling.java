package cn.lianxin.platform.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The words of a text that speak most for something, by what each of its pieces counts. */
final class Telling {

    private static final int MOST_WORDS = 3;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;
    private static final double LEAST_OF_BEST = 0.3;

    private final String text;
    private final double[] counts;

    private Telling(String text, double[] counts) {
        this.text = text;
        this.counts = counts;
    }

    /**
     * @param text in the form in which pieces are looked for
     * @param weight of the piece at a place of the vocabulary
     */
    static List<String> words(String text, Vocabulary vocabulary, IntToDoubleFunction weight) {
        var counts = new double[text.length()];
        for (int length = SHORTEST; length <= Pieces.LONGEST; length++) {
            for (int from = 0; from + length <= text.length(); from++) {
                int place = isWord(text, from, length) ? vocabulary.placeOf(Pieces.key(text, from, length)) : -1;
                if (place >= 0) {
                    double share = weight.applyAsDouble(place) * vocabulary.rarity(place) / length;
                    for (int at = from; at < from + length; at++) {
                        counts[at] += share;
                    }
                }
            }
        }
        return new Telling(text, counts).strongest();
    }

    private List<String> strongest() {
        var words = new ArrayList<String>();
        double best = 0;
        while (words.size() < MOST_WORDS) {
            int from = -1;
            int length = 0;
            double most = 0;
            for (int size = SHORTEST; size <= LONGEST; size++) {
                for (int at = 0; at + size <= text.length(); at++) {
                    double sum = sum(at, size);
                    if (sum > most) {
                        most = sum;
                        from = at;
                        length = size;
                    }
                }
            }
            best = Math.max(best, most);
            if (from < 0 || most < LEAST_OF_BEST * best) {
                return words;
            }
            var word = text.substring(from, from + length);
            words.add(word);
            forget(word);
        }
        return words;
    }

    /** Characters that say nothing make a word weaker, so it ends where its meaning ends. */
    private double sum(int from, int size) {
        double sum = 0;
        for (int at = from; at < from + size; at++) {
            if (counts[at] <= 0) {
                return 0;
            }
            sum += counts[at];
        }
        return isWord(text, from, size) ? sum / Math.sqrt(size) : 0;
    }

    private void forget(String word) {
        for (int from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
            for (int at = from; at < from + word.length(); at++) {
                counts[at] = 0;
            }
        }
    }

    private static boolean isWord(String text, int from, int length) {
        for (int at = from; at < from + length; at++) {
            if (!Character.isIdeographic(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }
}
