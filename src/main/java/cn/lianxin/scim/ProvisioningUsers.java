package cn.lianxin.scim;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Appointment;
import cn.lianxin.organization.Authority;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Employment;
import cn.lianxin.organization.KnownPeople;
import cn.lianxin.organization.NewPerson;
import cn.lianxin.organization.Staffing;
import cn.lianxin.organization.Today;
import cn.lianxin.platform.audit.AuditTrail;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes people on, moves, corrects and lets them go, as a personnel system pushes it: by the organization's own steps, each
 * push as a whole or not at all.
 */
@Component
class ProvisioningUsers {

    private static final String ORDINARY_TITLE = "职工";

    private final UserStore store;
    private final Staffing staffing;
    private final KnownPeople people;
    private final Directory directory;
    private final Authority authority;
    private final LeavingGuard guard;
    private final AuditTrail trail;
    private final Today today;

    ProvisioningUsers(
            UserStore store,
            Staffing staffing,
            KnownPeople people,
            Directory directory,
            Authority authority,
            LeavingGuard guard,
            AuditTrail trail,
            Today today) {
        this.store = store;
        this.staffing = staffing;
        this.people = people;
        this.directory = directory;
        this.authority = authority;
        this.guard = guard;
        this.trail = trail;
        this.today = today;
    }

    /**
     * Takes a person on, or back where he has left and the system does not know him any more.
     *
     * @return his id
     */
    @Transactional
    long create(ObjectNode document, Pusher pusher) {
        var form = UserForm.of(document, Optional.empty());
        var number = form.staffNumber().orElse(form.userName());
        var name = form.name().orElseThrow(() -> new ScimFault(Fault.VALUE_MISSING, "displayName"));
        if (!form.active()) {
            throw new ScimFault(Fault.NEW_BUT_GONE);
        }
        var unit = unit(form, pusher);
        var title = form.title().orElse(ORDINARY_TITLE);
        var known = directory.personByStaffNumber(number);
        PersonId person;
        if (known.isPresent()) {
            person = known.get().id();
            if (known.get().leftOn().isEmpty()
                    || store.find(person.value(), pusher).isPresent()) {
                throw new ScimFault(Fault.TAKEN, number);
            }
            staffing.takeBack(person, unit, title, today.date(), pusher.actor());
            correct(person, name, form.employment().orElse(Employment.OWN), form.phone(), pusher);
        } else {
            var wanted = new NewPerson(number, name, form.employment().orElse(Employment.OWN), form.phone());
            person = staffing.hire(wanted, pusher.actor());
            staffing.appoint(person, unit, title, false, today.date(), true, pusher.actor());
        }
        know(person, number, form, unit, pusher);
        trail.record(pusher.actor(), "scim.user-created", subject(person), number);
        return person.value();
    }

    @Transactional
    void replace(long id, ObjectNode document, Optional<String> expected, Pusher pusher) {
        var row = locked(id, expected, pusher);
        change(row, UserForm.of(document, Optional.of(row.person().name())), pusher);
    }

    @Transactional
    void patch(long id, Patch patch, Optional<String> expected, Pusher pusher) {
        var row = locked(id, expected, pusher);
        var document = UserResource.of(row, new Endpoint(""));
        patch.apply(document, ResourceKind.USER);
        preferSent(document, row);
        change(row, UserForm.of(document, Optional.of(row.person().name())), pusher);
    }

    /** He leaves, and the system knows him no more. */
    @Transactional
    void delete(long id, Optional<String> expected, Pusher pusher) {
        var row = locked(id, expected, pusher);
        if (!row.person().left()) {
            leave(row, row.externalId(), row.userName(), pusher);
        }
        store.forget(row.person().id(), pusher);
        trail.record(
                pusher.actor(),
                "scim.user-deleted",
                subject(row.person().id()),
                row.person().staffNumber());
    }

    private UserRow locked(long id, Optional<String> expected, Pusher pusher) {
        var seen = store.find(id, pusher).orElseThrow(Refusal.NotFound::new);
        people.hold(List.of(seen.person()));
        var row = store.find(id, pusher).orElseThrow(Refusal.NotFound::new);
        row.version().require(expected);
        return row;
    }

