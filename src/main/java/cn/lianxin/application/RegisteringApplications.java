package cn.lianxin.application;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.OrganizationEvent;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator lets a program of his units in, and takes it out again. For anybody else there are none. */
@Component
class RegisteringApplications {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_PURPOSE = 200;

    private final StoredApplications applications;
    private final Directory directory;
    private final AuditTrail trail;
    private final Clock clock;

    RegisteringApplications(StoredApplications applications, Directory directory, AuditTrail trail, Clock clock) {
        this.applications = applications;
        this.directory = directory;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<RegisteredApplication> list(Actor by) {
        return applications.below(administeredBy(by));
    }

    /** @throws Refusal.NotFound for one of other units */
    @Transactional(readOnly = true)
    RegisteredApplication get(long id, Actor by) {
        return applications.findBelow(id, administeredBy(by)).orElseThrow(Refusal.NotFound::new);
    }

    /**
     * @throws Refusal.Violation {@code application-name}, {@code application-purpose}, {@code application-unit}, {@code
     *     application-owner}, {@code application-scopes}
     */
    @Transactional
    long register(ApplicationForm form, Actor by) {
        var units = administeredBy(by);
        var name = line("name", form.name(), LONGEST_NAME, "application-name");
        var unit = new UnitId(form.unit());
        if (!directory.stands(unit) || units.stream().noneMatch(above -> directory.covers(above, unit))) {
            throw new Refusal.Violation("unit", "application-unit");
        }
        var owner = owner(form.owner());
        var id = applications.add(name, purpose(form), unit, owner, form.chosen(), administrator(by), clock.instant());
        trail.record(by, "application.registered", subject(id), detail(name, form.chosen(), owner));
        return id;
    }

    /** As {@link #register}; narrower scopes narrow every token at once. */
    @Transactional
    void change(long id, ApplicationForm form, Actor by) {
        var application = inUse(id, by);
        var owner = owner(form.owner());
        applications.change(id, purpose(form), owner, form.chosen());
        trail.record(by, "application.changed", subject(id), detail(application.name(), form.chosen(), owner));
    }

    /** None of its tokens opens anything from now on. */
    @Transactional
    void retire(long id, Actor by) {
        var application = inUse(id, by);
        applications.retire(id, clock.instant());
        trail.record(by, "application.retired", subject(id), application.name());
    }

    /** @throws Refusal.Conflict {@code application-retired} */
    RegisteredApplication inUse(long id, Actor by) {
        var application = get(id, by);
        if (application.retiredAt().isPresent()) {
            throw new Refusal.Conflict("application-retired");
        }
        return application;
    }

    @EventListener
    void unitDissolved(OrganizationEvent.UnitDissolved dissolved) {
        applications.moveAll(dissolved.unit(), dissolved.successor());
    }

    static String subject(long id) {
        return "application:" + id;
    }

    /** Whoever administers signed in; an application that administers registers no others. */
    static PersonId administrator(Actor by) {
        if (by instanceof Actor.Member member && member.is(Role.ADMINISTRATOR)) {
            return member.person();
        }
        throw new Refusal.NotFound();
    }

    private static java.util.Collection<UnitId> administeredBy(Actor by) {
        administrator(by);
        return by.unitsAs(Role.ADMINISTRATOR);
    }

    private PersonId owner(String staffNumber) {
        return directory
                .personByStaffNumber(staffNumber)
                .filter(person -> person.leftOn().isEmpty())
                .orElseThrow(() -> new Refusal.Violation("owner", "application-owner"))
                .id();
    }

    private static String purpose(ApplicationForm form) {
        return line("purpose", form.purpose(), LONGEST_PURPOSE, "application-purpose");
    }

    private static String line(String field, String typed, int longest, String code) {
        var clean = PlainText.line(typed);
        if (clean.isBlank() || PlainText.lengthOf(clean) > longest) {
            throw new Refusal.Violation(field, code, longest);
        }
        return clean;
    }

    private static String detail(String name, Set<ApplicationScope> scopes, PersonId owner) {
        return name + " " + KnownApplication.codes(scopes) + " person:" + owner.value();
    }
}
