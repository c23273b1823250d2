package cn.lianxin.factor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/** A device with one passkey, put together by hand after the specification, so that it can be made to lie. */
final class SoftDevice {

    static final int OWNER_THERE = 0x01;
    static final int OWNER_SHOWN = 0x04;
    private static final int WITH_CREDENTIAL = 0x40;

    private final KeyPair keys = pair();
    private final byte[] id = new byte[32];

    String site = "localhost";
    String origin = "http://localhost";
    int flags = OWNER_THERE | OWNER_SHOWN;
    int counter = 1;

    SoftDevice() {
        new SecureRandom().nextBytes(id);
    }

    String id() {
        return text(id);
    }

    String clientData(String type, String challenge) {
        var json = "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin);
        return text(json.getBytes(StandardCharsets.UTF_8));
    }

    /** CBOR: a map of format, statement and data, the last with the public key as a map of its own (COSE, ES256). */
    String attestation() {
        var key = (ECPublicKey) keys.getPublic();
        var data = joined(
                sha256(site.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) (flags | WITH_CREDENTIAL)},
                ByteBuffer.allocate(4).putInt(counter).array(),
                new byte[16],
                new byte[] {0, (byte) id.length},
                id,
                HexFormat.of().parseHex("a5010203262001215820"),
                coordinate(key.getW().getAffineX().toByteArray()),
                HexFormat.of().parseHex("225820"),
                coordinate(key.getW().getAffineY().toByteArray()));
        return text(joined(
                new byte[] {(byte) 0xa3, 0x63},
                "fmt".getBytes(StandardCharsets.UTF_8),
                new byte[] {0x64},
                "none".getBytes(StandardCharsets.UTF_8),
                new byte[] {0x67},
                "attStmt".getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xa0, 0x68},
                "authData".getBytes(StandardCharsets.UTF_8),
                new byte[] {0x58, (byte) data.length},
                data));
    }

    String authenticatorData() {
        return text(joined(
                sha256(site.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) flags},
                ByteBuffer.allocate(4).putInt(counter).array()));
    }

    String signature(String clientData) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(bytes(authenticatorData()));
            signature.update(sha256(bytes(clientData)));
            return text(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] coordinate(byte[] number) {
        var fixed = new byte[32];
        var length = Math.min(number.length, fixed.length);
        System.arraycopy(number, number.length - length, fixed, fixed.length - length, length);
        return fixed;
    }

    private static byte[] joined(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
