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
public class Sight {

    private final Units units;
    private final Lines lines;
    private final People people;
    private final PersonSearch personSearch;
    private final Appointments appointments;
    private final Directory directory;

    Sight(
            Units units,
            Lines lines,
            People people,
            PersonSearch personSearch,
            Appointments appointments,
            Directory directory) {
        this.units = units;
        this.lines = lines;
        this.people = people;
        this.personSearch = personSearch;
        this.appointments = appointments;
        this.directory = directory;
    }

    public Collection<UnitId> administered(Actor actor) {
        if (!actor.is(Role.ADMINISTRATOR)) {
            throw new Refusal.NotFound();
        }
        return actor.unitsAs(Role.ADMINISTRATOR);
    }

    public UnitCard unit(String code, Actor actor) {
        return units.byCode(code).filter(unit -> covers(unit.id(), actor)).orElseThrow(Refusal.NotFound::new);
    }

    public boolean covers(UnitId unit, Actor actor) {
        return lines.coversAny(administered(actor), unit);
    }

    public PersonCard person(String staffNumber, Actor actor) {
        var above = administered(actor);
        return people.byStaffNumber(staffNumber)
                .filter(person -> personSearch.isBelow(above, person.id()))
                .orElseThrow(Refusal.NotFound::new);
    }

    public List<PersonCard> search(String words, int limit, Actor actor) {
        return personSearch.below(administered(actor), words, limit);
    }

    /** A unit that a form names by its code. */
    public UnitId named(String field, String code, Actor actor) {
        return units.byCode(code.strip())
                .map(UnitCard::id)
                .filter(unit -> covers(unit, actor))
                .orElseThrow(() -> new Refusal.Violation(field, "import-unit-unknown", code.strip()));
    }

    /** What the enterprise keeps of somebody whom the actor sees, besides his appointments. */
    public NewPerson particulars(PersonCard person, Actor actor) {
        return people.particulars(person(person.staffNumber(), actor).id());
    }

    /** His appointments, the newest first; units that are not the actor's have no code before him. */
    public List<HistoryRow> history(PersonCard person, Actor actor) {
        return appointments.of(person.id()).stream()
                .map(post -> new HistoryRow(
                        post.id(),
                        covers(post.unit(), actor) ? directory.unit(post.unit()).code() : "",
                        directory.pathName(post.unit()),
                        post.title(),
                        post.leads(),
                        post.main(),
                        post.from(),
                        post.until()))
                .toList();
    }
}
