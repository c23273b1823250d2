package cn.lianxin.officesystem;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 over the timestamp, a full stop, and the body as it was sent; in hexadecimal. */
final class OfficeSignature {

    private static final String PREFIX = "lxo_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OfficeSignature() {}

    static String newSecret() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + HexFormat.of().formatHex(bytes);
    }

    static String of(String timestamp, byte[] body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In a time that tells nothing of how near it came. */
    static boolean fits(String signature, String timestamp, byte[] body, String secret) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.UTF_8),
                of(timestamp, body, secret).getBytes(StandardCharsets.UTF_8));
    }
}
