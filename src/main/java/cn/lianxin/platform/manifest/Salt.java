package cn.lianxin.platform.manifest;

import cn.lianxin.platform.merkle.Base64Text;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Unproven.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** What makes a commitment tell nothing: 256 bits that nobody can guess. Whoever destroys it leaves a hash of nothing known. */
public final class Salt {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] PURPOSE = "lianxin/commitment/v1\n".getBytes(StandardCharsets.UTF_8);

    private final byte[] bytes;

    private Salt(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Salt random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Salt(bytes);
    }

    /** Refuses {@code MANIFEST_MALFORMED}, also what is shorter than a salt. */
    public static Salt parse(String base64) {
        var bytes = Base64Text.decode(base64, Reason.MANIFEST_MALFORMED);
        return new Salt(Hash.of(bytes).bytes());
    }

    /** SHA-256 over what it is for, the salt, the name with its length, and the content. */
    public Hash commit(String name, String content) {
        var called = name.getBytes(StandardCharsets.UTF_8);
        return Hash.of(Hash.sha256(
                PURPOSE,
                bytes,
                ByteBuffer.allocate(Integer.BYTES).putInt(called.length).array(),
                called,
                content.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
