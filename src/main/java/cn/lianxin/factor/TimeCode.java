package cn.lianxin.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that follow from a secret and the time (RFC 6238), as every authenticator app makes them: SHA-1, six digits, 30 s. */
final class TimeCode {

    private static final int SECONDS = 30;
    private static final int MODULUS = 1_000_000;

    /** A clock may go wrong by so many steps, and people type slowly. */
    private static final int TOLERANCE = 1;

    private TimeCode() {}

    static long stepAt(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), SECONDS);
    }

    /** The step about now whose code was typed; the latest, should two steps have the same. */
    static OptionalLong stepOf(String typed, byte[] secret, Instant now) {
        var here = stepAt(now);
        return LongStream.rangeClosed(here - TOLERANCE, here + TOLERANCE)
                .filter(step -> same(typed, of(secret, step)))
                .max();
    }

    /** RFC 4226, section 5.3: four bytes from where the last half byte says, without their sign. */
    static String of(byte[] secret, long step) {
        var hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        var offset = hash[hash.length - 1] & 0xf;
        var number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return "%06d".formatted(number % MODULUS);
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean same(String typed, String right) {
        return MessageDigest.isEqual(typed.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
