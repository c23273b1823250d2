package cn.lianxin.platform.likeness;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The text that is asked about, as grams of one, two and three characters with what each is worth: the square of its
 * rarity, so that a place, a number or a machine says more than many common words. The figures were chosen on one half
 * of a ledger and reported on the other (docs/evaluation.md).
 */
final class Question {

    private static final double SINGLE = 0.3;
    private static final double TRIPLE = 0.5;
    private static final double REPEATED_IN_QUESTION = 8;
    private static final double REPEATED_IN_TEXT = 4;
    private static final double BY_LENGTH = 0.95;
    private static final double SHORTER_FIRST = 0.15;
    private static final int SHORTEST = 20;

    private final GramTable grams;
    private final double[] worth;
    private final int[] occurrences;
    private final double meanLength;

    private Question(GramTable grams, double[] worth, double meanLength) {
        this.grams = grams;
        this.worth = worth;
        this.occurrences = new int[worth.length];
        this.meanLength = meanLength;
    }

    static Question of(char[] text, Rarity rarity, double meanLength) {
        var grams = new GramTable(text.length * 3);
        var counts = new int[text.length * 3 + 1];
        GramWalk.over(text, gram -> counts[grams.findOrAdd(gram)]++);
        var worth = new double[grams.size()];
        var all = grams.grams();
        for (int at = 0; at < worth.length; at++) {
            double repeated = counts[at] * (REPEATED_IN_QUESTION + 1) / (counts[at] + REPEATED_IN_QUESTION);
            worth[at] = repeated * weight(all[at]) * Math.pow(rarity.of(all[at]), 2);
        }
        return new Question(grams, worth, meanLength);
    }

    /** The grams of this many characters by which candidates are found. */
    long[] rarestFirst(int characters, Rarity rarity) {
        var all = grams.grams();
        return IntStream.range(0, all.length)
                .filter(at -> (all[at] >>> 48) == characters)
                .boxed()
                .sorted(Comparator.comparingInt((Integer at) -> rarity.count(all[at])))
                .mapToLong(at -> all[at])
                .toArray();
    }

    double worth(long gram) {
        return worth[grams.find(gram)];
    }

    /** What a text of this length loses against a shorter one that says the same. */
    double byLength(int length) {
        return (REPEATED_IN_TEXT + 1) / (1 + saturation(length)) * shorterFirst(length);
    }

    double score(char[] text) {
        Arrays.fill(occurrences, 0);
        GramWalk.over(text, gram -> {
            int at = grams.find(gram);
            if (at != GramTable.NONE) {
                occurrences[at]++;
            }
        });
        double sum = 0;
        double saturation = saturation(text.length);
        for (int at = 0; at < worth.length; at++) {
            if (occurrences[at] > 0) {
                sum += worth[at] * occurrences[at] * (REPEATED_IN_TEXT + 1) / (occurrences[at] + saturation);
            }
        }
        return sum * shorterFirst(text.length);
    }

    private double saturation(int length) {
        return REPEATED_IN_TEXT * (1 - BY_LENGTH + BY_LENGTH * length / meanLength);
    }

    private static double shorterFirst(int length) {
        return Math.pow(length + SHORTEST, -SHORTER_FIRST);
    }

    private static double weight(long gram) {
        return switch ((int) (gram >>> 48)) {
            case 1 -> SINGLE;
            case 2 -> 1;
            default -> TRIPLE;
        };
    }
}
