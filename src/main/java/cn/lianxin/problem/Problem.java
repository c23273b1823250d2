package cn.lianxin.problem;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.web.Screen;
import java.time.Instant;
import java.util.Optional;

/**
 * What lies behind several concerns. Every move is allowed by its state or refused; none of them touches a concern.
 *
 * @param told whether whoever raised a concern of it may read the title and who answers for it
 * @param confirmer who has to say that it has not come back, once the days are over
 * @param version by which a form notices that it is stale; a concern that is laid to it does not count
 */
public record Problem(
        long id,
        ProblemNumber number,
        String title,
        boolean told,
        PersonId openedBy,
        UnitId lead,
        PersonId owner,
        ProblemState state,
        Promised promised,
        Optional<PersonId> confirmer,
        int version) {

    Problem nameCause(Cause cause) {
        return moved(must(ProblemState.Sought.class).nameCause(cause));
    }

    /** Refuses {@code problem-cure-day} after the promised date: that is moved first, or not at all. */
    Problem decideCure(Cure cure) {
        var known = must(ProblemState.Known.class);
        if (cure.by().isAfter(promised.dueAt().atZone(Screen.ZONE).toLocalDate())) {
            throw new Refusal.Violation("day", "problem-cure-day");
        }
        return moved(known.decideCure(cure));
    }

    Problem finish(String shown, Instant now, Instant until) {
        return moved(must(ProblemState.CureDecided.class).finish(shown, now, until));
    }

    Problem recur(Instant now, Instant due) {
        return again(must(ProblemState.Seen.class).recur(), true, now, due);
    }

    Problem runOut(PersonId confirming) {
        return moved(must(ProblemState.Watched.class).runOut()).confirmedBy(confirming);
    }

    Problem confirm() {
        return moved(must(ProblemState.WatchedOut.class).confirm());
    }

    Problem sendBack(Instant now, Instant due) {
        return again(must(ProblemState.WatchedOut.class).sendBack(), false, now, due);
    }

    /** Refuses {@code problem-date-moved} a second time in a round, and {@code problem-date} where it is not later, or too late. */
    Problem moveDate(Instant until, Instant latest) {
        must(ProblemState.Sought.class);
        if (promised.moved()) {
            throw new Refusal.Conflict("problem-date-moved");
        }
        if (!until.isAfter(promised.dueAt()) || until.isAfter(latest)) {
            throw new Refusal.Violation(
                    "day", "problem-date", latest.atZone(Screen.ZONE).toLocalDate());
        }
        return new Problem(
                id, number, title, told, openedBy, lead, owner, state, promised.until(until), confirmer, version + 1);
    }

    Problem tell(boolean fit) {
        return new Problem(id, number, title, fit, openedBy, lead, owner, state, promised, confirmer, version + 1);
    }

    Problem ownedBy(UnitId unit, PersonId person) {
        return new Problem(id, number, title, told, openedBy, unit, person, state, promised, confirmer, version + 1);
    }

    Problem confirmedBy(PersonId person) {
        return new Problem(
                id, number, title, told, openedBy, lead, owner, state, promised, Optional.of(person), version + 1);
    }

    public boolean isOver() {
        return state instanceof ProblemState.Closed;
    }

    /** Whether its owner still has to put it right. */
    public boolean isSought() {
        return state instanceof ProblemState.Sought;
    }

    public boolean isLate(Instant now) {
        return isSought() && now.isAfter(promised.dueAt());
    }

    public Optional<Cause> cause() {
        return switch (state) {
            case ProblemState.Opened _ -> Optional.empty();
            case ProblemState.CauseNamed named -> Optional.of(named.cause());
            case ProblemState.CureDecided decided -> Optional.of(decided.cause());
            case ProblemState.Watched watched -> Optional.of(watched.remedy().cause());
            case ProblemState.WatchedOut out -> Optional.of(out.remedy().cause());
            case ProblemState.Closed closed -> Optional.of(closed.remedy().cause());
        };
    }

    public Optional<Cure> cure() {
        return switch (state) {
            case ProblemState.Opened _, ProblemState.CauseNamed _ -> Optional.empty();
            case ProblemState.CureDecided decided -> Optional.of(decided.cure());
            case ProblemState.Watched watched -> Optional.of(watched.remedy().cure());
            case ProblemState.WatchedOut out -> Optional.of(out.remedy().cure());
            case ProblemState.Closed closed -> Optional.of(closed.remedy().cure());
        };
    }

    public Optional<String> shown() {
        return switch (state) {
            case ProblemState.Opened _, ProblemState.CauseNamed _, ProblemState.CureDecided _ -> Optional.empty();
            case ProblemState.Watched watched -> Optional.of(watched.remedy().shown());
            case ProblemState.WatchedOut out -> Optional.of(out.remedy().shown());
            case ProblemState.Closed closed -> Optional.of(closed.remedy().shown());
        };
    }

    /** From when it must not come back. */
    public Optional<Instant> watchedSince() {
        return switch (state) {
            case ProblemState.Opened _, ProblemState.CauseNamed _, ProblemState.CureDecided _ -> Optional.empty();
            case ProblemState.Watched watched -> Optional.of(watched.since());
            case ProblemState.WatchedOut out -> Optional.of(out.since());
            case ProblemState.Closed closed -> Optional.of(closed.since());
        };
    }

    /** Until when it must not come back. */
    public Optional<Instant> watchedUntil() {
        return switch (state) {
            case ProblemState.Opened _, ProblemState.CauseNamed _, ProblemState.CureDecided _ -> Optional.empty();
            case ProblemState.Watched watched -> Optional.of(watched.until());
            case ProblemState.WatchedOut out -> Optional.of(out.until());
            case ProblemState.Closed closed -> Optional.of(closed.until());
        };
    }

    private Problem moved(ProblemState next) {
        return new Problem(id, number, title, told, openedBy, lead, owner, next, promised, confirmer, version + 1);
    }

    private Problem again(ProblemState next, boolean cameBack, Instant now, Instant due) {
        return new Problem(
                id,
                number,
                title,
                told,
                openedBy,
                lead,
                owner,
                next,
                promised.again(cameBack, now, due),
                Optional.empty(),
                version + 1);
    }

    private <S extends ProblemState> S must(Class<S> permitting) {
        if (!permitting.isInstance(state)) {
            throw new Refusal.Conflict("moved-on");
        }
        return permitting.cast(state);
    }
}
