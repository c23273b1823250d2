package cn.lianxin.platform.witness;

import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Proofs;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import cn.lianxin.platform.note.Checkpoint;
import cn.lianxin.platform.note.SignatureLine;
import cn.lianxin.platform.note.SignedNote;
import cn.lianxin.platform.note.SigningKey;
import cn.lianxin.platform.note.VerifierKey;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Countersigns the checkpoints of one log, as long as each goes on from the one before; what does not is kept as evidence and never
 * signed. One at a time: what was compared is what is kept.
 */
final class Witness {

    /** @param body with the content type that the protocol wants where it is not plain */
    record Answer(int status, String body) {}

    private static final int LONGEST_PROOF = 63;
    private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,17})");

    private final VerifierKey log;
    private final SigningKey own;
    private final WitnessState state;
    private final Clock clock;
    private final PrintStream out;

    Witness(VerifierKey log, SigningKey own, WitnessState state, Clock clock, PrintStream out) {
        this.log = log;
        this.own = own;
        this.state = state;
        this.clock = clock;
        this.out = out;
    }

    /** The protocol's {@code add-checkpoint}, byte for byte. */
    synchronized Answer add(String request) {
        try {
            var end = request.indexOf("\n\n");
            var lines = new ArrayList<>(
                    List.of(request.substring(0, Math.max(end, 0)).split("\n", -1)));
            var old = OLD.matcher(lines.removeFirst());
            if (end < 0 || !old.matches() || lines.size() > LONGEST_PROOF) {
                return new Answer(400, "not a request\n");
            }
            var proof = lines.stream().map(Hash::parse).toList();
            return add(Long.parseLong(old.group(1)), proof, SignedNote.parse(request.substring(end + 2)));
        } catch (Unproven malformed) {
            return new Answer(400, malformed.getMessage() + "\n");
        }
    }

    private Answer add(long old, List<Hash> proof, SignedNote note) {
        var point = Checkpoint.parse(note.text());
        if (!point.origin().equals(log.name())) {
            return new Answer(404, "not a log that is witnessed here\n");
        }
        try {
            note.mustBeSignedBy(List.of(log));
        } catch (Unproven wrong) {
            return new Answer(403, wrong.getMessage() + "\n");
        }
        if (old > point.size()) {
            return new Answer(400, "old is larger than the checkpoint\n");
        }
        var before = state.newest();
        var known = before.map(one -> Checkpoint.parse(one.text()));
        var size = known.map(Checkpoint::size).orElse(0L);
        if (old != size) {
            return new Answer(409, size + "\n");
        }
        try {
            mustGoOn(known.orElse(new Checkpoint(log.name(), 0, Hash.EMPTY)), point, proof);
        } catch (Unproven fork) {
            before.ifPresent(one -> report(one, note, fork));
            return fork.reason() == Reason.SAME_SIZE_OTHER_ROOT
                    ? new Answer(409, size + "\n")
                    : new Answer(422, fork.getMessage() + "\n");
        }
        var line = own.sign(note.text(), clock.instant());
        state.keep(ofLog(note).with(line));
        return new Answer(200, line + "\n");
    }

    private static void mustGoOn(Checkpoint before, Checkpoint after, List<Hash> proof) {
        if (before.size() == 0 && after.size() > 0) {
            if (!proof.isEmpty()) {
                throw new Unproven(Reason.PROOF_TOO_LONG, "from the empty tree");
            }
            return;
        }
        Proofs.mustGrow(before.size(), after.size(), before.root(), after.root(), proof);
    }

    private void report(SignedNote before, SignedNote after, Unproven fork) {
        var file = state.keepEvidence(before, after);
        out.println("账本分了叉，不签。两张底单都有账本自己的签名，这就是证据，存在 " + file
                + " · The log forked; not signed. Both checkpoints bear the log's own signature, which is the evidence, kept in "
                + file);
        out.println(fork.sentence());
        out.println();
        out.println(before);
        out.println(after);
    }

    /** Without what others wrote below it. */
    private SignedNote ofLog(SignedNote note) {
        return new SignedNote(
                note.text(), note.signatures().stream().filter(this::isOfLog).toList());
    }

    private boolean isOfLog(SignatureLine line) {
        return line.name().equals(log.name());
    }

    synchronized long size() {
        return state.newest().map(one -> Checkpoint.parse(one.text()).size()).orElse(0L);
    }

    synchronized String newest() {
        return state.newest().map(SignedNote::toString).orElse("");
    }
}
