package cn.lianxin.daybook;

import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.transparency.EnteredProofs;
import cn.lianxin.platform.witness.DayProof;
import cn.lianxin.platform.witness.DayProof.OpenedFile;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The way from a leaf to the root of its day, and from its day into the log. */
@Component
class DayProofs {

    private final Leaves leaves;
    private final Days days;
    private final EnteredProofs entered;

    DayProofs(Leaves leaves, Days days, EnteredProofs entered) {
        this.leaves = leaves;
        this.days = days;
        this.entered = entered;
    }

    /** Whether a day has its place in the log. */
    boolean isThere(LocalDate day) {
        return entered.isThere(DayProof.KIND, DayProof.subject(day.toString()));
    }

    /** Of what stands now: where it was altered, the proof is handed out all the same and says so to whoever checks it. */
    Optional<DayProof> of(
            LocalDate which,
            String content,
            Salt salt,
            Hash commitment,
            SortedMap<Integer, OpenedFile> files,
            int place) {
        var day = days.find(which).orElseThrow();
        return entered.find(DayProof.KIND, DayProof.subject(which.toString()))
                .map(entry -> new DayProof(
                        content,
                        salt,
                        commitment,
                        files,
                        place,
                        new DayTree(day.size(), day.secret(), leaves.placed(which)).path(place),
                        opened(day, entry.salts()),
                        entry.proof()));
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
}
