package cn.lianxin.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What everybody can work out from all that was told of one measure: concerns that no sum or difference of the numbers
 * tells apart lie in one atom. A further number is told only if it leaves no atom of fewer than five people, so that it
 * does not matter which reports somebody lays beside which.
 */
final class Partition {

    static final int FEWEST = 5;

    private final Map<Long, Long> atomOf = new HashMap<>();
    private final Map<Long, Set<Long>> concernsOf = new HashMap<>();
    private final Map<Long, Long> changed = new HashMap<>();
    private final Map<Long, Optional<Long>> people;
    private final LongSupplier numbers;

    /**
     * @param told the atoms of the concerns that somebody was told of
     * @param people who raised each concern; nobody where he left no name
     * @param numbers of new atoms
     */
    Partition(Map<Long, Long> told, Map<Long, Optional<Long>> people, LongSupplier numbers) {
        told.forEach(this::put);
        this.people = Map.copyOf(people);
        this.numbers = numbers;
    }

    /** Whether the number of these may be told, and from then on is. None is not told: it would show where a few are. */
    boolean tell(Collection<Long> concerns) {
        var byAtom = new HashMap<Optional<Long>, Set<Long>>();
        for (var concern : concerns) {
            Objects.requireNonNull(
                            byAtom.computeIfAbsent(Optional.ofNullable(atomOf.get(concern)), _ -> new HashSet<>()))
                    .add(concern);
        }
        var cutOut = new ArrayList<Set<Long>>();
        for (var entry : byAtom.entrySet()) {
            var inside = entry.getValue();
            var outside = new HashSet<>(entry.getKey().map(this::concernsIn).orElse(Set.of()));
            outside.removeAll(inside);
            var whole = entry.getKey().isPresent() && outside.isEmpty();
            if (!whole && (isFew(inside) || !outside.isEmpty() && isFew(outside))) {
                return false;
            }
            if (!whole) {
                cutOut.add(inside);
            }
        }
        cutOut.forEach(this::cutOut);
        return !concerns.isEmpty();
    }

    /** The concerns that lie in another atom than before. */
    Map<Long, Long> changed() {
        return Map.copyOf(changed);
    }

    private void cutOut(Set<Long> piece) {
        var atom = numbers.getAsLong();
        for (var concern : piece) {
            Optional.ofNullable(atomOf.get(concern))
                    .ifPresent(former ->
                            Objects.requireNonNull(concernsOf.get(former)).remove(concern));
            put(concern, atom);
            changed.put(concern, atom);
        }
    }

    private void put(long concern, long atom) {
        atomOf.put(concern, atom);
        Objects.requireNonNull(concernsOf.computeIfAbsent(atom, _ -> new HashSet<>()))
                .add(concern);
    }

    private Set<Long> concernsIn(long atom) {
        return concernsOf.getOrDefault(atom, Set.of());
    }

    private boolean isFew(Collection<Long> concerns) {
        return peopleOf(concerns, people) < FEWEST;
    }

    /** All who left no name might be one and the same. */
    static long peopleOf(Collection<Long> concerns, Map<Long, Optional<Long>> people) {
        return List.copyOf(concerns).stream()
                .map(concern -> people.getOrDefault(concern, Optional.empty()))
                .distinct()
                .count();
    }
}
