package cn.lianxin.platform.note;

import cn.lianxin.platform.merkle.Base64Text;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Proofs;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A {@code .tlog-proof} file: that one entry is in the log, to be checked without a network.
 *
 * @param extra what the log added; it proves nothing by itself
 */
public record LogProof(Optional<byte[]> extra, long index, List<Hash> path, SignedNote checkpoint) {

    private static final String FIRST = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final int LONGEST_PATH = 63;

    /** Refuses {@code PROOF_MALFORMED}, {@code NOTE_MALFORMED}. */
    public static LogProof parse(String file) {
        var end = file.indexOf("\n\n");
        if (end < 0) {
            throw malformed("no empty line before the checkpoint");
        }
        var lines = new ArrayList<>(List.of(file.substring(0, end).split("\n", -1)));
        if (!lines.removeFirst().equals(FIRST)) {
            throw malformed("the first line is not " + FIRST);
        }
        var extra = Optional.<byte[]>empty();
        if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
            var text = lines.removeFirst().substring(EXTRA.length());
            extra = Optional.of(Base64Text.decode(text, Reason.PROOF_MALFORMED));
        }
        if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) {
            throw malformed("no index");
        }
        var index = lines.removeFirst().substring(INDEX.length());
        if (!NUMBER.matcher(index).matches()) {
            throw malformed("index " + index);
        }
        if (lines.size() > LONGEST_PATH) {
            throw malformed("more than " + LONGEST_PATH + " hashes");
        }
        return new LogProof(
                extra,
                Long.parseLong(index),
                lines.stream().map(Hash::parse).toList(),
                SignedNote.parse(file.substring(end + 2)));
    }

    /** The checkpoint in it; its signatures are the caller's to check. */
    public Checkpoint mustInclude(byte[] entry) {
        var point = Checkpoint.parse(checkpoint.text());
        Proofs.mustInclude(index, point.size(), Hash.ofLeaf(entry), path, point.root());
        return point;
    }

    @Override
    public String toString() {
        var file = new StringBuilder(FIRST).append('\n');
        extra.ifPresent(bytes -> file.append(EXTRA)
                .append(new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII))
                .append('\n'));
        file.append(INDEX).append(index).append('\n');
        path.forEach(hash -> file.append(hash).append('\n'));
        return file.append('\n').append(checkpoint).toString();
    }

    private static Unproven malformed(String why) {
        return new Unproven(Reason.PROOF_MALFORMED, why);
    }
}
