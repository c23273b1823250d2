package cn.lianxin.platform.witness;

import cn.lianxin.platform.merkle.TileParts;
import cn.lianxin.platform.merkle.Tree;
import cn.lianxin.platform.note.Checkpoint;
import cn.lianxin.platform.note.SignedNote;
import java.util.stream.Collectors;

/** Fetches what a log has grown by and lets the witness look at it, where the log does not come by itself. */
final class Following {

    private final LogFiles log;
    private final Witness witness;

    Following(LogFiles log, Witness witness) {
        this.log = log;
        this.witness = witness;
    }

    Witness.Answer follow() {
        var note = SignedNote.parse(log.read("checkpoint"));
        var point = Checkpoint.parse(note.text());
        var old = Math.min(witness.size(), point.size());
        var proof = new Tree(point.size(), new TileParts(point.size(), log.tiles())).consistency(old);
        return witness.add("old " + old + "\n"
                + proof.stream().map(hash -> hash + "\n").collect(Collectors.joining()) + "\n" + note);
    }
}
