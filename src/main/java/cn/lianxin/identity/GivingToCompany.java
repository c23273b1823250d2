package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.audit.AuditTrail;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaves it to the company to say who somebody is. Whoever resets his password here takes it back. One administrator always
 * keeps a password here, for the day on which the company cannot be asked.
 */
@Component
class GivingToCompany {

    static final int AT_ONCE = 2_000;

    private final StoredAccounts accounts;
    private final Accounts ending;
    private final AccountKeepers keepers;
    private final AccountLists lists;
    private final RoleGrants grants;
    private final boolean possible;
    private final AuditTrail trail;
    private final Clock clock;

    GivingToCompany(
            StoredAccounts accounts,
            Accounts ending,
            AccountKeepers keepers,
            AccountLists lists,
            RoleGrants grants,
            Optional<CompanyPasswords> passwords,
            Optional<CompanyDoor> door,
            AuditTrail trail,
            Clock clock) {
        this.accounts = accounts;
        this.ending = ending;
        this.keepers = keepers;
        this.lists = lists;
        this.grants = grants;
        this.possible = passwords.isPresent() || door.isPresent();
        this.trail = trail;
        this.clock = clock;
    }

    boolean isPossible() {
        return possible;
    }

    /**
     * Opens the account where there is none, and signs him out everywhere.
     *
     * @throws Refusal.NotFound for people of other units, and where the company cannot be asked at all
     * @throws Refusal.NotAllowed {@code account-above-you}, {@code account-your-own}
     * @throws Refusal.Violation {@code account-person-left}
     * @throws Refusal.Conflict {@code last-own-password} where no administrator with a password here would be left
     */
    @Transactional
    void give(PersonId person, Actor by) {
        requirePossible();
        keepers.require(person, by);
        requireAnAdministratorBeside(person);
        accounts.giveToCompany(List.of(person), clock.instant());
        ending.endSessions(person);
        trail.record(by, "identity.account-given-to-company", Accounts.subject(person), "");
    }

    /**
     * The same for everybody of the unit and below who has no account or has not used his slip yet; the others keep what
     * they have.
     *
     * @return how many
     */
    @Transactional
    int giveUnit(UnitId unit, Actor by) {
        requirePossible();
        var people = lists.withoutPassword(unit, true, AT_ONCE, by).stream()
                .filter(person -> keepers.obstacle(person, by).isEmpty())
                .toList();
        if (!people.isEmpty()) {
            requireAnAdministratorBeside(people);
            accounts.giveToCompany(people, clock.instant());
            for (var person : people) {
                ending.endSessions(person);
                trail.record(by, "identity.account-given-to-company", Accounts.subject(person), "");
            }
        }
        return people.size();
    }

    private void requirePossible() {
        if (!possible) {
            throw new Refusal.NotFound();
        }
    }

    private void requireAnAdministratorBeside(PersonId person) {
        requireAnAdministratorBeside(List.of(person));
    }

    /** The grants are held still: two who give each other away come one after the other. */
    private void requireAnAdministratorBeside(Collection<PersonId> given) {
        var another = grants.lockInForce(Role.ADMINISTRATOR).stream()
                .map(RoleGrant::person)
                .filter(holder -> !given.contains(holder))
                .flatMap(holder -> accounts.find(holder).stream())
                .anyMatch(account -> !account.closed() && !account.byCompany());
        if (!another) {
            throw new Refusal.Conflict("last-own-password");
        }
    }
}
