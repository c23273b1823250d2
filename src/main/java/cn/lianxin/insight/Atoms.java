package cn.lianxin.insight;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * The cases of one enterprise and quarter, cut into parts of five or more people that are never cut further. A group is
 * published where it is made of whole parts; so is every sum, difference and overlap of what is published.
 */
final class Atoms {

    /** Never lowered; what is too small waits in the larger group that it lies in. */
    static final int FEWEST = 5;

    private final List<CountedCase> cases;
    private final List<BitSet> parts = new ArrayList<>();

    /** @param wishes which groups are wanted, the most wanted first; each is cut out if no piece is too small */
    Atoms(List<CountedCase> cases, Collection<? extends Predicate<CountedCase>> wishes) {
        this.cases = List.copyOf(cases);
        var all = new BitSet();
        all.set(0, cases.size());
        if (enough(all)) {
            parts.add(all);
            wishes.forEach(wish -> cutOut(members(wish)));
        }
    }

    /** Whether it can be published; what holds nobody tells of nobody. */
    boolean publishes(Predicate<CountedCase> group) {
        var wanted = members(group);
        if (parts.isEmpty()) {
            return wanted.isEmpty();
        }
        return parts.stream().noneMatch(part -> divides(wanted, part));
    }

    List<CountedCase> of(Predicate<CountedCase> group) {
        return cases.stream().filter(group).toList();
    }

    private void cutOut(BitSet wanted) {
        var next = new ArrayList<BitSet>();
        for (var part : parts) {
            if (!divides(wanted, part)) {
                next.add(part);
                continue;
            }
            var inside = (BitSet) part.clone();
            inside.and(wanted);
            var outside = (BitSet) part.clone();
            outside.andNot(wanted);
            if (!enough(inside) || !enough(outside)) {
                return;
            }
            next.add(inside);
            next.add(outside);
        }
        parts.clear();
        parts.addAll(next);
    }

    private static boolean divides(BitSet wanted, BitSet part) {
        if (!wanted.intersects(part)) {
            return false;
        }
        var outside = (BitSet) part.clone();
        outside.andNot(wanted);
        return !outside.isEmpty();
    }

    private BitSet members(Predicate<CountedCase> group) {
        var members = new BitSet();
        for (var at = 0; at < cases.size(); at++) {
            if (group.test(cases.get(at))) {
                members.set(at);
            }
        }
        return members;
    }

    private boolean enough(BitSet piece) {
        return piece.cardinality() >= FEWEST
                && people(piece.stream().mapToObj(cases::get).toList()) >= FEWEST;
    }

    /** Whom the figures are about; all who left no name might be one and the same. */
    static long people(Collection<CountedCase> cases) {
        var known = new HashSet<Long>();
        var nameless = false;
        for (var one : cases) {
            if (one.leftOut().isEmpty() && !one.own()) {
                one.person().ifPresent(known::add);
                nameless |= one.person().isEmpty();
            }
        }
        return known.size() + (nameless ? 1L : 0L);
    }
}
