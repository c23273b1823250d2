package cn.lianxin.insight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The cases of one enterprise and quarter, cut into parts of five or more people that are never cut further. What is
 * published is made of whole parts; so is every sum, difference and overlap of what is published.
 */
final class Atoms {

    /** Never lowered; what is too small waits in the larger group that it lies in. */
    static final int FEWEST = 5;

    private final List<CountedCase> cases;
    private final Map<Long, List<Integer>> ofUnit = new HashMap<>();
    private final List<List<Integer>> parts = new ArrayList<>();
    private final int[] partOf;

    private Atoms(Collection<CountedCase> cases) {
        this.cases = List.copyOf(cases);
        partOf = new int[cases.size()];
        var all = new ArrayList<Integer>();
        for (var at = 0; at < partOf.length; at++) {
            all.add(at);
            for (var unit : this.cases.get(at).units()) {
                ofUnit.computeIfAbsent(unit, _ -> new ArrayList<>()).add(at);
            }
        }
        parts.add(all);
    }

    /** @param wishes which groups are wanted, the most wanted first; each is cut out if no piece is too small */
    static List<List<CountedCase>> cut(Collection<CountedCase> cases, Collection<Group> wishes) {
        if (people(cases) < FEWEST) {
            return List.of();
        }
        var atoms = new Atoms(cases);
        wishes.forEach(atoms::cutOut);
        return atoms.parts.stream().map(atoms::casesAt).toList();
    }

    private void cutOut(Group wish) {
        var inside = new LinkedHashMap<Integer, List<Integer>>();
        for (var at : ofUnit.getOrDefault(wish.unit().value(), List.of())) {
            if (wish.holdsBesidesUnit(cases.get(at).key())) {
                inside.computeIfAbsent(partOf[at], _ -> new ArrayList<>()).add(at);
            }
        }
        inside.entrySet()
                .removeIf(entry ->
                        entry.getValue().size() == parts.get(entry.getKey()).size());
        var outside = new HashMap<Integer, List<Integer>>();
        for (var part : inside.keySet()) {
            var within = new HashSet<>(Objects.requireNonNull(inside.get(part)));
            var rest =
                    parts.get(part).stream().filter(at -> !within.contains(at)).toList();
            if (!enough(casesAt(within)) || !enough(casesAt(rest))) {
                return;
            }
            outside.put(part, rest);
        }
        inside.forEach((part, within) -> {
            parts.set(part, Objects.requireNonNull(outside.get(part)));
            within.forEach(at -> partOf[at] = parts.size());
            parts.add(within);
        });
    }

    private List<CountedCase> casesAt(Collection<Integer> places) {
        return places.stream().map(cases::get).toList();
    }

    /**
     * Whether such a piece may stand by itself, and so whether it may be what is left when others are taken away: five
     * people, of those answered none or five, and not all of them did what only they decide.
     */
    static boolean enough(Collection<CountedCase> piece) {
        var answered = piece.stream()
                .filter(one ->
                        one.leftOut().isEmpty() && !one.own() && one.answered().isPresent())
                .toList();
        return people(piece) >= FEWEST
                && (answered.isEmpty() || people(answered) >= FEWEST)
                && !all(answered.stream().map(CountedCase::raisedAgain).toList())
                && !all(piece.stream().map(one -> one.withdrawn().isPresent()).toList());
    }

    private static boolean all(Collection<Boolean> did) {
        return !did.isEmpty() && !did.contains(false);
    }

    /** Whom the figures are about; all who left no name might be one and the same. */
    static long people(Collection<CountedCase> cases) {
        return cases.stream()
                .filter(one -> one.leftOut().isEmpty() && !one.own())
                .map(CountedCase::person)
                .distinct()
                .count();
    }
}
