package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.AuditTrail;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Giving and taking roles. The last desk officer and the last administrators stay: somebody must be there to listen. Nobody is
 * two of the three administrators.
 */
@Component
public class Granting {

    private final RoleGrants grants;
    private final Directory directory;
    private final Scope scope;
    private final KnownSessions sessions;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final CurrentDay today;
    private final Clock clock;

    Granting(
            RoleGrants grants,
            Directory directory,
            Scope scope,
            KnownSessions sessions,
            AuditTrail trail,
            ApplicationEventPublisher events,
            CurrentDay today,
            Clock clock) {
        this.grants = grants;
        this.directory = directory;
        this.scope = scope;
        this.sessions = sessions;
        this.trail = trail;
        this.events = events;
        this.today = today;
        this.clock = clock;
    }

    /**
     * Gives a role in a unit and all below it.
     *
     * @param until the last day, included
     * @throws Refusal.NotAllowed {@code grant-not-yours} where he does not give roles in the unit, {@code
     *     grant-to-yourself}
     * @throws Refusal.Violation {@code account-person-left}, {@code period-backwards}, {@code period-is-past}, {@code
     *     grant-two-administrators} where he is another of the three on one of these days
     * @throws Refusal.Conflict {@code grant-exists} when he holds it there on one of these days
     */
    @Transactional
    public void grant(PersonId person, Role role, UnitId unit, LocalDate from, Optional<LocalDate> until, Actor by) {
        requireGranter(unit, by);
        if (by instanceof Actor.Member member && member.person().equals(person)) {
            throw new Refusal.NotAllowed("grant-to-yourself");
        }
        if (directory.person(person).leftOn().isPresent()) {
            throw new Refusal.Violation("person", "account-person-left");
        }
        Period.check(from, until, today.date());
        grants.lock(person);
        var openOnThoseDays = grants.openOf(person).stream()
                .filter(open -> open.overlaps(from, until))
                .toList();
        if (openOnThoseDays.stream().anyMatch(open -> open.role().clashesWith(role))) {
            throw new Refusal.Violation("role", "grant-two-administrators");
        }
        if (openOnThoseDays.stream()
                .anyMatch(open -> open.role() == role && open.unit().equals(unit))) {
            throw new Refusal.Conflict("grant-exists");
        }
        grants.add(person, role, unit, from, until, personOf(by));
        trail.record(by, "identity.role-granted", Accounts.subject(person), detail(role, unit));
        if (!from.isAfter(today.date())) {
            events.publishEvent(new IdentityEvent.GrantGiven(person, role, unit));
        }
        sessions.forgetAll();
    }

    /**
     * Takes the role in this unit away at once, with what of it is still to come.
     *
     * @throws Refusal.NotAllowed {@code grant-not-yours}
     * @throws Refusal.NotFound when he does not hold it there
     * @throws Refusal.Violation {@code last-desk-officer}, {@code last-administrator}, {@code
     *     last-security-administrator}, {@code last-audit-administrator}
     */
    @Transactional
    public void revoke(PersonId person, Role role, UnitId unit, Actor by) {
        requireGranter(unit, by);
        var revoked = grants.openOf(person).stream()
                .filter(open -> open.role() == role && open.unit().equals(unit))
                .toList();
        if (revoked.isEmpty()) {
            throw new Refusal.NotFound();
        }
        end(revoked, by);
    }

    /** Ends everything a person holds; refused for the last desk officer and the last of the three administrators. */
    void endAllOf(PersonId person, Actor by) {
        end(grants.openOf(person), by);
    }

    /** Ends what was given in a unit that is no more. */
    void endAllIn(UnitId unit, Actor by) {
        end(grants.openIn(unit), by);
    }

    private void end(Collection<RoleGrant> ending, Actor by) {
        requireAnotherHolder(Role.DESK_OFFICER, "last-desk-officer", ending);
        requireAnotherHolder(Role.ADMINISTRATOR, "last-administrator", ending);
        requireAnotherHolder(Role.SECURITY_ADMINISTRATOR, "last-security-administrator", ending);
        requireAnotherHolder(Role.AUDIT_ADMINISTRATOR, "last-audit-administrator", ending);
        putOnRecord(ending, by);
        ending.stream().filter(grant -> grant.isInForceOn(today.date())).forEach(this::tell);
        sessions.forgetAll();
    }

    /** Their last day is over, so there is nothing to refuse. */
    void tellRunOut(Actor by) {
        var runOut = grants.runOut();
        putOnRecord(runOut, by);
        runOut.forEach(this::tell);
    }

    private void putOnRecord(Collection<RoleGrant> ending, Actor by) {
        for (var grant : ending) {
            grants.end(grant.id(), clock.instant(), personOf(by));
            trail.record(
                    by, "identity.role-ended", Accounts.subject(grant.person()), detail(grant.role(), grant.unit()));
        }
    }

    private void tell(RoleGrant grant) {
        events.publishEvent(new IdentityEvent.GrantEnded(grant.person(), grant.role(), grant.unit()));
    }

    private void requireAnotherHolder(Role role, String code, Collection<RoleGrant> ending) {
        if (ending.stream().noneMatch(grant -> grant.role() == role && grant.isInForceOn(today.date()))) {
            return;
        }
        var ids = ending.stream().map(RoleGrant::id).toList();
        List<RoleGrant> inForce = grants.lockInForce(role);
        if (inForce.stream().allMatch(grant -> ids.contains(grant.id()))) {
            throw new Refusal.Violation("", code);
        }
    }

    private void requireGranter(UnitId unit, Actor by) {
        if (!scope.grants(by, unit)) {
            throw new Refusal.NotAllowed("grant-not-yours");
        }
    }

    private static String detail(Role role, UnitId unit) {
        return role + " unit:" + unit.value();
    }

    private static Optional<PersonId> personOf(Actor actor) {
        return actor instanceof Actor.Member member ? Optional.of(member.person()) : Optional.empty();
    }
}
