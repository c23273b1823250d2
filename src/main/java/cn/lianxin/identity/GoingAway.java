package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody goes underground for a shift or on leave for days, or is ill and somebody says it for him. Who stands in for him
 * does so from that moment and no longer than that; what only he may see of himself stays his.
 */
@Component
public class GoingAway {

    /** A double shift and the way home; who is longer away is on leave. */
    static final Duration LONGEST_UNDERGROUND = Duration.ofHours(24);

    private static final int LONGEST_REASON = 200;

    private final Absences absences;
    private final StandInGrants grants;
    private final AbsenceKeepers keepers;
    private final Directory directory;
    private final KnownSessions sessions;
    private final TellingAbsences telling;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final Clock clock;

    GoingAway(
            Absences absences,
            StandInGrants grants,
            AbsenceKeepers keepers,
            Directory directory,
            KnownSessions sessions,
            TellingAbsences telling,
            ApplicationEventPublisher events,
            AuditTrail trail,
            Clock clock) {
        this.absences = absences;
        this.grants = grants;
        this.keepers = keepers;
        this.directory = directory;
        this.sessions = sessions;
        this.telling = telling;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * From now until then, with the usual deputy where he has named one.
     *
     * @throws Refusal.Violation {@code absence-end-past}, {@code underground-too-long}, {@code absence-twice}
     */
    @Transactional
    public void underground(Instant until, Actor.Member by) {
        var now = clock.instant();
        if (until.isAfter(now.plus(LONGEST_UNDERGROUND))) {
            throw new Refusal.Violation("time", "underground-too-long", LONGEST_UNDERGROUND.toHours());
        }
        begin(by.person(), usualDeputyOf(by.person()), AbsenceKind.UNDERGROUND, now, until, "time", "", by);
    }

    /**
     * For whole days, with this deputy, the usual one, or the next in line.
     *
     * @param until the last day, included
     * @throws Refusal.Violation {@code deputy-yourself}, {@code grant-two-administrators}, {@code account-person-left}, {@code period-backwards}, {@code
     *     absence-end-past}, {@code absence-twice}, {@code record-reason-missing}, {@code record-reason-too-long}
     */
    @Transactional
    public void leave(Optional<PersonId> deputy, LocalDate from, LocalDate until, String reason, Actor.Member by) {
        leave(by.person(), deputy, from, until, reason, by);
    }

    /**
     * A superior or the desk says it for somebody who cannot.
     *
     * @throws Refusal.NotFound where he is not below a unit that the actor leads or receives for
     */
    @Transactional
    public void enterFor(
            PersonId person, Optional<PersonId> deputy, LocalDate from, LocalDate until, String reason, Actor by) {
        keepers.require(person, by);
        leave(person, deputy, from, until, reason, by);
        telling.tellEntered(person, by);
    }

    /**
     * Who is away, now or later, below the units that the actor leads or receives for.
     *
     * @throws Refusal.NotFound for whoever does neither
     */
    @Transactional(readOnly = true)
    public List<Absence> below(Actor by) {
        AbsenceKeepers.requireKeeper(by);
        return absences.below(AbsenceKeepers.units(by));
    }

    /** Whether the actor may enter an absence for this person. */
    @Transactional(readOnly = true)
    public boolean keeps(PersonId person, Actor by) {
        return keepers.keeps(person, by);
    }

    /** Once and for all, so that going underground needs no choosing; empty for the next in line. */
    @Transactional
    public void nameUsually(Optional<PersonId> deputy, Actor.Member by) {
        deputy.ifPresent(named -> mustBeAble(named, by.person(), "usual"));
        absences.nameUsually(by.person(), deputy);
        trail.record(
                by,
                "identity.usual-deputy",
                Accounts.subject(by.person()),
                deputy.map(Accounts::subject).orElse(""));
    }

    /**
     * Ends it at once: he himself, or who may enter it for him.
     *
     * @throws Refusal.NotFound where the actor is neither of them, or it is over
     */
    @Transactional
    public void end(long id, Actor by) {
        var absence = absences.find(id)
                .filter(open ->
                        by instanceof Actor.Member member && open.person().equals(member.person())
                                || keepers.keeps(open.person(), by))
                .orElseThrow(Refusal.NotFound::new);
        end(absence);
        trail.record(by, "identity.absence-ended", Accounts.subject(absence.person()), absence.deputyName());
        telling.tellBack(absence);
    }

    /**
     * The deputy who was named cannot: the next in line stands in.
     *
     * @throws Refusal.NotFound where the actor is not the deputy, or it is over
     */
    @Transactional
    public void decline(long id, Actor.Member by) {
        var absence = absences.find(id)
                .filter(open -> open.deputy().filter(by.person()::equals).isPresent())
                .orElseThrow(Refusal.NotFound::new);
        absences.dropDeputy(id);
        sessions.forgetAll();
        trail.record(by, "identity.deputy-declined", Accounts.subject(absence.person()), "");
        absences.find(id).filter(open -> open.covers(clock.instant())).ifPresent(telling::tell);
    }

    /** Ends whatever he was to others or others to him. */
    void endAllOf(PersonId person) {
        absences.of(person).forEach(this::end);
        absences.withDeputy(person).forEach(absence -> absences.dropDeputy(absence.id()));
        absences.nameUsually(person, Optional.empty());
    }

    private void leave(
            PersonId person, Optional<PersonId> deputy, LocalDate from, LocalDate until, String reason, Actor by) {
        if (until.isBefore(from)) {
            throw new Refusal.Violation("until", "period-backwards");
        }
        var why = Reason.required(reason, LONGEST_REASON);
        begin(
                person,
                deputy.or(() -> usualDeputyOf(person)),
                AbsenceKind.LEAVE,
                from.atStartOfDay(Screen.ZONE).toInstant(),
                until.plusDays(1).atStartOfDay(Screen.ZONE).toInstant(),
                "until",
                why,
                by);
    }

    private void begin(
            PersonId person,
            Optional<PersonId> deputy,
            AbsenceKind kind,
            Instant from,
            Instant until,
            String field,
            String reason,
            Actor by) {
        if (!until.isAfter(clock.instant())) {
            throw new Refusal.Violation(field, "absence-end-past");
        }
        deputy.ifPresent(named -> mustBeAble(named, person, "number"));
        if (absences.of(person).stream().anyMatch(other -> other.overlaps(from, until))) {
            throw new Refusal.Violation(field, "absence-twice");
        }
        var enteredBy = by instanceof Actor.Member member && !member.person().equals(person)
                ? Optional.of(member.person())
                : Optional.<PersonId>empty();
        var id = absences.add(person, deputy, kind, from, until, reason, enteredBy);
        trail.record(
                by,
                "identity.absence-entered",
                Accounts.subject(person),
                kind + " " + until + " " + deputy.map(Accounts::subject).orElse("") + " " + reason);
        absences.find(id).filter(begun -> begun.covers(clock.instant())).ifPresent(begun -> {
            telling.tell(begun);
            events.publishEvent(new IdentityEvent.AbsenceBegan(person));
        });
        sessions.forgetAll();
    }

    /** Who has left since he was named is as if nobody were named. */
    private Optional<PersonId> usualDeputyOf(PersonId person) {
        return absences.usualDeputyOf(person);
    }

    private void mustBeAble(PersonId deputy, PersonId person, String field) {
        if (deputy.equals(person)) {
            throw new Refusal.Violation(field, "deputy-yourself");
        }
        if (directory.person(deputy).leftOn().isPresent()) {
            throw new Refusal.Violation(field, "account-person-left");
        }
        mustNotBecomeTwo(deputy, person, field);
    }

    /** Who is one of the three administrators is stood in for by none of the other two. */
    private void mustNotBecomeTwo(PersonId deputy, PersonId person, String field) {
        var own = grants.own(person);
        if (grants.own(deputy).stream()
                .anyMatch(theirs -> own.stream().anyMatch(mine -> mine.role().clashesWith(theirs.role())))) {
            throw new Refusal.Violation(field, "grant-two-administrators");
        }
    }

    private void end(Absence absence) {
        absences.end(absence.id(), clock.instant());
        sessions.forgetAll();
    }
}
