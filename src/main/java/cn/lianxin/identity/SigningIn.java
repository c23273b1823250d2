package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.PersonCard;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.Screen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
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
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Directory directory;
    private final StoredAccounts accounts;
    private final SignInAttempts attempts;
    private final PasswordHashing hashing;
    private final OpeningSessions sessions;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SigningIn(
            Directory directory,
            StoredAccounts accounts,
            SignInAttempts attempts,
            PasswordHashing hashing,
            OpeningSessions sessions,
            TransactionTemplate transactions,
            Clock clock) {
        this.directory = directory;
        this.accounts = accounts;
        this.attempts = attempts;
        this.hashing = hashing;
        this.sessions = sessions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Opens a session for whoever knows number and password.
     *
     * @return whether he must change the password now
     * @throws Refusal.Violation {@code sign-in-wrong}, the same for both; {@code sign-in-wait} with the time until when
     */
    boolean signIn(String typedNumber, String password, HttpServletRequest request, HttpServletResponse response) {
        var number = normal(typedNumber);
        var account = person(number).flatMap(card -> accounts.find(card.id())).filter(known -> !known.closed());
        var resting = account.map(known -> attempts.take(known.person()))
                .orElseGet(() -> attempts.take(number.toLowerCase(Locale.ROOT)));
        if (resting.isPresent()) {
            throw new Refusal.Violation("", "sign-in-wait", wholeMinute(resting.get()));
        }
        if (account.isEmpty()) {
            hashing.matchNobody(password);
            throw wrong();
        }
        var known = account.get();
        if (!matches(known, password)) {
            throw wrong();
        }
        open(known, request, response);
        if (hashing.isOutdated(known.passwordHash())) {
            accounts.replaceHash(known.person(), known.passwordHash(), hashing.hash(onRecord(known, password)));
        }
        return known.mustChange();
    }

    /**
     * Makes sure that it is he who sits there; a wrong password counts like a failed sign-in.
     *
     * @throws Refusal.Violation {@code sign-in-wait}, {@code password-current-wrong}
     */
    public void requirePassword(PersonId person, String password) {
        var account = accounts.find(person).orElseThrow(Refusal.NotFound::new);
        attempts.take(person).ifPresent(until -> {
            throw new Refusal.Violation("current", "sign-in-wait", wholeMinute(until));
        });
        if (!matches(account, password)) {
            throw new Refusal.Violation("current", "password-current-wrong");
        }
        accounts.setFailures(person, 0, Optional.empty());
    }

    boolean matches(Account account, String password) {
        return hashing.matches(onRecord(account, password), account.passwordHash());
    }

    private void open(Account known, HttpServletRequest request, HttpServletResponse response) {
        transactions.executeWithoutResult(_ -> {
            var now = accounts.lock(known.person())
                    .filter(latest -> !latest.closed() && latest.passwordHash().equals(known.passwordHash()));
            if (now.isEmpty()) {
                throw wrong();
            }
            accounts.setFailures(known.person(), 0, Optional.empty());
            sessions.open(new Session.Holder.Person(known.person()), clock.instant(), request, response);
        });
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

    private static String wholeMinute(Instant until) {
        return until.plusSeconds(59)
                .truncatedTo(ChronoUnit.MINUTES)
                .atZone(Screen.ZONE)
                .format(TIME);
    }

    private static Refusal.Violation wrong() {
        return new Refusal.Violation("", "sign-in-wrong");
    }
}
