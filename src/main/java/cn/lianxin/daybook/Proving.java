package cn.lianxin.daybook;

import cn.lianxin.casework.OwnProof;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.EnteringConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.transparency.EnteredProofs;
import cn.lianxin.platform.witness.DayProof;
import cn.lianxin.platform.witness.DayProofFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proofs of what was said, for whoever raised it and nobody else. */
@Component
class Proving implements OwnProof {

    private final EnteringConcerns concerns;
    private final Leaves leaves;
    private final Days days;
    private final EnteredProofs entered;

    Proving(EnteringConcerns concerns, Leaves leaves, Days days, EnteredProofs entered) {
        this.concerns = concerns;
        this.leaves = leaves;
        this.days = days;
        this.entered = entered;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isThere(ConcernNumber number, Actor speaker) {
        return leaves.provable(concerns.ofSpeaker(number, speaker)).stream()
                .anyMatch(leaf -> entered.isThere(DayProof.KIND, subject(leaf)));
    }

    /** Of the filing and of each answer whose day is in the log; NotFound where there is none, and for everybody else. */
    @Transactional
    public String file(ConcernNumber number, Actor speaker) {
        var proofs = leaves.provable(concerns.takenAwayBySpeaker(number, speaker)).stream()
                .flatMap(leaf -> proof(leaf).stream())
                .toList();
        if (proofs.isEmpty()) {
            throw new Refusal.NotFound();
        }
        return DayProofFile.of(proofs);
    }

    /** As it stands now: where it was altered, the proof is handed out all the same and says so to whoever checks it. */
    private Optional<DayProof> proof(Leaf leaf) {
        var said = concerns.read(List.of(leaf.key())).stream().findFirst();
        var entry = entered.find(DayProof.KIND, subject(leaf));
        if (said.isEmpty() || entry.isEmpty()) {
            return Optional.empty();
        }
        var day = days.find(leaf.day()).orElseThrow();
        var place = leaf.place().orElseThrow();
        return Optional.of(new DayProof(
                Sheet.of(leaf.day(), said.get(), leaf.unitName()),
                leaf.salt().orElseThrow(),
                leaf.commitment(),
                place,
                new DayTree(day.size(), day.secret(), leaves.placed(leaf.day())).path(place),
                opened(day, entry.get().salts()),
                entry.get().proof()));
    }

    private static TreeMap<String, DayProof.Opened> opened(Days.Day day, Map<String, Salt> salts) {
        var values = Map.of(
                DayProof.DAY, day.day().toString(),
                DayProof.ROOT, day.root(),
                DayProof.SIZE, Integer.toString(day.size()));
        var opened = new TreeMap<String, DayProof.Opened>();
        salts.forEach((name, salt) -> opened.put(name, new DayProof.Opened(salt, values.getOrDefault(name, ""))));
        return opened;
    }

    private static String subject(Leaf leaf) {
        return DayProof.subject(leaf.day().toString());
    }
}
