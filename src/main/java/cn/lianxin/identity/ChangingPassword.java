package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Enterprise;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A person makes the password his own. Whoever else sat in a session of his is out. */
@Component
class ChangingPassword {

    private final Directory directory;
    private final Enterprise enterprise;
    private final StoredAccounts accounts;
    private final SigningIn signingIn;
    private final PasswordHashing hashing;
    private final Sessions sessions;
    private final KnownSessions known;
    private final OpeningSessions opening;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangingPassword(
            Directory directory,
            Enterprise enterprise,
            StoredAccounts accounts,
            SigningIn signingIn,
            PasswordHashing hashing,
            Sessions sessions,
            KnownSessions known,
            OpeningSessions opening,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.directory = directory;
        this.enterprise = enterprise;
        this.accounts = accounts;
        this.signingIn = signingIn;
        this.hashing = hashing;
        this.sessions = sessions;
        this.known = known;
        this.opening = opening;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** What everybody knows of him: his name, his units, the enterprise and what this is called. */
    private Set<String> wordsAround(PersonId person) {
        var card = directory.person(person);
        var words = new HashSet<>(Set.of(card.name(), enterprise.name(), "连心", "lianxin"));
        card.unit().stream()
                .flatMap(unit -> directory.upwards(unit).stream())
                .map(directory::unit)
                .forEach(unit -> {
                    words.add(unit.name());
                    words.add(unit.shortName());
                });
        return words;
    }

    /** A password that lies with the company is changed there: {@code password-by-company}. */
    void requireOneHere(Actor.Member by) {
        if (accounts.find(by.person()).filter(Account::byCompany).isPresent()) {
            throw new Refusal.Conflict("password-by-company");
        }
    }

    /**
     * @param form the current password is not asked of somebody who has just typed the one from the slip
     * @throws Refusal.Conflict {@code password-by-company}
     * @throws Refusal.Violation {@code password-current-wrong}, {@code sign-in-wait}, {@code password-differs}, {@code
     *     password-unchanged}, or as {@link PasswordRule#check}
     */
    void change(PasswordForm form, Actor.Member by, HttpServletRequest request, HttpServletResponse response) {
        var person = by.person();
        requireOneHere(by);
        PasswordRule.check(form.password(), directory.person(person).staffNumber(), wordsAround(person));
        if (!form.password().equals(form.again())) {
            throw new Refusal.Violation("again", "password-differs");
        }
        var account = accounts.find(person).orElseThrow(Refusal.NotFound::new);
        if (!account.mustChange()) {
            signingIn.requirePassword(person, form.current());
        }
        if (hashing.matches(form.password(), account.passwordHash())) {
            throw new Refusal.Violation("password", "password-unchanged");
        }
        var hash = hashing.hash(form.password());
        transactions.executeWithoutResult(_ -> {
            accounts.setPassword(person, hash, false, clock.instant());
            sessions.endAllOf(person);
            known.forget(person);
            events.publishEvent(new IdentityEvent.SignedOutEverywhere(person, true));
            opening.open(
                    new Session.Holder.Person(person),
                    SessionFilter.secondFactorGiven(request),
                    clock.instant(),
                    request,
                    response);
        });
    }
}
