package cn.lianxin.platform.note;

import cn.lianxin.platform.merkle.Base64Text;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/** The private half, as one line that lies in a file for its owner alone. */
public final class SigningKey {

    private static final Pattern LINE =
            Pattern.compile("PRIVATE\\+KEY\\+([^+]+)\\+[0-9a-f]{8}\\+([A-Za-z0-9+/=]+) ([A-Za-z0-9+/=]+)");

    private final byte[] seed;
    private final VerifierKey verifier;

    private SigningKey(byte[] seed, VerifierKey verifier) {
        this.seed = seed;
        this.verifier = verifier;
    }

    /** @param name without spaces and plus signs; of a log it is the first line of its checkpoints */
    public static SigningKey generate(String name, SignatureType type) {
        if (!KeyName.isName(name)) {
            throw new Unproven(Reason.KEY_MALFORMED, "no name for a key: " + name);
        }
        var pair = Ed25519.generate();
        return new SigningKey(pair.seed(), new VerifierKey(name, type, pair.publicKey()));
    }

    /** What {@link #line()} wrote. */
    public static SigningKey parse(String line) {
        var match = LINE.matcher(line);
        if (!match.matches()) {
            throw new Unproven(Reason.KEY_MALFORMED, "this is no private key");
        }
        var typed = Base64Text.decode(match.group(2), Reason.KEY_MALFORMED);
        var publicKey = Base64Text.decode(match.group(3), Reason.KEY_MALFORMED);
        var type = SignatureType.of(typed.length == 0 ? 0 : typed[0])
                .filter(_ -> typed.length == Ed25519.KEY + 1 && publicKey.length == Ed25519.KEY)
                .orElseThrow(() -> new Unproven(Reason.KEY_MALFORMED, "this is no private key"));
        var key = new SigningKey(
                Arrays.copyOfRange(typed, 1, typed.length), new VerifierKey(match.group(1), type, publicKey));
        var text = "these two belong together".getBytes(StandardCharsets.UTF_8);
        if (!Ed25519.isBy(publicKey, text, Ed25519.sign(key.seed, text))) {
            throw new Unproven(Reason.KEY_MALFORMED, "the private key does not belong to the public one");
        }
        return key;
    }

    /** As it lies in its file. */
    public String line() {
        var base64 = Base64.getEncoder();
        return "PRIVATE+KEY+" + verifier.name() + "+" + verifier.keyName().hexadecimal() + "+"
                + base64.encodeToString(VerifierKey.typed(verifier.type(), seed)) + " "
                + base64.encodeToString(verifier.publicKey());
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** @param at which a cosignature also says */
    public SignatureLine sign(String text, Instant at) {
        return switch (verifier.type()) {
            case ED25519 ->
                new SignatureLine(verifier.keyName(), Ed25519.sign(seed, text.getBytes(StandardCharsets.UTF_8)));
            case COSIGNATURE -> {
                var signed = Ed25519.sign(seed, Cosigning.message(at.getEpochSecond(), text));
                yield new SignatureLine(
                        verifier.keyName(),
                        ByteBuffer.allocate(Long.BYTES + signed.length)
                                .putLong(at.getEpochSecond())
                                .put(signed)
                                .array());
            }
        };
    }
}
