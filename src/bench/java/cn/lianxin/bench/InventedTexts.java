package cn.lianxin.bench;

import java.util.Arrays;
import java.util.Random;

/**
 * Texts of real lengths (median 240 characters, three quarters below 480, one in twenty above 1,300) of invented words
 * that are as unevenly frequent as those of a language: few everywhere, most hardly ever.
 */
final class InventedTexts {

    private static final int CHARACTERS = 3_500;
    private static final int WORDS = 120_000;
    private static final double MEDIAN = 240;
    private static final double SPREAD = 1.03;

    private final Random random;
    private final String[] words = new String[WORDS];
    private final Uneven byFrequency = new Uneven(WORDS, 1.0);

    InventedTexts(long seed) {
        random = new Random(seed);
        var characters = new Uneven(CHARACTERS, 0.8);
        for (int at = 0; at < WORDS; at++) {
            int length = at < 200 ? 1 : 2 + (random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(2));
            var word = new StringBuilder();
            while (word.length() < length) {
                word.append((char) ('一' + characters.next(random) * 5));
            }
            words[at] = word.toString();
        }
    }

    String next() {
        int length = (int) Math.min(20_000, Math.max(10, MEDIAN * Math.exp(SPREAD * random.nextGaussian())));
        var text = new StringBuilder(length + 8);
        while (text.length() < length) {
            text.append(words[byFrequency.next(random)]);
            if (random.nextInt(8) == 0) {
                text.append('，');
            }
        }
        return text.toString();
    }

    /** A word by its frequency, 0 being the most frequent. */
    String word(int rank) {
        return words[rank];
    }

    private static final class Uneven {

        private final double[] sums;

        Uneven(int size, double exponent) {
            sums = new double[size];
            double sum = 0;
            for (int at = 0; at < size; at++) {
                sum += 1 / Math.pow(at + 3, exponent);
                sums[at] = sum;
            }
        }

        int next(Random random) {
            double wanted = random.nextDouble() * sums[sums.length - 1];
            int found = Arrays.binarySearch(sums, wanted);
            return found < 0 ? Math.min(-found - 1, sums.length - 1) : found;
        }
    }
}
