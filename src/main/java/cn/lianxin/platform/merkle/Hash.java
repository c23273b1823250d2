package cn.lianxin.platform.merkle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Thirty-two bytes of SHA-256: of an entry, of a part of the tree, or of the whole. */
public final class Hash {

    public static final int BYTES = 32;

    /** Of a tree without an entry. */
    public static final Hash EMPTY = new Hash(sha256());

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final byte[] value;

    private Hash(byte[] value) {
        this.value = value;
    }

    /** Refuses {@code HASH_MALFORMED} what is not thirty-two bytes. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new Unproven(Unproven.Reason.HASH_MALFORMED, bytes.length + " bytes");
        }
        return new Hash(bytes.clone());
    }

    static Hash at(byte[] bytes, int place) {
        return new Hash(Arrays.copyOfRange(bytes, place * BYTES, (place + 1) * BYTES));
    }

    /** Refuses {@code HASH_MALFORMED}, also where two texts would mean the same bytes. */
    public static Hash parse(String base64) {
        return of(Base64Text.decode(base64, Unproven.Reason.HASH_MALFORMED));
    }

    public static Hash ofLeaf(byte[] entry) {
        return new Hash(sha256(LEAF, entry));
    }

    static Hash ofNode(Hash left, Hash right) {
        return new Hash(sha256(NODE, left.value, right.value));
    }

    /** Of these one after the other. */
    public static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public byte[] bytes() {
        return value.clone();
    }

    void copyTo(byte[] target, int place) {
        System.arraycopy(value, 0, target, place * BYTES, BYTES);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash hash && Arrays.equals(value, hash.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /** In base64, as every format writes it. */
    @Override
    public String toString() {
        return new String(Base64.getEncoder().encode(value), StandardCharsets.US_ASCII);
    }
}
