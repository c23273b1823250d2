package cn.lianxin.insight;

import cn.lianxin.kernel.UnitId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;

/**
 * In which order groups are cut out: the units from the top down, then what was filed about what, how urgent, by which way
 * and when, for the enterprise and then for its units. Fixed, so that nobody can choose what makes others stay hidden.
 */
final class Wishes {

    private final Span quarter;
    private final List<Group> groups = new ArrayList<>();

    private Wishes(Span quarter) {
        this.quarter = quarter;
    }

    static List<Group> of(Collection<CountedCase> cases, Span quarter) {
        var wishes = new Wishes(quarter);
        var units = unitsFromTheTop(cases);
        units.forEach(unit -> wishes.groups.add(Group.of(unit, quarter)));
        units.forEach(unit -> wishes.cuts(unit, cases));
        units.stream().limit(1).forEach(unit -> wishes.matters(unit, cases));
        return wishes.groups;
    }

    private void cuts(UnitId unit, Collection<CountedCase> cases) {
        var whole = Group.of(unit, quarter);
        cases.stream().map(CountedCase::grade).distinct().sorted().forEach(grade -> groups.add(whole.graded(grade)));
        distinct(cases.stream().map(one -> one.matter().substring(0, 1)).toList())
                .forEach(area -> groups.add(whole.about(area)));
        distinct(cases.stream().map(CountedCase::channel).toList()).forEach(channel -> groups.add(whole.by(channel)));
        quarter.months().forEach(month -> groups.add(whole.during(month)));
    }

    private void matters(UnitId unit, Collection<CountedCase> cases) {
        distinct(cases.stream().map(CountedCase::matter).toList())
                .forEach(matter -> groups.add(Group.of(unit, quarter).about(matter)));
    }

    private static TreeSet<String> distinct(Collection<String> values) {
        return new TreeSet<>(values);
    }

    private static List<UnitId> unitsFromTheTop(Collection<CountedCase> cases) {
        record Place(long unit, int depth) {}
        var places = new LinkedHashSet<Place>();
        for (var one : cases) {
            for (var at = 0; at < one.units().size(); at++) {
                places.add(new Place(one.units().get(at), one.units().size() - at));
            }
        }
        return places.stream()
                .sorted(Comparator.comparingInt(Place::depth).thenComparingLong(Place::unit))
                .map(place -> new UnitId(place.unit()))
                .toList();
    }
}
