package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Screen;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts an attempt before the password is looked at, so that a hundred guesses sent at once are not all free. Numbers
 * without an account rest in the same way: otherwise the rest would tell which numbers have one.
 */
@Component
class SignInAttempts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private record Stranger(int failures, Optional<Instant> throttledUntil) {}

    private final StoredAccounts accounts;
    private final Clock clock;
    private final Cache<String, Stranger> strangers = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    SignInAttempts(StoredAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Takes one attempt at this account; until when it rests, if it does. */
    @Transactional
    Optional<Instant> take(PersonId person) {
        var now = clock.instant();
        var account = accounts.lock(person);
        var resting = account.filter(known -> known.isThrottledAt(now)).flatMap(Account::throttledUntil);
        if (resting.isEmpty()) {
            account.ifPresent(known -> {
                var failures = known.failures() + 1;
                accounts.setFailures(person, failures, Throttle.restAfter(failures, now));
            });
        }
        return resting;
    }

    /**
     * Takes one attempt.
     *
     * @throws Refusal.Violation {@code sign-in-wait} at this field, while the account rests
     */
    @Transactional
    void takeOrRefuse(PersonId person, String field) {
        take(person).ifPresent(until -> {
            throw resting(field, until);
        });
    }

    static Refusal.Violation resting(String field, Instant until) {
        var wholeMinute = until.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
        return new Refusal.Violation(
                field, "sign-in-wait", wholeMinute.atZone(Screen.ZONE).format(TIME));
    }

    /** The same for a number that nobody can sign in with. */
    Optional<Instant> take(String staffNumber) {
        var now = clock.instant();
        var before = strangers.getIfPresent(staffNumber);
        if (before != null && before.throttledUntil().map(now::isBefore).orElse(false)) {
            return before.throttledUntil();
        }
        strangers
                .asMap()
                .merge(
                        staffNumber,
                        new Stranger(1, Optional.empty()),
                        (known, _) ->
                                new Stranger(known.failures() + 1, Throttle.restAfter(known.failures() + 1, now)));
        return Optional.empty();
    }
}
