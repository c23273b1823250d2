package cn.lianxin.insight;

import cn.lianxin.kernel.UnitId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The figures of groups out of quarters that were kept. A year is the sum of its quarters, as far as they are shown; it
 * tells nothing that they do not tell.
 */
final class Published {

    private final List<KeptQuarter> quarters;

    Published(Collection<KeptQuarter> quarters) {
        this.quarters = List.copyOf(quarters);
    }

    /** The keys of which something may be shown, for the rows that there may be. */
    List<CaseKey> keys() {
        return quarters.stream()
                .flatMap(quarter -> quarter.parts().stream())
                .flatMap(part -> part.keys().stream())
                .distinct()
                .toList();
    }

    boolean publishes(Group group) {
        return !partsOf(group::holds).isEmpty();
    }

    /** All indicators of the group, less what belongs to the units of {@code without}. */
    List<Figure> figures(Group group, Collection<UnitId> without) {
        Predicate<CaseKey> members = key -> group.holds(key) && outside(key.units(), without);
        var counts = counts(members);
        var verdicts = new VerdictCounting(quarters.stream()
                .flatMap(quarter -> quarter.batches().stream())
                .filter(batch -> batch.units().contains(group.unit().value()) && outside(batch.units(), without))
                .toList());
        var figures = new ArrayList<Figure>();
        for (var indicator : Indicator.values()) {
            var version =
                    Definition.inForce(Definition.ALL, indicator, group.span()).version();
            figures.add(figure(indicator, version, group, counts, verdicts));
        }
        return figures;
    }

    private Figure figure(
            Indicator indicator, int version, Group group, Map<Indicator, Count> counts, VerdictCounting verdicts) {
        if (quarters.isEmpty()) {
            return Figure.withheld(indicator, version, Withheld.NOT_YET);
        }
        if (indicator.fromVerdicts() && !group.onlyByUnit()) {
            return Figure.withheld(indicator, version, Withheld.ONLY_BY_UNIT);
        }
        if (indicator.needsRecurrences() && !counts.isEmpty() && !counts.containsKey(Indicator.RECURRED)) {
            return Figure.withheld(indicator, version, Withheld.NOT_YET);
        }
        if (indicator.fromVerdicts()) {
            return verdicts.figure(indicator, version, counts);
        }
        var count = counts.get(indicator);
        return count == null ? Figure.withheld(indicator, version, Withheld.FEW) : Figure.of(indicator, version, count);
    }

    /** Nothing where the group is shown in no quarter; an indicator is there once it is final in all of them. */
    private Map<Indicator, Count> counts(Predicate<CaseKey> group) {
        var parts = partsOf(group);
        var counts = new EnumMap<Indicator, Count>(Indicator.class);
        for (var indicator : Indicator.values()) {
            if (!parts.isEmpty()
                    && parts.stream().allMatch(part -> part.counts().containsKey(indicator))) {
                counts.put(
                        indicator,
                        Count.sum(parts.stream().map(part -> part.counts().get(indicator))));
            }
        }
        return counts;
    }

    private List<KeptQuarter.Part> partsOf(Predicate<CaseKey> group) {
        return quarters.stream()
                .flatMap(quarter -> quarter.partsOf(group).stream())
                .flatMap(List::stream)
                .toList();
    }

    private static boolean outside(Collection<Long> units, Collection<UnitId> without) {
        return without.stream().noneMatch(part -> units.contains(part.value()));
    }
}
