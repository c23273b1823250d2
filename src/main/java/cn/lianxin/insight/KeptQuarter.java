package cn.lianxin.insight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A quarter of an enterprise as it was counted. It knows parts of five or more people and nothing below them, so that
 * nothing else can be shown of it.
 */
record KeptQuarter(Span quarter, List<Part> parts, List<BatchStore.Batch> batches) {

    /**
     * Cases that are never told apart.
     *
     * @param counts without {@code RECURRED} until that is final
     */
    record Part(List<CaseKey> keys, Map<Indicator, Count> counts) {
        Part {
            keys = List.copyOf(keys);
            counts = Map.copyOf(counts);
        }

        /** Counts what is final when the quarter is kept. */
        static Part of(Collection<CountedCase> cases, Span quarter) {
            var counting = new Counting(cases, quarter.finalAt());
            var counts = new EnumMap<Indicator, Count>(Indicator.class);
            Indicator.keptFirst().forEach(indicator -> counts.put(indicator, counting.count(indicator)));
            return new Part(cases.stream().map(CountedCase::key).distinct().toList(), counts);
        }

        /** Whether all of it lies in the group; nothing where only some does. */
        Optional<Boolean> lies(Predicate<CaseKey> group) {
            var inside = group.test(keys.getFirst());
            return keys.stream().allMatch(key -> group.test(key) == inside) ? Optional.of(inside) : Optional.empty();
        }
    }

    KeptQuarter {
        parts = List.copyOf(parts);
        batches = List.copyOf(batches);
    }

    /** Whether the group can be shown: it is made of whole parts, and of one at least. Nobody is told from a few by it. */
    boolean publishes(Predicate<CaseKey> group) {
        return partsOf(group).isPresent();
    }

    Optional<List<Part>> partsOf(Predicate<CaseKey> group) {
        var inside = new ArrayList<Part>();
        for (var part : parts) {
            var lies = part.lies(group);
            if (lies.isEmpty()) {
                return Optional.empty();
            }
            if (lies.get()) {
                inside.add(part);
            }
        }
        return inside.isEmpty() ? Optional.empty() : Optional.of(inside);
    }
}
