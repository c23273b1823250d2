package cn.lianxin.concern;

import cn.lianxin.kernel.Refusal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A receipt in words that can be said on the telephone and remembered: seven out of 2,048, which is 77 bits, of which the
 * receipt takes 66.4. The rest is a check, so that a word that was heard wrong is noticed before anything is looked up.
 */
public final class ReceiptWords {

    /** How many words stand for a receipt. */
    public static final int COUNT = 7;

    /** The largest prime for which every receipt still fits: a wrong word, or two swapped, leave a remainder. */
    private static final BigInteger CHECK = BigInteger.valueOf(1511);

    private static final BigInteger SIZE = BigInteger.valueOf(WordList.SIZE);
    private static final int WORD_LENGTH = 2;
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{P}\\p{C}]+");

    private ReceiptWords() {}

    /** The whole list in its order, for a device that turns digits into words by itself. */
    public static List<String> all() {
        return WordList.all();
    }

    static List<String> of(Receipt receipt) {
        var rest = new BigInteger(receipt.digits()).multiply(CHECK);
        var words = new ArrayList<String>();
        for (var place = 0; place < COUNT; place++) {
            var parts = rest.divideAndRemainder(SIZE);
            words.add(WordList.word(parts[1].intValueExact()));
            rest = parts[0];
        }
        Collections.reverse(words);
        return words;
    }

    /** Whether these are words rather than digits. */
    public static boolean areIn(String typed) {
        return typed.codePoints().anyMatch(Character::isIdeographic);
    }

    /**
     * Reads them with any spaces or none; a word that was written with other characters of the same sound is understood.
     *
     * @throws Refusal.Violation of field {@code code}: {@code receipt-words-count}, {@code receipt-word-unknown} with its
     *     place, {@code receipt-words-wrong} where each is a word of ours and together they are none
     */
    public static Receipt read(String typed) {
        var text = BETWEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("")
                .codePoints()
                .toArray();
        if (text.length != COUNT * WORD_LENGTH) {
            throw new Refusal.Violation("code", "receipt-words-count", COUNT, COUNT * WORD_LENGTH, text.length);
        }
        var number = BigInteger.ZERO;
        for (var place = 0; place < COUNT; place++) {
            var word = new String(text, place * WORD_LENGTH, WORD_LENGTH);
            var index = place(word, place + 1);
            number = number.multiply(SIZE).add(BigInteger.valueOf(index));
        }
        var parts = number.divideAndRemainder(CHECK);
        return Optional.of(parts[0])
                .filter(_ -> parts[1].signum() == 0)
                .flatMap(Receipt::numbered)
                .orElseThrow(() -> new Refusal.Violation("code", "receipt-words-wrong"));
    }

    private static int place(String word, int at) {
        return WordList.placeOf(word)
                .orElseThrow(() -> new Refusal.Violation("code", "receipt-word-unknown", at, word));
    }
}