    /** A change that names the organization alone means the unit; the department beside it is what was there. */
    private static void preferSent(ObjectNode document, UserRow row) {
        if (document.get(ResourceKind.USER.extension().urn()) instanceof ObjectNode extension
                && extension.has("organization")
                && Json.text(extension, "department").equals(row.unit().map(unit -> unit.code()))) {
            extension.remove("department");
        }
    }

    private void change(UserRow row, UserForm form, Pusher pusher) {
        var person = row.person();
        var id = person.id();
        if (form.staffNumber()
                .filter(number -> !number.equals(person.staffNumber()))
                .isPresent()) {
            throw new ScimFault(Fault.FIXED, "employeeNumber");
        }
        var name = form.name().orElse(person.name());
        var employment = form.employment().orElse(person.employment());
        var unit = row.lastUnit().orElseThrow(Refusal.NotFound::new);
        if (form.active()) {
            unit = form.unit().isPresent() ? unit(form, pusher) : unit;
            place(row, unit, form.title(), pusher);
        }
        if (!name.equals(person.name())
                || employment != person.employment()
                || !form.phone().equals(person.phone())) {
            correct(id, name, employment, form.phone(), pusher);
        }
        know(id, person.staffNumber(), form, unit, pusher);
        if (!form.active() && !person.left()) {
            leave(row, form.externalId(), userName(person.staffNumber(), form), pusher);
        }
        trail.record(pusher.actor(), "scim.user-changed", subject(id), person.staffNumber());
    }

    private void place(UserRow row, UnitId unit, Optional<String> wanted, Pusher pusher) {
        var person = row.person();
        if (person.left()) {
            staffing.takeBack(person.id(), unit, wanted.orElse(ORDINARY_TITLE), today.date(), pusher.actor());
            guard.cameBack(person.id());
            return;
        }
        var title = wanted.or(person::title).orElse(ORDINARY_TITLE);
        if (!person.unit().equals(Optional.of(unit)) || !person.title().equals(Optional.of(title))) {
            staffing.transfer(person.id(), unit, title, today.date(), pusher.actor());
        }
    }

    private void correct(PersonId person, String name, Employment employment, String phone, Pusher pusher) {
        staffing.correct(person, name, employment, phone, pusher.actor());
    }

    private void leave(UserRow row, Optional<String> externalId, Optional<String> userName, Pusher pusher) {
        var person = row.person();
        var unit = row.lastUnit().orElseThrow(Refusal.NotFound::new);
        guard.passes(person.id(), unit, pusher);
        staffing.leave(person.id(), lastDay(row), pusher.actor());
        store.know(person.id(), externalId, userName, unit, pusher);
    }

    /** Today is the first day without him, unless he began today. */
    private LocalDate lastDay(UserRow row) {
        return Stream.concat(row.person().main().stream(), row.person().besides().stream())
                .map(Appointment::from)
                .reduce(today.date().minusDays(1), (one, other) -> one.isAfter(other) ? one : other);
    }

    private UnitId unit(UserForm form, Pusher pusher) {
        var code = form.unit().orElseThrow(() -> new ScimFault(Fault.VALUE_MISSING, "department"));
        var unit = directory
                .unitByCode(code)
                .filter(card -> authority.reach(pusher.actor()).test(card.id()) && directory.stands(card.id()))
                .orElseThrow(() -> new ScimFault(Fault.UNIT_UNKNOWN, code));
        return unit.id();
    }

    private void know(PersonId person, String number, UserForm form, UnitId unit, Pusher pusher) {
        var userName = userName(number, form);
        if (userName.flatMap(directory::personByStaffNumber)
                .filter(other -> !other.id().equals(person))
                .isPresent()) {
            throw new ScimFault(Fault.TAKEN, form.userName());
        }
        store.know(person, form.externalId(), userName, unit, pusher);
    }

    private static Optional<String> userName(String number, UserForm form) {
        return Optional.of(form.userName()).filter(name -> !name.equals(number));
    }

    private static String subject(PersonId person) {
        return "person:" + person.value();
    }
}
