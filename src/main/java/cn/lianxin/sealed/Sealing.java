package cn.lianxin.sealed;

import cn.lianxin.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the server can see of a sealed thing: that it has the form of one. */
final class Sealing {

    /** The only way that is spoken here. */
    static final String HEAD = text("{\"enc\":\"A256GCM\"}".getBytes(StandardCharsets.UTF_8));

    /** How the key of an envelope is closed for each reader. */
    static final String TO_PEOPLE = "ECDH-ES+A256KW";

    private static final Pattern LOCKED = Pattern.compile("[A-Za-z0-9_-]{20,600}(\\.[A-Za-z0-9_-]{16,800}){4}");

    private Sealing() {}

    static Refusal.Violation broken() {
        return new Refusal.Violation("", "sealed-broken");
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] bytes(@Nullable String text) {
        if (text == null) {
            throw broken();
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException garbled) {
            throw broken();
        }
    }

    static byte[] bytes(@Nullable String text, int length) {
        var bytes = bytes(text);
        if (bytes.length != length) {
            throw broken();
        }
        return bytes;
    }

    /** A private key under a passphrase, in the compact form of RFC 7516. */
    static String locked(@Nullable String text) {
        if (text == null || !LOCKED.matcher(text).matches()) {
            throw broken();
        }
        return text;
    }

    /** What is kept of something that must not be found here. */
    static String digest(@Nullable String secret, Pattern form) {
        if (secret == null || !form.matcher(secret).matches()) {
            throw broken();
        }
        return HexFormat.of().formatHex(sha256(secret.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
