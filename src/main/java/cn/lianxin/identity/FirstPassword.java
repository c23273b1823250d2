package cn.lianxin.identity;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A random password that is read from a slip of paper: three groups of four, none of its characters mistaken for another
 * in print or handwriting, no shift key needed. About 54 bits, and good for one sign-in.
 */
record FirstPassword(String letters) {

    private static final String ALPHABET = "acdefhjkmnpqrtuvwxy3479";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern AS_TYPED = Pattern.compile("[A-Za-z0-9 -]{1,40}");

    static FirstPassword random() {
        var letters = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new FirstPassword(letters.toString());
    }

    /** What was typed as it would be on record: without the gaps between the groups, in small letters. */
    static String asOnRecord(String typed) {
        return AS_TYPED.matcher(typed).matches() ? typed.replaceAll("[ -]", "").toLowerCase(Locale.ROOT) : typed;
    }

    /** acde-fhjk-mnpq, as it is printed. */
    String printed() {
        return letters.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    @Override
    public String toString() {
        return "FirstPassword";
    }
}
