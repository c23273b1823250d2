package cn.lianxin.platform.classification;

import cn.lianxin.platform.text.Grams;
import java.util.Arrays;

/**
 * A text as its runs of one to three neighbouring characters, each packed into one number. Numbers and the codes of
 * houses, districts and machines are one piece: they tell places apart, not matters.
 */
final class Pieces {

    static final int LONGEST = 3;

    private static final int HEAD_LENGTH = 30;
    private static final int MOST_CHARACTERS = 2000;
    private static final long IN_HEAD = 1L << 48;
    private static final int BITS = 16;
    private static final char CODE = '0';

    private long[] keys = new long[1024];
    private int size;

    private Pieces() {}

    /** Every piece as often as it occurs; those of the head once more, apart from those of the text. */
    static long[] of(String title, String text) {
        var pieces = new Pieces();
        var whole = whole(title, text);
        pieces.add(whole, 0);
        pieces.add(plain(Grams.normal(head(title, whole))), IN_HEAD);
        return Arrays.copyOf(pieces.keys, pieces.size);
    }

    /** The form in which pieces are looked for. */
    static String whole(String title, String text) {
        var both = title.isBlank() || text.startsWith(title) ? text : title + " " + text;
        return plain(Grams.normal(beginning(both, MOST_CHARACTERS)));
    }

    static boolean isInHead(long key) {
        return (key & IN_HEAD) != 0;
    }

    static int lengthOf(long key) {
        return (key & 0xFFFF_0000_0000L) != 0 ? 3 : (key & 0xFFFF_0000L) != 0 ? 2 : 1;
    }

    static long key(String text, int from, int length) {
        long key = 0;
        for (int at = 0; at < length; at++) {
            key |= (long) text.charAt(from + at) << (BITS * at);
        }
        return key;
    }

    static boolean isPart(char character) {
        return Character.isLetterOrDigit(character) || Character.isSurrogate(character);
    }

    private static String head(String title, String whole) {
        return title.isBlank() ? beginning(whole, HEAD_LENGTH) : beginning(title, HEAD_LENGTH);
    }

    private static String beginning(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static String plain(String normal) {
        return normal.replaceAll("[a-z]*[0-9][a-z0-9]*", String.valueOf(CODE));
    }

    private void add(String text, long mark) {
        int run = 0;
        for (int at = 0; at < text.length(); at++) {
            run = isPart(text.charAt(at)) ? run + 1 : 0;
            for (int length = 1; length <= Math.min(run, LONGEST); length++) {
                add(key(text, at - length + 1, length) | mark);
            }
        }
    }

    private void add(long key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        keys[size++] = key;
    }
}
