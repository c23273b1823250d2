package cn.lianxin.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The secret of an application: a prefix by which a scanner finds it where it should not lie, 190 random bits, and a
 * check, so that what was cut off or mistyped never reaches the database. The server keeps only its digest.
 */
record Token(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern SHAPE = Pattern.compile("lx[pa]_[0-9A-Za-z]{38}");
    private static final int SECRET = 32;
    private static final int CHECK = 6;
    private static final int MARK = 10;

    static Token random(ApplicationScope.Use use) {
        var value = new StringBuilder(
                switch (use) {
                    case PERSON -> "lxp_";
                    case MACHINE -> "lxa_";
                });
        for (var i = 0; i < SECRET; i++) {
            value.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new Token(value + check(value.toString()));
    }

    static Optional<Token> parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        var body = text.substring(0, text.length() - CHECK);
        return text.endsWith(check(body)) ? Optional.of(new Token(text)) : Optional.empty();
    }

    /** What lists show of it: enough to tell it from others, nothing to guess the rest from. */
    String mark() {
        return value.substring(0, MARK);
    }

    String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String check(String body) {
        var sum = new CRC32();
        sum.update(body.getBytes(StandardCharsets.US_ASCII));
        var rest = sum.getValue();
        var check = new StringBuilder();
        for (var i = 0; i < CHECK; i++) {
            check.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
            rest /= ALPHABET.length();
        }
        return check.toString();
    }

    @Override
    public String toString() {
        return "Token";
    }
}
