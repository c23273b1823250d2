package cn.lianxin.insight;

import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Everything of one enterprise over one span, read once, out of which each group is counted. */
final class Counted {

    private final List<CountedCase> cases;
    private final List<BatchStore.Batch> batches;
    private final List<Atoms> quarters;
    private final Instant now;

    /** @param quarters the closed ones of the span: a figure over days still running would give away today's filing tomorrow */
    Counted(List<CountedCase> cases, List<BatchStore.Batch> batches, List<Span> quarters, Instant now) {
        this.cases = cases.stream()
                .filter(one -> quarters.stream().anyMatch(quarter -> quarter.contains(one.filedOn())))
                .toList();
        this.batches = List.copyOf(batches);
        this.quarters = quarters.stream().map(this::atoms).toList();
        this.now = now;
    }

    private Atoms atoms(Span quarter) {
        var within =
                cases.stream().filter(one -> quarter.contains(one.filedOn())).toList();
        return new Atoms(
                within,
                Wishes.of(within, quarter).stream()
                        .map(group -> (Predicate<CountedCase>) group::holds)
                        .toList());
    }

    List<CountedCase> cases() {
        return cases;
    }

    /** Whether the group of these cases may be published: in each quarter it is made of whole parts. */
    boolean publishes(Predicate<CountedCase> group) {
        return quarters.stream().allMatch(atoms -> atoms.publishes(group));
    }

    /** All indicators of the group; {@code itself} leaves out the parts of its unit. */
    List<Figure> figures(Group group, Collection<UnitId> without) {
        Predicate<CountedCase> members = one -> group.holds(one)
                && without.stream().noneMatch(part -> one.units().contains(part.value()));
        var published = publishes(members);
        var counting = new Counting(cases.stream().filter(members).toList(), now);
        var figures = new ArrayList<Figure>();
        var verdicts = new VerdictCounting(batches.stream()
                .filter(batch -> batch.units().contains(group.unit().value()))
                .filter(batch -> group.span().contains(batch.releasedOn()))
                .filter(batch ->
                        without.stream().noneMatch(part -> batch.units().contains(part.value())))
                .toList());
        Arrays.stream(Indicator.values()).forEach(indicator -> {
            var version =
                    Definition.inForce(Definition.ALL, indicator, group.span()).version();
            if (!indicator.fromVerdicts()) {
                figures.add(
                        published
                                ? counting.figure(indicator, version)
                                : Figure.withheld(indicator, version, Withheld.FEW));
            } else if (!group.onlyByUnit()) {
                figures.add(Figure.withheld(indicator, version, Withheld.ONLY_BY_UNIT));
            } else {
                figures.add(verdicts.figure(indicator, version, published ? Optional.of(counting) : Optional.empty()));
            }
        });
        return figures;
    }
}
