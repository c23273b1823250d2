package cn.lianxin.daybook;

import cn.lianxin.concern.EnteringConcerns;
import cn.lianxin.concern.EnteringConcerns.Entered;
import cn.lianxin.concern.EnteringConcerns.Key;
import cn.lianxin.concern.EnteringConcerns.Moment;
import cn.lianxin.concern.EnteringConcerns.SentFile;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import cn.lianxin.platform.transparency.RoomInspection;
import cn.lianxin.platform.witness.DayProof;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
        days.all().forEach(day -> rootOf(day).ifPresent(faults::add));
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
                page.forEach(leaf -> faults.addAll(faults(leaf, now)));
                page = leaves.after(page.getLast().key(), AT_ONCE);
            }
        } catch (Unproven malformed) {
            faults.add(new Unproven(malformed.reason(), "a leaf of a day", malformed));
        }
    }

    private static List<Unproven> faults(Leaf leaf, Map<Key, Entered> now) {
        var said = now.get(leaf.key());
        var where = "day:" + leaf.day() + ", "
                + (said == null ? "concern " + leaf.key().concern() : said.number()) + ", step "
                + leaf.key().step();
        if (leaf.salt().isEmpty()) {
            return said == null || said.erased()
                    ? List.of()
                    : List.of(new Unproven(Reason.FIELD_MISSING, where + ": its salt, and it was not erased"));
        }
        if (said == null) {
            return List.of(new Unproven(Reason.FIELD_MISSING, where));
        }
        var faults = new ArrayList<Unproven>();
        if (!DayProof.commit(leaf.salt().get(), Sheet.of(leaf, said)).equals(leaf.commitment())) {
            faults.add(new Unproven(Reason.FIELD_ALTERED, where));
        }
        if (leaf.form() >= Sheet.FORM) {
            faults.addAll(ofFiles(leaf, said, where));
        }
        return faults;
    }

    private static List<Unproven> ofFiles(Leaf leaf, Entered said, String where) {
        var faults = new ArrayList<Unproven>();
        if (!leaf.files().stream()
                .map(CommittedFile::file)
                .toList()
                .equals(said.files().stream().map(SentFile::id).toList())) {
            faults.add(new Unproven(Reason.FIELD_ALTERED, where + ", which files"));
        }
        for (var at = 0; at < leaf.files().size(); at++) {
            var file = leaf.files().get(at);
            var digest = said.digest(file.file());
            var which = where + ", file " + (at + 1);
            if (file.salt().isEmpty()) {
                digest.ifPresent(_ ->
                        faults.add(new Unproven(Reason.FIELD_MISSING, which + ": its salt, and it was not erased")));
            } else if (digest.isEmpty()) {
                faults.add(new Unproven(Reason.FIELD_MISSING, which));
            } else if (!DayProof.commitFile(file.salt().get(), digest.get()).equals(file.commitment())) {
                faults.add(new Unproven(Reason.FIELD_ALTERED, which));
            }
        }
        return faults;
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
                    .forEach(said -> faults.add(new Unproven(
                            Reason.NOT_ENTERED,
                            said.number() + ", step " + said.key().step())));
            page = concerns.came(page.getLast(), until, AT_ONCE);
        }
    }
}
