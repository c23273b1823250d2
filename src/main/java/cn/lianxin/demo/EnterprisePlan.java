package cn.lianxin.demo;

import cn.lianxin.kernel.Role;
import cn.lianxin.organization.UnitKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Units, people and roles of the demo enterprise, by their codes and staff numbers. */
record EnterprisePlan(
        Map<String, UnitPlan> units,
        List<PersonPlan> people,
        List<SecondPost> secondPosts,
        List<GrantPlan> grants,
        Set<String> holders,
        Map<String, List<PersonPlan>> byUnit) {

    static EnterprisePlan of(
            List<UnitPlan> units, List<PersonPlan> people, List<SecondPost> secondPosts, List<GrantPlan> grants) {
        var byCode = new LinkedHashMap<String, UnitPlan>();
        units.forEach(unit -> byCode.put(unit.code(), unit));
        return new EnterprisePlan(
                byCode,
                people,
                secondPosts,
                grants,
                grants.stream().map(grant -> grant.person().staffNumber()).collect(Collectors.toSet()),
                people.stream().filter(PersonPlan::works).collect(Collectors.groupingBy(PersonPlan::unit)));
    }

    UnitPlan unit(String code) {
        return Objects.requireNonNull(units.get(code), code);
    }

    /** The unit itself first, the group last. */
    List<UnitPlan> upwards(String code) {
        var line = new ArrayList<UnitPlan>();
        for (var next = code; !next.isEmpty(); next = unit(next).parent()) {
            line.add(unit(next));
        }
        return line;
    }

    Optional<UnitPlan> nearest(UnitKind kind, String code) {
        return upwards(code).stream().filter(unit -> unit.kind() == kind).findFirst();
    }

    /** The mine, or else the company or the group, whose desk hears the people of this unit. */
    UnitPlan house(String code) {
        return upwards(code).stream()
                .filter(unit -> unit.kind() == UnitKind.MINE
                        || unit.kind() == UnitKind.COMPANY
                        || unit.kind() == UnitKind.GROUP)
                .findFirst()
                .orElseThrow();
    }

    List<UnitPlan> mines() {
        return units.values().stream()
                .filter(unit -> unit.kind() == UnitKind.MINE)
                .toList();
    }

    /** Those of them who hold the role in this very unit. */
    List<PersonPlan> holders(Role role, String unit) {
        return grants.stream()
                .filter(grant -> grant.role() == role && grant.unit().equals(unit))
                .map(GrantPlan::person)
                .toList();
    }

    /** Two workers of the first mine who have more to tell than others: a young one of a crew, and one near his pension. */
    List<PersonPlan> stars() {
        var mine = mines().getFirst().code();
        var young = in(mine + "-ZC1-2").stream()
                .filter(one -> !one.leads() && !one.woman())
                .max(Comparator.comparingInt(PersonPlan::bornIn))
                .orElseThrow();
        var old = in(mine + "-YS-2").stream()
                .filter(one -> !one.leads() && !one.woman())
                .min(Comparator.comparingInt(PersonPlan::bornIn))
                .orElseThrow();
        return List.of(young, old);
    }

    boolean holdsNothing(PersonPlan person) {
        return !holders.contains(person.staffNumber());
    }

    List<PersonPlan> in(String unit) {
        return byUnit.getOrDefault(unit, List.of());
    }
}
