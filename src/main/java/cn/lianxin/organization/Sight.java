package cn.lianxin.organization;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** What of the organization an administrator sees: his units and below. For everybody else these pages do not exist. */
@Component
class Sight {

    private final Units units;
    private final Lines lines;
    private final People people;
    private final PersonSearch personSearch;

    Sight(Units units, Lines lines, People people, PersonSearch personSearch) {
        this.units = units;
        this.lines = lines;
        this.people = people;
        this.personSearch = personSearch;
    }

    Collection<UnitId> administered(Actor actor) {
        if (!actor.is(Role.ADMINISTRATOR)) {
            throw new Refusal.NotFound();
        }
        return actor.unitsAs(Role.ADMINISTRATOR);
    }

    UnitCard unit(String code, Actor actor) {
        return units.byCode(code).filter(unit -> covers(unit.id(), actor)).orElseThrow(Refusal.NotFound::new);
    }

    boolean covers(UnitId unit, Actor actor) {
        return lines.coversAny(administered(actor), unit);
    }

    PersonCard person(String staffNumber, Actor actor) {
        var above = administered(actor);
        return people.byStaffNumber(staffNumber)
                .filter(person -> personSearch.isBelow(above, person.id()))
                .orElseThrow(Refusal.NotFound::new);
    }

    List<PersonCard> search(String words, int limit, Actor actor) {
        return personSearch.below(administered(actor), words, limit);
    }

    /** A unit that a form names by its code. */
    UnitId named(String field, String code, Actor actor) {
        return units.byCode(code.strip())
                .map(UnitCard::id)
                .filter(unit -> covers(unit, actor))
                .orElseThrow(() -> new Refusal.Violation(field, "import-unit-unknown", code.strip()));
    }
}
