package cn.lianxin.organization;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.audit.AuditTrail;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes people on, appoints, moves and lets them go; what was is kept. The actor is an administrator over the units that
 * are touched, or the installation itself; anybody else is refused with {@code organization-not-yours}. Changes to one
 * person follow one another, never cross. A step dated after today is refused with {@code date-in-future}.
 */
@Component
public class Staffing {

    /** What those who led a dissolved unit are in its successor, until they get a post there. */
    static final String AWAITING_POST = "待安排";

    private final People people;
    private final Appointments appointments;
    private final Units units;
    private final Authority authority;
    private final Today today;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;

    Staffing(
            People people,
            Appointments appointments,
            Units units,
            Authority authority,
            Today today,
            AuditTrail trail,
            ApplicationEventPublisher events) {
        this.people = people;
        this.appointments = appointments;
        this.units = units;
        this.authority = authority;
        this.today = today;
        this.trail = trail;
        this.events = events;
    }

    /**
     * Takes a person on, without a unit yet. Refuses {@code staff-number-wrong}, {@code name-missing},
     * {@code name-too-long}, {@code phone-wrong}, and as a conflict {@code staff-number-taken}.
     */
    @Transactional
    public PersonId hire(NewPerson wanted, Actor by) {
        authority.requireAnywhere(by);
        var person = wanted.cleaned();
        if (people.byStaffNumber(person.staffNumber()).isPresent()) {
            throw new Refusal.Conflict("staff-number-taken", person.staffNumber());
        }
        return people.add(person);
    }

    /** Corrects what is kept of a person; his staff number never changes. */
    @Transactional
    public void correct(PersonId person, String name, Employment employment, String phone, Actor by) {
        people.lockAndReadLeft(person);
        authority.requireOver(person, by);
        var before = people.particulars(person).employment();
        people.correct(person, Wording.line("name", name, 40), employment, Wording.phone(phone));
        if (before != employment) {
            events.publishEvent(new OrganizationEvent.EmploymentChanged(person, before, employment));
        }
    }

    /** Keeps of a person what is said here; what is not said stays as it was. */
    @Transactional
    public void describe(PersonId person, PersonTraits said, Actor by) {
        people.lockAndReadLeft(person);
        authority.requireOver(person, by);
        people.describe(person, said.or(people.traits(person)));
    }

    /**
     * Corrects it by hand. Whoever does so is not told what was kept, and the trail not what is kept from now on.
     *
     * @param said in place of what was known; what is not said stays
     * @param forget whether nothing of what was known stays
     */
    @Transactional
    public void correct(PersonId person, PersonTraits said, boolean forget, Actor by) {
        people.lockAndReadLeft(person);
        authority.requireOver(person, by);
        if (said.equals(PersonTraits.NONE) && !forget) {
            throw new Refusal.Violation("sex", "traits-not-said");
        }
        people.describe(person, said.or(forget ? PersonTraits.NONE : people.traits(person)));
        trail.record(by, "organization.traits-corrected", "person:" + person.value(), "");
    }

    /**
     * Gives a person one more post. Refuses {@code unit-ended}, {@code name-too-long}, and as conflicts
     * {@code person-has-left} and, for a second main post, {@code appointment-main-exists}: that is a transfer.
     *
     * @param title of the post, at most 40 characters; the post is made if the unit has none of that title
     * @param leads whether the post leads the unit
     * @param main whether this is where he works, rather than what he does besides
     */
    @Transactional
    public void appoint(
            PersonId person, UnitId unit, String title, boolean leads, LocalDate from, boolean main, Actor by) {
        requireWorking(person);
        authority.requireOver(unit, by);
        if (main) {
            authority.requireOver(person, by);
            if (appointments.of(person).stream().anyMatch(known -> known.main() && known.lastsOn(from))) {
                throw new Refusal.Conflict("appointment-main-exists");
            }
        }
        put(person, unit, title, leads, from, main);
        changed(person, Optional.empty(), Optional.of(post(unit, title)), from);
        if (main) {
            events.publishEvent(new OrganizationEvent.PersonMoved(person, Optional.empty(), unit));
        }
    }

    /**
     * Moves a person's main post, into another unit or to another title in the same. Refuses {@code unit-ended},
     * {@code date-before-appointment}, and as conflicts {@code person-has-left} and {@code appointment-same}.
     *
     * @param from first day in the new post
     */
    @Transactional
    public void transfer(PersonId person, UnitId unit, String title, LocalDate from, Actor by) {
        requireWorking(person);
        authority.requireOver(person, by);
        authority.requireOver(unit, by);
        var previous = mainOf(person);
        if (previous.isPresent()) {
            var left = previous.get();
            if (left.unit().equals(unit) && left.title().equals(title.strip())) {
                throw new Refusal.Conflict("appointment-same");
            }
            refuseEarlier("from", from, left);
            appointments.endBefore(left, from);
        }
        put(person, unit, title, false, from, true);
        changed(person, previous.map(this::post), Optional.of(post(unit, title)), from);
        var before = previous.map(Appointment::unit);
        if (!before.equals(Optional.of(unit))) {
            events.publishEvent(new OrganizationEvent.PersonMoved(person, before, unit));
        }
    }

