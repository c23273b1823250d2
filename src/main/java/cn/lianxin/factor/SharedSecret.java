package cn.lianxin.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** What the authenticator app and the server both know: 160 random bits, written as apps read them (base 32). */
record SharedSecret(String letters) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_OF_A_LETTER = 5;
    private static final int BYTES = 20;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    static SharedSecret random() {
        var letters = new StringBuilder();
        for (var i = 0; i < BYTES * Byte.SIZE / BITS_OF_A_LETTER; i++) {
            letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new SharedSecret(letters.toString());
    }

    byte[] bytes() {
        var bytes = new byte[letters.length() * BITS_OF_A_LETTER / Byte.SIZE];
        var buffer = 0;
        var bits = 0;
        var place = 0;
        for (var letter : letters.toCharArray()) {
            buffer = buffer << BITS_OF_A_LETTER | ALPHABET.indexOf(letter);
            bits += BITS_OF_A_LETTER;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[place++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }

    /** In fours, for who types it. */
    List<String> groups() {
        var groups = new ArrayList<String>();
        for (var from = 0; from < letters.length(); from += GROUP) {
            groups.add(letters.substring(from, Math.min(from + GROUP, letters.length())));
        }
        return groups;
    }

    /** What an app reads from the picture, or is opened with. */
    String address(String issuer, String account) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
                .formatted(encoded(issuer), encoded(account), letters, encoded(issuer));
    }

    /** Apps show a plus as a plus. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "SharedSecret";
    }
}
