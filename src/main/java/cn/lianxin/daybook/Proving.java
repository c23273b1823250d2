package cn.lianxin.daybook;

import cn.lianxin.casework.OwnProof;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.EnteringConcerns;
import cn.lianxin.concern.EnteringConcerns.Entered;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.witness.DayProof;
import cn.lianxin.platform.witness.DayProofFile;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proofs of what was said, for whoever raised it and nobody else. */
@Component
class Proving implements OwnProof {

    private final EnteringConcerns concerns;
    private final Leaves leaves;
    private final DayProofs proofs;

    Proving(EnteringConcerns concerns, Leaves leaves, DayProofs proofs) {
        this.concerns = concerns;
        this.leaves = leaves;
        this.proofs = proofs;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isThere(ConcernNumber number, Actor speaker) {
        return leaves.provable(concerns.ofSpeaker(number, speaker)).stream()
                .anyMatch(leaf -> proofs.isThere(leaf.day()));
    }

    /** Of the filing and of each answer whose day is in the log; NotFound where there is none, and for everybody else. */
    @Transactional
    public String file(ConcernNumber number, Actor speaker) {
        var all = leaves.provable(concerns.takenAwayBySpeaker(number, speaker)).stream()
                .flatMap(leaf -> proof(leaf).stream())
                .toList();
        if (all.isEmpty()) {
            throw new Refusal.NotFound();
        }
        return DayProofFile.of(all);
    }

    private Optional<DayProof> proof(Leaf leaf) {
        return concerns.read(List.of(leaf.key())).stream()
                .findFirst()
                .flatMap(said -> proofs.of(
                        leaf.day(),
                        Sheet.of(leaf, said),
                        leaf.salt().orElseThrow(),
                        leaf.commitment(),
                        files(leaf, said),
                        leaf.place().orElseThrow()));
    }

    /** Those that stand; of what is gone its commitment stays in the words, and nothing else. */
    private static TreeMap<Integer, DayProof.OpenedFile> files(Leaf leaf, Entered said) {
        var files = new TreeMap<Integer, DayProof.OpenedFile>();
        for (var at = 0; at < leaf.files().size(); at++) {
            var place = at + 1;
            var file = leaf.files().get(at);
            file.salt()
                    .ifPresent(salt -> said.digest(file.file())
                            .ifPresent(digest -> files.put(place, new DayProof.OpenedFile(salt, digest))));
        }
        return files;
    }
}
