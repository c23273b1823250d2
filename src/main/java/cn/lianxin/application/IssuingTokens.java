package cn.lianxin.application;

import cn.lianxin.identity.IdentityEvent;
import cn.lianxin.identity.SigningIn;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.audit.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Giving tokens out and ending them. Each is told once and never again. */
@Component
class IssuingTokens {

    private static final int MOST = 20;

    private final StoredTokens tokens;
    private final StoredApplications applications;
    private final RegisteringApplications registering;
    private final SigningIn signingIn;
    private final TransactionTemplate transactions;
    private final ApplicationLimits limits;
    private final AuditTrail trail;
    private final Clock clock;

    IssuingTokens(
            StoredTokens tokens,
            StoredApplications applications,
            RegisteringApplications registering,
            SigningIn signingIn,
            TransactionTemplate transactions,
            ApplicationLimits limits,
            AuditTrail trail,
            Clock clock) {
        this.tokens = tokens;
        this.applications = applications;
        this.registering = registering;
        this.signingIn = signingIn;
        this.transactions = transactions;
        this.limits = limits;
        this.trail = trail;
        this.clock = clock;
    }

    /** The applications that a person may let act for himself, with what they could ask for. */
    @Transactional(readOnly = true)
    List<RegisteredApplication> offeredTo(Actor.Member member) {
        return applications.around(member.person()).stream()
                .filter(application ->
                        !scopes(application, ApplicationScope.Use.PERSON).isEmpty())
                .toList();
    }

    @Transactional(readOnly = true)
    List<IssuedToken> of(Actor.Member member) {
        return tokens.of(member.person(), clock.instant());
    }

    @Transactional(readOnly = true)
    List<IssuedToken> of(RegisteredApplication application) {
        return tokens.of(application.id(), clock.instant());
    }

    @Transactional(readOnly = true)
    int countPeople(RegisteredApplication application) {
        return tokens.countPeople(application.id(), clock.instant());
    }

    /**
     * A person lets an application act for him. He types his password once more: whoever finds a page open must not carry
     * a year's access away.
     *
     * @throws Refusal.Violation {@code token-application}, {@code application-scopes}, {@code token-scopes}, {@code
     *     token-days}, {@code tokens-too-many}, or as {@link SigningIn#requirePassword}
     */
    Token issueFor(long application, Set<ApplicationScope> wanted, int days, String password, Actor.Member member) {
        var offered = offeredTo(member).stream()
                .filter(one -> one.id() == application)
                .findFirst()
                .orElseThrow(() -> new Refusal.Violation("application", "token-application"));
        if (tokens.of(member.person(), clock.instant()).size() >= MOST) {
            throw new Refusal.Violation("", "tokens-too-many", MOST);
        }
        requireAmong(scopes(offered, ApplicationScope.Use.PERSON), wanted);
        var expiresAt = expiry(days);
        signingIn.requirePassword(member.person(), password);
        return issue(offered, Optional.of(member.person()), wanted, expiresAt, member);
    }

    /** A token of the application's own, as {@link #issueFor}. */
    Token issue(long id, Set<ApplicationScope> wanted, int days, Actor by) {
        var application = registering.inUse(id, by);
        if (tokens.of(id, clock.instant()).size() >= MOST) {
            throw new Refusal.Violation("", "tokens-too-many", MOST);
        }
        requireAmong(scopes(application, ApplicationScope.Use.MACHINE), wanted);
        return issue(application, Optional.empty(), wanted, expiry(days), by);
    }

    /** A new one in place of this, which works on for a while, so that the program is never without. */
    @Transactional
    Token replace(long id, long token, int days, Actor by) {
        var application = registering.inUse(id, by);
        var before = ofApplication(application, token);
        tokens.shorten(token, clock.instant().plus(limits.overlap()));
        return issue(application, Optional.empty(), before.scopes(), expiry(days), by);
    }

    @Transactional
    void revoke(long id, long token, Actor by) {
        var application = registering.inUse(id, by);
        end(ofApplication(application, token), RegisteringApplications.subject(id), by);
    }

    /** @throws Refusal.NotFound for a token of somebody else */
    @Transactional
    void revokeOwn(long token, Actor.Member member) {
        var own = tokens.of(member.person(), clock.instant()).stream()
                .filter(one -> one.id() == token)
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
        end(own, subject(member.person()), member);
    }

    @EventListener
    void signedOutEverywhere(IdentityEvent.SignedOutEverywhere event) {
        tokens.endAllOf(event.person(), clock.instant());
    }

    private Token issue(
            RegisteredApplication application,
            Optional<PersonId> person,
            Set<ApplicationScope> scopes,
            Instant expiresAt,
            Actor by) {
        var use = person.isPresent() ? ApplicationScope.Use.PERSON : ApplicationScope.Use.MACHINE;
        var token = Token.random(use);
        var issuer = person.orElseGet(() -> RegisteringApplications.administrator(by));
        var subject =
                person.map(IssuingTokens::subject).orElseGet(() -> RegisteringApplications.subject(application.id()));
        var detail = token.mark() + " " + application.name() + " " + KnownApplication.codes(scopes);
        transactions.executeWithoutResult(_ -> {
            tokens.add(token, application.id(), person, scopes, issuer, clock.instant(), expiresAt);
            trail.record(by, "application.token-issued", subject, detail);
        });
        return token;
    }

    private void end(IssuedToken token, String subject, Actor by) {
        tokens.end(token.id(), clock.instant());
        trail.record(by, "application.token-revoked", subject, token.mark() + " " + token.applicationName());
    }

    private IssuedToken ofApplication(RegisteredApplication application, long token) {
        return of(application).stream()
                .filter(one -> one.id() == token)
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    static Set<ApplicationScope> scopes(RegisteredApplication application, ApplicationScope.Use use) {
        var suiting = EnumSet.noneOf(ApplicationScope.class);
        suiting.addAll(ApplicationScope.of(use));
        suiting.retainAll(application.scopes());
        return suiting;
    }

    private static void requireAmong(Set<ApplicationScope> most, Set<ApplicationScope> wanted) {
        if (!most.containsAll(wanted)) {
            throw new Refusal.Violation("scopes", "token-scopes");
        }
    }

    private Instant expiry(int days) {
        var longest = limits.longest().toDays();
        if (days < 1 || days > longest) {
            throw new Refusal.Violation("days", "token-days", longest);
        }
        return clock.instant().plus(Duration.ofDays(days));
    }

    private static String subject(PersonId person) {
        return "person:" + person.value();
    }
}
