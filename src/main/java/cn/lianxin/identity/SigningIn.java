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
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signing in with staff number and password. No transaction is open while the password is hashed, so people who wait for
 * their turn hold no connection that others need.
 */
@Component
public class SigningIn {

    private static final int LONGEST_NUMBER = 40;

    private final Directory directory;
    private final StoredAccounts accounts;
    private final SignInAttempts attempts;
    private final FamiliarDevices devices;
    private final Strangers strangers;
    private final SecurityLog security;
    private final PasswordHashing hashing;
    private final OpeningSessions sessions;
    private final Optional<SecondStep> secondStep;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SigningIn(
            Directory directory,
            StoredAccounts accounts,
            SignInAttempts attempts,
            FamiliarDevices devices,
            Strangers strangers,
            SecurityLog security,
            PasswordHashing hashing,
            OpeningSessions sessions,
            Optional<SecondStep> secondStep,
            TransactionTemplate transactions,
            Clock clock) {
        this.directory = directory;
        this.accounts = accounts;
        this.attempts = attempts;
        this.devices = devices;
        this.strangers = strangers;
        this.security = security;
        this.hashing = hashing;
        this.sessions = sessions;
        this.secondStep = secondStep;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Opens a session for whoever knows number and password, or begins the second step where more is asked of him.
     *
     * @param back where he wanted to go
     * @return where he goes on
     * @throws Refusal.Violation {@code sign-in-wrong}, the same for both; {@code sign-in-wait} with the time until when
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
        if (account.isEmpty()) {
            hashing.matchNobody(password);
            security.record(SecurityEvent.Kind.SIGN_IN_FAILED, person, request);
            throw wrong();
        }
        var known = account.get();
        if (!matches(known, password)) {
            security.record(SecurityEvent.Kind.SIGN_IN_FAILED, person, request);
            throw wrong();
        }
        var onwards = open(known, back, request, response);
        strangers.signedIn(request);
        if (hashing.isOutdated(known.passwordHash())) {
            accounts.replaceHash(known.person(), known.passwordHash(), hashing.hash(onRecord(known, password)));
        }
        return onwards;
    }

    /**
     * Makes sure that it is he who sits there; a wrong password counts like a failed sign-in, and the right one forgives no
     * other failure: else it would buy guesses at what is asked besides.
     *
     * @throws Refusal.Violation {@code sign-in-wait}, {@code password-current-wrong}
     */
    public void requirePassword(PersonId person, String password) {
        var account = accounts.find(person).orElseThrow(Refusal.NotFound::new);
        attempts.takeOrRefuse(person, "current");
        if (!matches(account, password)) {
            throw new Refusal.Violation("current", "password-current-wrong");
        }
        accounts.forgiveOne(person);
    }

    boolean matches(Account account, String password) {
        return hashing.matches(onRecord(account, password), account.passwordHash());
    }

    /** Failures stand until the second step is done: else the password would buy free guesses at the code. */
    private String open(Account known, String back, HttpServletRequest request, HttpServletResponse response) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var now = accounts.lock(known.person())
                    .filter(latest -> !latest.closed() && latest.passwordHash().equals(known.passwordHash()));
            if (now.isEmpty()) {
                throw wrong();
            }
            var more = secondStep.filter(step -> step.isAskedOf(known.person()));
            if (more.isPresent()) {
                return more.get().begin(known.person(), back, request, response);
            }
            accounts.setFailures(known.person(), 0, Optional.empty());
            sessions.open(new Session.Holder.Person(known.person()), false, clock.instant(), request, response);
            return known.mustChange() ? PasswordController.addressThen(back) : back;
        }));
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

    private static String onRecord(Account account, String password) {
        return account.mustChange() ? FirstPassword.asOnRecord(password) : password;
    }

    private static Refusal.Violation wrong() {
        return new Refusal.Violation("", "sign-in-wrong");
    }
}
