package cn.lianxin.platform.note;

import cn.lianxin.platform.merkle.Base64Text;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A public key as one line of text, {@code name+mark+key}, that can be printed, read out and compared. */
public final class VerifierKey {

    private static final Pattern LINE = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");

    private final KeyName name;
    private final SignatureType type;
    private final byte[] publicKey;

    VerifierKey(String name, SignatureType type, byte[] publicKey) {
        this.name = KeyName.of(name, type, publicKey);
        this.type = type;
        this.publicKey = publicKey;
    }

    /** Refuses {@code KEY_MALFORMED}, also a mark that is not the key's. */
    public static VerifierKey parse(String line) {
        var match = LINE.matcher(line);
        if (!match.matches() || !KeyName.isName(match.group(1))) {
            throw new Unproven(Reason.KEY_MALFORMED, line);
        }
        var bytes = Base64Text.decode(match.group(3), Reason.KEY_MALFORMED);
        var type = SignatureType.of(bytes.length == 0 ? 0 : bytes[0])
                .filter(_ -> bytes.length == Ed25519.KEY + 1)
                .orElseThrow(() -> new Unproven(Reason.KEY_MALFORMED, "neither of a log nor of a witness: " + line));
        var key = new VerifierKey(match.group(1), type, Arrays.copyOfRange(bytes, 1, bytes.length));
        if (!key.name.hexadecimal().equals(match.group(2))) {
            throw new Unproven(
                    Reason.KEY_MALFORMED, "the mark is " + match.group(2) + ", the key's " + key.name.hexadecimal());
        }
        return key;
    }

    public String name() {
        return name.name();
    }

    public SignatureType type() {
        return type;
    }

    KeyName keyName() {
        return name;
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    boolean made(SignatureLine line) {
        return line.by().equals(name);
    }

    boolean verifies(String text, SignatureLine line) {
        var signature = line.signature();
        return switch (type) {
            case ED25519 -> Ed25519.isBy(publicKey, text.getBytes(StandardCharsets.UTF_8), signature);
            case COSIGNATURE ->
                signature.length == Long.BYTES + Ed25519.SIGNATURE
                        && ByteBuffer.wrap(signature).getLong() >= 0
                        && Ed25519.isBy(
                                publicKey,
                                Cosigning.message(ByteBuffer.wrap(signature).getLong(), text),
                                Arrays.copyOfRange(signature, Long.BYTES, signature.length));
        };
    }

    /** When a witness saw it; empty where it is a log's. */
    Optional<Instant> time(SignatureLine line) {
        return type == SignatureType.COSIGNATURE
                ? Optional.of(
                        Instant.ofEpochSecond(ByteBuffer.wrap(line.signature()).getLong()))
                : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifierKey key && key.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return name.name() + "+" + name.hexadecimal() + "+"
                + Base64.getEncoder().encodeToString(typed(type, publicKey));
    }

    static byte[] typed(SignatureType type, byte[] key) {
        return ByteBuffer.allocate(key.length + 1)
                .put(type.identifier())
                .put(key)
                .array();
    }
}
