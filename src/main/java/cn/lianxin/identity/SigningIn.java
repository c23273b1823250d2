package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.PersonCard;
import cn.lianxin.platform.audit.SecurityEvent;
import cn.lianxin.platform.audit.SecurityLog;
import cn.lianxin.platform.fairness.Strangers;
import cn.lianxin.platform.text.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Signing in with staff number and password. No transaction is open while the password is hashed, so people who wait for
 * their turn hold no connection that others need.
 */
@Component
public class SigningIn {

    private static final int LONGEST_NUMBER = 40;
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Directory directory;
    private final StoredAccounts accounts;
    private final SignInAttempts attempts;
    private final FamiliarDevices devices;
    private final Strangers strangers;
    private final SecurityLog security;
    private final PasswordHashing hashing;
    private final CheckingPasswords checking;
    private final Sessions sessions;
    private final LettingIn lettingIn;
    private final Clock clock;

    SigningIn(
            Directory directory,
            StoredAccounts accounts,
            SignInAttempts attempts,
            FamiliarDevices devices,
            Strangers strangers,
            SecurityLog security,
            PasswordHashing hashing,
            CheckingPasswords checking,
            Sessions sessions,
            LettingIn lettingIn,
            Clock clock) {
        this.directory = directory;
        this.accounts = accounts;
        this.attempts = attempts;
        this.devices = devices;
        this.strangers = strangers;
        this.security = security;
        this.hashing = hashing;
        this.checking = checking;
        this.sessions = sessions;
        this.lettingIn = lettingIn;
        this.clock = clock;
    }

    /**
     * Opens a session for whoever knows number and password, or begins the second step where more is asked of him.
     *
     * @param back where he wanted to go
     * @return where he goes on
     * @throws Refusal.Violation {@code sign-in-wrong}, the same for both; {@code sign-in-wait} with the time until when;
     *     {@code company-away}, the same for everybody who has not given a password that lies here
     */
    String signIn(
            String typedNumber,
            String password,
            String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var number = normal(typedNumber);
        var account = person(number).flatMap(card -> accounts.find(card.id())).filter(known -> !known.closed());
        var device = account.flatMap(known -> devices.of(known.person(), request));
        if (device.isEmpty()) {
            strangers.countSignIn(request);
        }
        var resting = account.map(known -> device.map(devices::take).orElseGet(() -> attempts.take(known.person())))
                .orElseGet(() -> attempts.take(number.toLowerCase(Locale.ROOT)));
        var person = account.map(Account::person);
        if (resting.isPresent()) {
            security.record(SecurityEvent.Kind.SIGN_IN_RESTS, person, request);
            throw SignInAttempts.resting("", resting.get());
        }
        switch (account.map(known -> checking.checkAlike(known, password))
                .orElseGet(() -> checking.checkNobody(number, password))) {
            case WRONG -> {
                security.record(SecurityEvent.Kind.SIGN_IN_FAILED, person, request);
                throw new Refusal.Violation("", "sign-in-wrong");
            }
            case AWAY -> {
                security.record(SecurityEvent.Kind.COMPANY_AWAY, person, request);
                throw new Refusal.Violation("", "company-away");
            }
            case RIGHT -> {}
        }
        var known = account.orElseThrow();
        if (known.byCompany()) {
            security.record(SecurityEvent.Kind.COMPANY_VOUCHED, person, request);
        }
        var onwards = lettingIn.letIn(known, false, back, request, response);
        strangers.signedIn(request);
        if (!known.byCompany() && hashing.isOutdated(known.passwordHash())) {
            accounts.replaceHash(
                    known.person(), known.passwordHash(), hashing.hash(CheckingPasswords.onRecord(known, password)));
        }
        return onwards;
    }

    /**
     * Makes sure that it is he who sits there; a wrong password counts like a failed sign-in, and the right one forgives no
     * other failure: else it would buy guesses at what is asked besides.
     *
     * @throws Refusal.Violation {@code sign-in-wait}, {@code password-current-wrong}, {@code company-away}, {@code
     *     sign-in-again}
     */
    public void requirePassword(PersonId person, String password) {
        var account = accounts.find(person).orElseThrow(Refusal.NotFound::new);
        if (!checking.hasPassword(account)) {
            requireFreshSignIn(person);
            return;
        }
        attempts.takeOrRefuse(person, "current");
        switch (checking.check(account, password)) {
            case WRONG -> throw new Refusal.Violation("current", "password-current-wrong");
            case AWAY -> throw new Refusal.Violation("current", "company-away");
            case RIGHT -> accounts.forgiveOne(person);
        }
    }

    /** The company alone can ask him, so he has come from there a moment ago. */
    private void requireFreshSignIn(PersonId person) {
        var now = clock.instant();
        if (sessions.of(person, now).stream()
                .noneMatch(session -> session.startedAt().isAfter(now.minus(FRESH)))) {
            throw new Refusal.Violation("current", "sign-in-again", Long.toString(FRESH.toMinutes()));
        }
    }

    /** As typed, then in small and in capital letters: telephones like to begin with a capital. */
    private Optional<PersonCard> person(String number) {
        return directory
                .personByStaffNumber(number)
                .or(() -> directory.personByStaffNumber(number.toLowerCase(Locale.ROOT)))
                .or(() -> directory.personByStaffNumber(number.toUpperCase(Locale.ROOT)))
                .filter(card -> card.leftOn().isEmpty());
    }

    private static String normal(String typedNumber) {
        var line = Normalizer.normalize(PlainText.line(typedNumber), Normalizer.Form.NFKC)
                .replace(" ", "");
        return line.length() <= LONGEST_NUMBER ? line : "";
    }
}
