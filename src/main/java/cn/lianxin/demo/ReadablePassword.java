package cn.lianxin.demo;

import java.security.SecureRandom;

/** A random password that is easily read from a screen and typed on a telephone: three groups of four, 54 bits. */
final class ReadablePassword {

    private static final String LETTERS = "acdefhjkmnpqrtuvwxy3479";
    private static final SecureRandom RANDOM = new SecureRandom();

    private ReadablePassword() {}

    static String random() {
        var password = new StringBuilder();
        for (var place = 0; place < 12; place++) {
            password.append(place > 0 && place % 4 == 0 ? "-" : "");
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
