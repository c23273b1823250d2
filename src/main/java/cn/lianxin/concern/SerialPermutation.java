package cn.lianxin.concern;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret one-to-one shuffle of the serials of one year: a Feistel network over 24 bits, walked until it lands among the
 * serials (Black and Rogaway's cycle walking). Without the key, a number says nothing about its place in the year.
 */
final class SerialPermutation {

    private static final int ROUNDS = 6;
    private static final int HALF_BITS = 12;
    private static final int HALF_MASK = (1 << HALF_BITS) - 1;

    private final SecretKeySpec key;

    SerialPermutation(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    int shuffled(int place) {
        var value = place;
        do {
            value = onceAround(value);
        } while (value >= ConcernNumber.SERIALS);
        return value;
    }

    private int onceAround(int value) {
        var left = value >>> HALF_BITS;
        var right = value & HALF_MASK;
        for (var round = 0; round < ROUNDS; round++) {
            var next = left ^ (mix(round, right) & HALF_MASK);
            left = right;
            right = next;
        }
        return left << HALF_BITS | right;
    }

    private int mix(int round, int half) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return ByteBuffer.wrap(mac.doFinal(new byte[] {(byte) round, (byte) (half >> 8), (byte) half}))
                    .getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
