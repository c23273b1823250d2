package cn.lianxin.daybook;

import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import cn.lianxin.platform.transparency.RoomInspection;
import cn.lianxin.platform.witness.DayProof;
import cn.lianxin.sealed.EnteringSealed;
import cn.lianxin.sealed.EnteringSealed.Key;
import cn.lianxin.sealed.EnteringSealed.Moment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds every sealed report and every answer to one against its leaf: what was exchanged, closed for other keys, removed, dated back.
 * What was let go of is nobody's.
 */
@Component
class HoldingSealed implements RoomInspection {

    private static final int AT_ONCE = 500;

    private final Days days;
    private final SealedLeaves leaves;
    private final EnteringSealed sealed;

    HoldingSealed(Days days, SealedLeaves leaves, EnteringSealed sealed) {
        this.days = days;
        this.leaves = leaves;
        this.sealed = sealed;
    }

    @Override
    @Transactional(readOnly = true)
    public void inspect(Consumer<Unproven> found) {
        var faults = new Faults(found);
        try {
            var page = leaves.after(new Key(Long.MIN_VALUE, 0), AT_ONCE);
            while (!page.isEmpty() && !faults.isFull()) {
                page.forEach(leaf -> fault(leaf).ifPresent(faults::add));
                page = leaves.after(page.getLast().key(), AT_ONCE);
            }
        } catch (Unproven malformed) {
            faults.add(new Unproven(malformed.reason(), "a sealed leaf of a day", malformed));
        }
        days.last().ifPresent(last -> days.sealedBeginning().ifPresent(first -> putThere(first, last, faults)));
    }

    private Optional<Unproven> fault(SealedLeaf leaf) {
        var where = "day:" + leaf.day() + ", sealed report " + leaf.key().report() + ", step "
                + leaf.key().step();
        var now = sealed.read(leaf.key(), leaf.closedFor());
        if (now.isEmpty()) {
            return Optional.of(new Unproven(Reason.FIELD_MISSING, where));
        }
        return DayProof.commit(leaf.salt(), SealedSheet.of(leaf.day(), now.get()))
                        .equals(leaf.commitment())
                ? Optional.empty()
                : Optional.of(new Unproven(Reason.FIELD_ALTERED, where));
    }

    /** What says that it came on a day that no closing looks at any more. */
    private void putThere(LocalDate first, LocalDate last, Faults faults) {
        var until = Closing.takenFrom(last.plusDays(1), first);
        var page = sealed.came(Moment.before(Closing.begin(first)), until, AT_ONCE);
        while (!page.isEmpty() && !faults.isFull()) {
            faults.addAll(unknown(page.stream().map(Moment::key).toList()));
            page = sealed.came(page.getLast(), until, AT_ONCE);
        }
    }

    private List<Unproven> unknown(List<Key> keys) {
        var known = leaves.among(keys);
        return keys.stream()
                .filter(key -> !known.contains(key))
                .map(key -> new Unproven(Reason.NOT_ENTERED, "sealed report " + key.report() + ", step " + key.step()))
                .toList();
    }
}
