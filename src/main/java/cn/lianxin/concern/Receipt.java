package cn.lianxin.concern;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What opens a concern again: twenty digits, 66 bits, or the same in {@linkplain ReceiptWords words}. It follows from the token of the form that was sent, so that a form
 * sent twice shows the same receipt; the server keeps digests of both and can compute neither.
 */
public record Receipt(String digits) {

    private static final int LENGTH = 20;
    private static final BigInteger MODULUS = BigInteger.TEN.pow(LENGTH);

    static Receipt of(String token) {
        var number = new BigInteger(1, sha256("receipt:" + token)).mod(MODULUS);
        return new Receipt("%020d".formatted(number));
    }

    /** Reads what a person typed or scanned; empty where it is not a receipt at all. */
    public static Optional<Receipt> parse(String typed) {
        var digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\-–—]", "");
        return digits.length() == LENGTH && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(new Receipt(digits))
                : Optional.empty();
    }

    /** Empty where the number is too large to be one. */
    static Optional<Receipt> numbered(BigInteger number) {
        return number.compareTo(MODULUS) < 0 ? Optional.of(new Receipt("%020d".formatted(number))) : Optional.empty();
    }

    /** Seven words for whoever says it on the telephone or would rather remember words. */
    public List<String> words() {
        return ReceiptWords.of(this);
    }

    /** Five groups of four, as it is printed and read aloud. */
    public String grouped() {
        return digits.replaceAll("(\\d{4})(?=\\d)", "$1 ");
    }

    /** What the server keeps. */
    public String digest() {
        return HexFormat.of().formatHex(sha256(digits));
    }

    static String digestOfToken(String token) {
        return HexFormat.of().formatHex(sha256("sending:" + token));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
