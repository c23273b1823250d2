package cn.lianxin.platform.fairness;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Work for a device: a number that, written behind the text, gives a SHA-256 that begins with so many zero bits. It costs
 * everybody the same and tells nothing about him.
 */
record Task(String text, int bits) {

    /** As headers and pages carry it. */
    @Override
    public String toString() {
        return text + ";" + bits;
    }

    boolean isSolvedBy(String number) {
        return number.length() <= 20 && number.matches("[0-9]+") && zeros(digest(text + "." + number)) >= bits;
    }

    private static int zeros(byte[] digest) {
        for (int place = 0; place < digest.length; place++) {
            if (digest[place] != 0) {
                return place * 8 + Integer.numberOfLeadingZeros(digest[place] & 0xff) - 24;
            }
        }
        return digest.length * 8;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
