package cn.lianxin.platform.note;

import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text and who signed it. Nothing of it counts before a signature of a known key was found good.
 *
 * @param text with its last line end
 */
public record SignedNote(String text, List<SignatureLine> signatures) {

    /** The whole of it; a witness's signature takes a hundred bytes. */
    static final int LARGEST = 1_000_000;

    static final int MOST_SIGNATURES = 100;

    /** Refuses {@code NOTE_MALFORMED}. */
    public static SignedNote parse(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw malformed("larger than " + LARGEST + " bytes");
        }
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notText) {
            throw new Unproven(Reason.NOTE_MALFORMED, "not UTF-8", notText);
        }
    }

    public static SignedNote parse(String note) {
        if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw malformed("a control character");
        }
        var blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n") || blank + 2 >= note.length()) {
            throw malformed("no signatures below an empty line");
        }
        var lines = note.substring(blank + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw malformed("more than " + MOST_SIGNATURES + " signatures");
        }
        return new SignedNote(
                note.substring(0, blank + 1),
                Stream.of(lines).map(SignatureLine::parse).toList());
    }

    /** The keys whose signatures are good. Refuses {@code SIGNATURE_WRONG} for any known key's that is not. */
    public List<VerifierKey> signedBy(Collection<VerifierKey> known) {
        var good = new ArrayList<VerifierKey>();
        for (var key : known) {
            var seen = new HashSet<String>();
            for (var line : signatures) {
                if (key.made(line) && seen.add(line.toString())) {
                    if (!key.verifies(text, line)) {
                        throw new Unproven(Reason.SIGNATURE_WRONG, key.name());
                    }
                    if (!good.contains(key)) {
                        good.add(key);
                    }
                }
            }
        }
        return good;
    }

    /** Refuses {@code KEY_UNKNOWN} where none of them has signed it. */
    public void mustBeSignedBy(Collection<VerifierKey> known) {
        if (signedBy(known).isEmpty()) {
            throw new Unproven(
                    Reason.KEY_UNKNOWN,
                    signatures.stream().map(SignatureLine::name).distinct().collect(Collectors.joining(", ")));
        }
    }

    /** Refuses {@code CHECKPOINT_FROM_THE_FUTURE} where one of them says that it saw it later than now. */
    public void mustNotBeFromTheFuture(Collection<VerifierKey> known, Instant now, Duration clocksDiffer) {
        for (var key : known) {
            for (var line : signatures) {
                if (key.made(line) && key.verifies(text, line)) {
                    key.time(line)
                            .filter(time -> time.isAfter(now.plus(clocksDiffer)))
                            .ifPresent(time -> {
                                throw new Unproven(Reason.CHECKPOINT_FROM_THE_FUTURE, key.name() + ", " + time);
                            });
                }
            }
        }
    }

    public SignedNote with(SignatureLine line) {
        return new SignedNote(
                text, Stream.concat(signatures.stream(), Stream.of(line)).toList());
    }

    @Override
    public String toString() {
        return text + "\n" + signatures.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static Unproven malformed(String why) {
        return new Unproven(Reason.NOTE_MALFORMED, why);
    }
}
