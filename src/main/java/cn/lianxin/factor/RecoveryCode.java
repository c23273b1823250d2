package cn.lianxin.factor;

import cn.lianxin.kernel.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * 备用码: a code on paper that takes the place of the app once. Of its letters none is mistaken for another; with some 72
 * bits it is past guessing from the digest that is kept.
 */
record RecoveryCode(String letters) {

    /** So many are given out at a time. */
    static final int AT_A_TIME = 10;

    private static final String ALPHABET = "acdefhjkmnpqrtuvwxy3479";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    static List<RecoveryCode> fresh() {
        return Stream.generate(RecoveryCode::random).distinct().limit(AT_A_TIME).toList();
    }

    private static RecoveryCode random() {
        var letters = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new RecoveryCode(letters.toString());
    }

    /** However it was typed: gaps and capitals do not matter. */
    static RecoveryCode typed(String text) {
        return new RecoveryCode(text.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
    }

    /** acde-fhjk-mnpq-rtuv, as it is printed. */
    String printed() {
        return letters.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /** Of two people never the same, so that nobody tries one guess on all. */
    String digestFor(PersonId person) {
        try {
            var text = person.value() + ":" + letters;
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "RecoveryCode";
    }
}
