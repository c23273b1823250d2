package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a {@link SecondStep} may do with tries and sessions; it never learns a password. */
@Component
public class FinishingSignIn {

    private final StoredAccounts accounts;
    private final SignInAttempts attempts;
    private final FamiliarDevices devices;
    private final OpeningSessions opening;
    private final Sessions sessions;
    private final KnownSessions known;
    private final Clock clock;

    FinishingSignIn(
            StoredAccounts accounts,
            SignInAttempts attempts,
            FamiliarDevices devices,
            OpeningSessions opening,
            Sessions sessions,
            KnownSessions known,
            Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.devices = devices;
        this.opening = opening;
        this.sessions = sessions;
        this.known = known;
        this.clock = clock;
    }

    /**
     * Counts a try before it is looked at, like one at the password.
     *
     * @throws Refusal.Violation {@code sign-in-wait} at this field, while the account rests
     */
    public void countTry(PersonId person, String field) {
        attempts.takeOrRefuse(person, field);
    }

    /** The same for half a sign-in, where a familiar device counts for itself. */
    public void countTry(PersonId person, String field, HttpServletRequest request) {
        var device = devices.of(person, request);
        if (device.isEmpty()) {
            attempts.takeOrRefuse(person, field);
        } else {
            devices.take(device.get()).ifPresent(until -> {
                throw SignInAttempts.resting(field, until);
            });
        }
    }

    /** The try was right: what went wrong before is forgotten. */
    public void wasRight(PersonId person) {
        accounts.setFailures(person, 0, Optional.empty());
    }

    /**
     * Opens the session of somebody who has given everything. The account is held still: whoever closes it or gives it
     * another password comes before or after.
     *
     * @return where he goes on
     * @throws Refusal.Violation {@code sign-in-wrong} where the account was closed meanwhile
     */
    @Transactional
    public String open(PersonId person, String back, HttpServletRequest request, HttpServletResponse response) {
        var account = accounts.lock(person)
                .filter(latest -> !latest.closed())
                .orElseThrow(() -> new Refusal.Violation("", "sign-in-wrong"));
        accounts.setFailures(person, 0, Optional.empty());
        opening.open(new Session.Holder.Person(person), true, clock.instant(), request, response);
        return account.mustChange() ? PasswordController.addressThen(back) : back;
    }

    /**
     * What is asked of him has changed: the session of this browser knows it, and all others end.
     *
     * @param given whether the session counts as opened by more than a password from now on
     */
    @Transactional
    public void changed(Actor.Member by, boolean given, HttpServletRequest request) {
        accounts.lock(by.person());
        var here = SessionCookie.read(request).map(SessionToken::digest).orElse("");
        sessions.markSecondFactor(here, given);
        sessions.endAllBut(here, by.person());
        known.forget(by.person());
    }

    /** He has read what was due: no session of his is held up by it any more. */
    public void hasRead(PersonId person) {
        known.forget(person);
    }
}