    /** Says whether a post leads its unit; nothing happens where the unit has no such post. */
    @Transactional
    public void mark(UnitId unit, String title, boolean leads, Actor by) {
        authority.requireOver(unit, by);
        appointments.mark(unit, title, leads);
    }

    /** Takes one post beside the main one back. Refuses {@code date-before-appointment}; the main post needs a transfer. */
    @Transactional
    public void relieve(PersonId person, long appointment, LocalDate lastDay, Actor by) {
        requireWorking(person);
        today.refuseLater("on", lastDay);
        var found = openOf(person).stream()
                .filter(known -> known.id() == appointment && !known.main())
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
        authority.requireOver(found.unit(), by);
        refuseEarlier("on", lastDay, found);
        appointments.end(found, lastDay);
        changed(person, Optional.of(post(found)), Optional.empty(), lastDay);
    }

    /**
     * Ends all his posts. His row and his history stay. Refuses {@code date-before-appointment} and as a conflict
     * {@code person-has-left}.
     *
     * @param on his last day
     */
    @Transactional
    public void leave(PersonId person, LocalDate on, Actor by) {
        requireWorking(person);
        authority.requireOver(person, by);
        today.refuseLater("on", on);
        for (var open : openOf(person)) {
            refuseEarlier("on", on, open);
            appointments.end(open, on);
            changed(person, Optional.of(post(open)), Optional.empty(), on);
        }
        people.leave(person, on);
        events.publishEvent(new OrganizationEvent.PersonLeft(person, on));
    }

    /**
     * Takes a leaver back under his old staff number. Refuses {@code unit-ended}, {@code date-before-leaving} and as a
     * conflict {@code person-is-here}.
     */
    @Transactional
    public void takeBack(PersonId person, UnitId unit, String title, LocalDate from, Actor by) {
        var left = people.lockAndReadLeft(person).orElseThrow(() -> new Refusal.Conflict("person-is-here"));
        authority.requireOver(unit, by);
        if (!from.isAfter(left)) {
            throw new Refusal.Violation("from", "date-before-leaving");
        }
        people.comeBack(person);
        put(person, unit, title, false, from, true);
        changed(person, Optional.empty(), Optional.of(post(unit, title)), from);
        events.publishEvent(new OrganizationEvent.PersonMoved(person, Optional.empty(), unit));
    }

    /** What a unit's end means for those who work there; posts beside a main one end with it. */
    void moveEverybody(UnitId unit, UnitId successor, LocalDate on) {
        for (var open : appointments.openIn(unit)) {
            appointments.endBefore(open, on);
            if (open.main()) {
                var leading = open.leads() || appointments.leads(successor, open.title());
                var title = leading ? AWAITING_POST : open.title();
                put(open.person(), successor, title, false, on, true);
                changed(open.person(), Optional.of(post(open)), Optional.of(post(successor, title)), on);
                events.publishEvent(new OrganizationEvent.PersonMoved(open.person(), Optional.of(unit), successor));
            }
        }
    }

    private void changed(PersonId person, Optional<PostName> from, Optional<PostName> to, LocalDate on) {
        events.publishEvent(new OrganizationEvent.PostChanged(person, from, to, on));
    }

    private PostName post(Appointment appointment) {
        return post(appointment.unit(), appointment.title());
    }

    private PostName post(UnitId unit, String title) {
        return new PostName(title.strip(), units.get(unit).name());
    }

    private void put(PersonId person, UnitId unit, String title, boolean leads, LocalDate from, boolean main) {
        today.refuseLater("from", from);
        if (!units.standsUntilCommit(unit)) {
            throw new Refusal.Violation("unit", "unit-ended");
        }
        appointments.add(person, appointments.post(unit, Wording.line("title", title, 40), leads), main, from);
    }

    private void requireWorking(PersonId person) {
        if (people.lockAndReadLeft(person).isPresent()) {
            throw new Refusal.Conflict("person-has-left");
        }
    }

    private List<Appointment> openOf(PersonId person) {
        return appointments.of(person).stream()
                .filter(known -> known.until().isEmpty())
                .toList();
    }

    private Optional<Appointment> mainOf(PersonId person) {
        return openOf(person).stream().filter(Appointment::main).findFirst();
    }

    private static void refuseEarlier(String field, LocalDate date, Appointment appointment) {
        if (date.isBefore(appointment.from())) {
            throw new Refusal.Violation(
                    field, "date-before-appointment", appointment.from().toString());
        }
    }
}
