package cn.lianxin.personnel;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Authority;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.KnownPeople;
import cn.lianxin.organization.KnownPerson;
import cn.lianxin.organization.Staffing;
import cn.lianxin.organization.Today;
import cn.lianxin.platform.spreadsheet.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Makes the plan of a roster: everybody in the file, and everybody in the scope who is not in it. Changes nothing. */
@Component
class ComparingRosters {

    private final KnownPeople knownPeople;
    private final Directory directory;
    private final RosterUnits rosterUnits;
    private final Staffing staffing;
    private final Authority authority;
    private final Today today;

    ComparingRosters(
            KnownPeople knownPeople,
            Directory directory,
            RosterUnits rosterUnits,
            Staffing staffing,
            Authority authority,
            Today today) {
        this.knownPeople = knownPeople;
        this.directory = directory;
        this.rosterUnits = rosterUnits;
        this.staffing = staffing;
        this.authority = authority;
        this.today = today;
    }

    RosterPlan plan(List<Row> rows, ColumnMapping mapping, RosterScope scope, Actor by) {
        var faults = new ImportPlan(mapping);
        var plan = new RosterPlan(scope, faults);
        if (!mapping.missing().isEmpty()) {
            return plan;
        }
        var units = KnownUnits.in(directory);
        var reach = authority.reach(by);
        Predicate<UnitId> inside = unit -> units.isBelow(unit, scope.unit()) && reach.test(unit);
        var founded = rosterUnits.plan(rows, mapping, units, plan, inside, by);
        var reading = new RosterReading(faults, units, scope.unit(), founded);
        reading.read(rows);
        var comparison = new RosterComparison(plan, mapping, units, reach, today.date(), staffing, directory, by);
        var named = reading.byNumber();
        var known = knownPeople.withNumbers(named.keySet());
        named.forEach((number, posts) -> comparison.present(posts, Optional.ofNullable(known.get(number))));
        var here = knownPeople.below(scope.unit());
        here.stream().filter(person -> !reading.mentions(person.staffNumber())).forEach(comparison::missing);
        comparison.leading(knownPeople.leadingBelow(scope.unit()));
        plan.people((int)
                here.stream().filter(person -> isInside(person, units, scope)).count());
        return plan;
    }

    /** Everybody whom the roster could touch, so that nobody else touches them meanwhile. */
    void hold(List<Row> rows, ColumnMapping mapping, RosterScope scope) {
        var numbers = rows.stream()
                .map(row -> mapping.text(row, ImportColumn.STAFF_NUMBER).strip())
                .toList();
        knownPeople.hold(java.util.stream.Stream.concat(
                        knownPeople.below(scope.unit()).stream(), knownPeople.withNumbers(numbers).values().stream())
                .toList());
    }

    private static boolean isInside(KnownPerson person, KnownUnits units, RosterScope scope) {
        return person.unit().filter(unit -> units.isBelow(unit, scope.unit())).isPresent();
    }
}
