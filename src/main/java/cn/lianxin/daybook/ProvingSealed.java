package cn.lianxin.daybook;

import cn.lianxin.platform.witness.DayProof;
import cn.lianxin.platform.witness.DayProofFile;
import cn.lianxin.sealed.EnteringSealed;
import cn.lianxin.sealed.SealedProofs;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proofs of what was sealed, for whoever comes with its receipt; that he came leaves nothing here. */
@Component
class ProvingSealed implements SealedProofs {

    private final EnteringSealed sealed;
    private final SealedLeaves leaves;
    private final DayProofs proofs;

    ProvingSealed(EnteringSealed sealed, SealedLeaves leaves, DayProofs proofs) {
        this.sealed = sealed;
        this.leaves = leaves;
        this.proofs = proofs;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> file(long report) {
        var all = leaves.provable(report).stream()
                .flatMap(leaf -> proof(leaf).stream())
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(DayProofFile.of(all));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<List<String>> closedFor(long report, int step) {
        return leaves.provable(report).stream()
                .filter(leaf -> leaf.key().step() == step && proofs.isThere(leaf.day()))
                .map(SealedLeaf::closedFor)
                .findFirst();
    }

    private Optional<DayProof> proof(SealedLeaf leaf) {
        if (!proofs.isThere(leaf.day())) {
            return Optional.empty();
        }
        return sealed.read(leaf.key(), leaf.closedFor())
                .flatMap(now -> proofs.of(
                        leaf.day(),
                        SealedSheet.of(leaf.day(), now),
                        leaf.salt(),
                        leaf.commitment(),
                        new TreeMap<>(),
                        leaf.place().orElseThrow()));
    }
}
