package cn.lianxin.daybook;

import cn.lianxin.concern.EnteringConcerns;
import cn.lianxin.concern.EnteringConcerns.Entered;
import cn.lianxin.concern.EnteringConcerns.Key;
import cn.lianxin.concern.EnteringConcerns.Moment;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import cn.lianxin.platform.transparency.RoomInspection;
import cn.lianxin.platform.witness.DayProof;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds every filing and every answer against the tree of its day, a page at a time: what was altered, what was removed, and what was
 * put there afterwards. What was erased has no salt and is held against nothing.
 */
@Component
class HoldingDays implements RoomInspection {

    private static final int AT_ONCE = 500;

    /** Whoever reads them knows by then. */
    private static final int MOST = 100;

    private final Days days;
    private final Leaves leaves;
    private final EnteringConcerns concerns;

    HoldingDays(Days days, Leaves leaves, EnteringConcerns concerns) {
        this.days = days;
        this.leaves = leaves;
        this.concerns = concerns;
    }

    @Override
    @Transactional(readOnly = true)
    public void inspect(Consumer<Unproven> found) {
        var faults = new Faults(found);
        days.all().forEach(day -> faults.add(rootOf(day)));
        words(faults);
        days.last().ifPresent(last -> putThere(last, faults));
    }

    private Optional<Unproven> rootOf(LocalDate which) {
        var day = days.find(which).orElseThrow();
        try {
            var placed = leaves.placed(which);
            var tree = new DayTree(DayTree.sizeFor(placed.size()), day.secret(), placed);
            return tree.size() == day.size() && tree.root().toString().equals(day.root())
                    ? Optional.empty()
                    : Optional.of(new Unproven(Reason.ROOT_DIFFERS, "the leaves of day:" + which));
        } catch (Unproven malformed) {
            return Optional.of(new Unproven(malformed.reason(), "a leaf of day:" + which, malformed));
        }
    }

    private void words(Faults faults) {
        try {
            var page = leaves.after(new Key(Long.MIN_VALUE, 0), AT_ONCE);
            while (!page.isEmpty() && !faults.isFull()) {
                var now = concerns.read(page.stream().map(Leaf::key).toList()).stream()
                        .collect(Collectors.toMap(Entered::key, Function.identity()));
                page.forEach(leaf -> faults.add(fault(leaf, now)));
                page = leaves.after(page.getLast().key(), AT_ONCE);
            }
        } catch (Unproven malformed) {
            faults.add(Optional.of(new Unproven(malformed.reason(), "a leaf of a day", malformed)));
        }
    }

    private static Optional<Unproven> fault(Leaf leaf, Map<Key, Entered> now) {
        var said = now.get(leaf.key());
        var where = "day:" + leaf.day() + ", "
                + (said == null ? "concern " + leaf.key().concern() : said.number()) + ", step "
                + leaf.key().step();
        if (leaf.salt().isEmpty()) {
            return said == null || said.erased()
                    ? Optional.empty()
                    : Optional.of(new Unproven(Reason.FIELD_MISSING, where + ": its salt, and it was not erased"));
        }
        if (said == null) {
            return Optional.of(new Unproven(Reason.FIELD_MISSING, where));
        }
        return DayProof.commit(leaf.salt().get(), Sheet.of(leaf.day(), said, leaf.unitName()))
                        .equals(leaf.commitment())
                ? Optional.empty()
                : Optional.of(new Unproven(Reason.FIELD_ALTERED, where));
    }

    /** What says that it was said on a day that no closing looks at any more. */
    private void putThere(LocalDate last, Faults faults) {
        var beginning = days.beginning().orElse(last);
        var until = Closing.takenFrom(last.plusDays(1), beginning);
        var page = concerns.came(Moment.before(Closing.begin(beginning)), until, AT_ONCE);
        while (!page.isEmpty() && !faults.isFull()) {
            var keys = page.stream().map(Moment::key).toList();
            var known = leaves.among(keys);
            concerns.read(keys.stream().filter(key -> !known.contains(key)).toList())
                    .forEach(said -> faults.add(Optional.of(new Unproven(
                            Reason.NOT_ENTERED,
                            said.number() + ", step " + said.key().step()))));
            page = concerns.came(page.getLast(), until, AT_ONCE);
        }
    }

    private static final class Faults {
        private final Consumer<Unproven> found;
        private int many;

        Faults(Consumer<Unproven> found) {
            this.found = found;
        }

        void add(Optional<Unproven> fault) {
            if (!isFull() && fault.isPresent()) {
                many++;
                found.accept(fault.get());
            }
        }

        boolean isFull() {
            return many >= MOST;
        }
    }
}
