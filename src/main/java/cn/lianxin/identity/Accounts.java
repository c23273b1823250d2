package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.audit.AuditTrail;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opening, resetting and closing the accounts of others: for administrators and desk officers within their units, and
 * for the installation itself. Where somebody holds roles, only who administers all those units may touch his account:
 * whoever gives a password could sign in with it.
 */
@Component
public class Accounts {

    private static final int LONGEST_REASON = 200;

    private record Fresh(PersonId person, FirstPassword password) {}

    private record Hashed(PersonId person, String hash) {}

    private final StoredAccounts accounts;
    private final AccountKeepers keepers;
    private final PasswordHashing hashing;
    private final Sessions sessions;
    private final KnownSessions known;
    private final StoredDevices devices;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(
            StoredAccounts accounts,
            AccountKeepers keepers,
            PasswordHashing hashing,
            Sessions sessions,
            KnownSessions known,
            StoredDevices devices,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.keepers = keepers;
        this.hashing = hashing;
        this.sessions = sessions;
        this.known = known;
        this.devices = devices;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens an account for a person who has none.
     *
     * @return the password for the slip; it is kept nowhere and must be changed at the first sign-in
     * @throws Refusal.NotFound for people of other units
     * @throws Refusal.NotAllowed {@code account-above-you} where he holds roles that the actor does not administer
     * @throws Refusal.Violation {@code account-person-left}
     * @throws Refusal.Conflict {@code account-exists}
     */
    @Transactional
    public String openWithFirstPassword(PersonId person, Actor by) {
        keepers.require(person, by);
        if (accounts.find(person).isPresent()) {
            throw new Refusal.Conflict("account-exists");
        }
        var password = FirstPassword.random();
        accounts.addMissing(Map.of(person, hashing.hash(password.letters())), true, clock.instant());
        trail.record(by, "identity.account-opened", subject(person), "");
        return password.printed();
    }

    /**
     * Gives first passwords to those of these people who have no account, and new ones to those who have never made
     * theirs their own. The others keep what they have; so do leavers and people who hold roles beyond the actor's units.
     *
     * @return the passwords for the slips, in the order of the people
     * @throws Refusal.NotFound if any of them belongs to another unit
     */
    @Transactional
    public Map<PersonId, String> openManyWithFirstPasswords(Collection<PersonId> people, Actor by) {
        people.forEach(person -> keepers.requireSight(person, by));
        var fresh = people.stream()
                .distinct()
                .filter(person -> keepers.obstacle(person, by).isEmpty())
                .filter(person -> accounts.find(person)
                        .map(account -> account.mustChange() && !account.closed())
                        .orElse(true))
                .map(person -> new Fresh(person, FirstPassword.random()))
                .toList();
        var now = clock.instant();
        fresh.parallelStream().map(this::hashed).toList().forEach(one -> {
            accounts.addMissing(Map.of(one.person(), one.hash()), true, now);
            accounts.setPassword(one.person(), one.hash(), true, now);
            endSessions(one.person());
            trail.record(by, "identity.first-password-given", subject(one.person()), "");
        });
        var printed = new LinkedHashMap<PersonId, String>();
        fresh.forEach(one -> printed.put(one.person(), one.password().printed()));
        return printed;
    }

    /**
     * Opens many accounts with passwords that their owners already know: nobody is asked to change his. Each distinct
     * password is hashed once. Who has an account keeps it as it is.
     */
    @Transactional
    public void openMany(Map<PersonId, String> passwords) {
        var hashes = passwords.values().parallelStream()
                .distinct()
                .collect(Collectors.toConcurrentMap(Function.identity(), hashing::hash));
        var byPerson = new HashMap<PersonId, String>();
        passwords.forEach((person, password) -> byPerson.put(person, Objects.requireNonNull(hashes.get(password))));
        accounts.addMissing(byPerson, false, clock.instant());
    }

    /**
     * Gives a new first password to somebody who stands at the desk and has shown who he is. It opens a closed account
     * again, and signs him out everywhere.
     *
     * @param reason why, for the record
     * @return the password for the slip
     * @throws Refusal.NotFound for people of other units and without an account
     * @throws Refusal.NotAllowed {@code account-above-you}, {@code account-your-own}
     * @throws Refusal.Violation {@code account-person-left}, {@code record-reason-missing}, {@code record-reason-too-long}
     */
    @Transactional
    public String resetAtDesk(PersonId person, String reason, Actor by) {
        keepers.require(person, by);
        var why = Reason.required(reason, LONGEST_REASON);
        lock(person);
        var password = FirstPassword.random();
        accounts.setPassword(person, hashing.hash(password.letters()), true, clock.instant());
        endSessions(person);
        trail.record(by, "identity.password-reset", subject(person), why);
        return password.printed();
    }

    /**
     * Somebody who stands at the desk has lost what else he signs in with: checks who takes it away and why, writes it
     * down and signs him out everywhere. To take it away is left to the room that keeps it.
     *
     * @param action for the audit trail
     * @param reason why, for the record
     * @throws Refusal.NotFound as {@link #resetAtDesk}, and the other refusals too
     */
    @Transactional
    public void takeAwayAtDesk(PersonId person, String action, String reason, Actor by) {
        keepers.require(person, by);
        var why = Reason.required(reason, LONGEST_REASON);
        lock(person);
        endSessions(person);
        trail.record(by, action, subject(person), why);
    }

    /**
     * Makes sure that he keeps this account.
     *
     * @return the code of what stands in his way all the same, if anything does
     * @throws Refusal.NotFound for people of other units
     */
    @Transactional(readOnly = true)
    public Optional<String> obstacle(PersonId person, Actor by) {
        keepers.requireSight(person, by);
        return keepers.obstacle(person, by);
    }

    /**
     * Closes the account and signs the person out everywhere; his roles stay until they are revoked.
     *
     * @throws Refusal.NotFound for people of other units and without an account
     * @throws Refusal.NotAllowed {@code account-above-you}, {@code account-your-own}
     * @throws Refusal.Violation {@code record-reason-missing}, {@code record-reason-too-long}
     */
    @Transactional
    public void close(PersonId person, String reason, Actor by) {
        keepers.require(person, by);
        var why = Reason.required(reason, LONGEST_REASON);
        lock(person);
        closeOf(person);
        trail.record(by, "identity.account-closed", subject(person), why);
    }

    void closeOf(PersonId person) {
        accounts.close(person);
        endSessions(person);
    }

    /** Under which name the audit trail knows a person's account and rights. */
    public static String subject(PersonId person) {
        return "person:" + person.value();
    }

    void endSessions(PersonId person) {
        devices.forgetAll(person);
        sessions.endAllOf(person);
        known.forget(person);
        events.publishEvent(new IdentityEvent.SignedOutEverywhere(person, false));
    }

    private Hashed hashed(Fresh fresh) {
        return new Hashed(fresh.person(), hashing.hash(fresh.password().letters()));
    }

    private void lock(PersonId person) {
        if (accounts.lock(person).isEmpty()) {
            throw new Refusal.NotFound();
        }
    }
}
