package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.AuditTrail;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Naming somebody who acts with one's own roles while one is away. What a deputy may do ends by itself after the last
 * day, and does not pass on to his own deputy.
 */
@Component
public class Deputizing {

    private static final int LONGEST_REASON = 200;

    private final Deputies deputies;
    private final Directory directory;
    private final KnownSessions sessions;
    private final AuditTrail trail;
    private final CurrentDay today;
    private final Clock clock;

    Deputizing(
            Deputies deputies,
            Directory directory,
            KnownSessions sessions,
            AuditTrail trail,
            CurrentDay today,
            Clock clock) {
        this.deputies = deputies;
        this.directory = directory;
        this.sessions = sessions;
        this.trail = trail;
        this.today = today;
        this.clock = clock;
    }

    /**
     * Names a deputy for the actor himself.
     *
     * @param until the last day, included
     * @throws Refusal.NotAllowed {@code sign-in-first} for whoever is no member
     * @throws Refusal.Violation {@code deputy-yourself}, {@code account-person-left}, {@code period-backwards}, {@code
     *     period-is-past}, {@code deputy-twice} when the actor has another deputy on one of these days, {@code
     *     record-reason-missing}, {@code record-reason-too-long}
     */
    @Transactional
    public void appoint(PersonId deputy, LocalDate from, LocalDate until, String reason, Actor by) {
        var person = memberOf(by).person();
        if (deputy.equals(person)) {
            throw new Refusal.Violation("number", "deputy-yourself");
        }
        if (directory.person(deputy).leftOn().isPresent()) {
            throw new Refusal.Violation("number", "account-person-left");
        }
        Period.check(from, Optional.of(until), today.date());
        if (deputies.actingFor(person).stream()
                .anyMatch(
                        other -> !other.until().isBefore(from) && !other.from().isAfter(until))) {
            throw new Refusal.Violation("from", "deputy-twice");
        }
        var why = Reason.required(reason, LONGEST_REASON);
        deputies.add(person, deputy, from, until, why);
        trail.record(by, "identity.deputy-appointed", Accounts.subject(person), Accounts.subject(deputy) + " " + why);
        sessions.forget(deputy);
    }

    /**
     * Ends it at once; either of the two may.
     *
     * @throws Refusal.NotFound where the actor is neither of them, or it is over
     */
    @Transactional
    public void end(long deputyship, Actor by) {
        var person = memberOf(by).person();
        var ending = openAround(person)
                .filter(open -> open.id() == deputyship)
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
        end(ending);
        trail.record(
                by, "identity.deputy-dismissed", Accounts.subject(ending.person()), Accounts.subject(ending.deputy()));
    }

    /** Ends whatever he was to others or others to him. */
    void endAllOf(PersonId person) {
        openAround(person).forEach(this::end);
    }

    private void end(Deputy ending) {
        deputies.end(ending.id(), clock.instant());
        sessions.forget(ending.deputy());
    }

    private Stream<Deputy> openAround(PersonId person) {
        return Stream.concat(deputies.actingFor(person).stream(), deputies.whereActing(person).stream());
    }

    private static Actor.Member memberOf(Actor actor) {
        if (actor instanceof Actor.Member member) {
            return member;
        }
        throw new Refusal.NotAllowed("sign-in-first");
    }
}
