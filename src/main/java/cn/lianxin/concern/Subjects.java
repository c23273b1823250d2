package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.util.List;
import java.util.stream.Stream;

/**
 * 说的是谁: whom a concern speaks of.
 *
 * @param units by which whoever leads them is meant
 */
public record Subjects(List<PersonId> people, List<UnitId> units) {

    static final Subjects NOBODY = new Subjects(List.of(), List.of());

    public Subjects {
        people = people.stream().distinct().toList();
        units = units.stream().distinct().toList();
    }

    boolean isEmpty() {
        return people.isEmpty() && units.isEmpty();
    }

    Subjects and(Subjects more) {
        return new Subjects(
                Stream.concat(people.stream(), more.people.stream()).toList(),
                Stream.concat(units.stream(), more.units.stream()).toList());
    }

    Subjects without(Subjects others) {
        return new Subjects(
                people.stream()
                        .filter(person -> !others.people.contains(person))
                        .toList(),
                units.stream().filter(unit -> !others.units.contains(unit)).toList());
    }
}
