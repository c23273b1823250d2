package cn.lianxin.problem;

import cn.lianxin.concern.StepTaken;
import cn.lianxin.identity.IdentityEvent;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.OrganizationEvent;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Somebody answers at every instant: where the one who did is gone, has no role over the unit any more, or sees none of its
 * concerns any more, it falls to the head by the rule, in the same transaction.
 */
@Component
class Succession {

    private final Problems problems;
    private final Attached attached;
    private final Steps steps;
    private final Answering answering;
    private final TellingProblems telling;
    private final Clock clock;

    Succession(
            Problems problems,
            Attached attached,
            Steps steps,
            Answering answering,
            TellingProblems telling,
            Clock clock) {
        this.problems = problems;
        this.attached = attached;
        this.steps = steps;
        this.answering = answering;
        this.telling = telling;
        this.clock = clock;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void organizationChanged(OrganizationEvent event) {
        switch (event) {
            case OrganizationEvent.PersonLeft left ->
                problems.ownedBy(left.person()).forEach(this::mustSettle);
            case OrganizationEvent.PersonMoved moved ->
                problems.ownedBy(moved.person()).forEach(this::settle);
            case OrganizationEvent.UnitDissolved dissolved ->
                problems.of(dissolved.unit()).forEach(id -> {
                    var problem = problems.hold(id);
                    problems.save(problem.ownedBy(dissolved.successor(), problem.owner()), clock.instant());
                    settle(id);
                });
            case OrganizationEvent.UnitMoved _,
                    OrganizationEvent.PostChanged _,
                    OrganizationEvent.EmploymentChanged _ -> {}
        }
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void roleEnded(IdentityEvent.GrantEnded ended) {
        problems.ownedBy(ended.person()).forEach(this::settle);
    }

    /** Who is named in a concern, or is moved away from it, sees it no longer. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void stepTaken(StepTaken taken) {
        attached.problemOf(taken.concern()).ifPresent(this::settle);
    }

    /** Whoever goes cannot go before somebody else has it. */
    private void mustSettle(long id) {
        if (!settled(id)) {
            throw new Refusal.Conflict("no-successor");
        }
    }

    void settle(long id) {
        settled(id);
    }

    /** Whether somebody who may answer for it does so now. */
    private boolean settled(long id) {
        var problem = problems.get(id);
        if (problem.isOver()) {
            return true;
        }
        var ids = attached.of(id);
        if (answering.mayAnswer(problem.owner(), problem.lead(), ids)) {
            settleConfirmer(problem, ids);
            return true;
        }
        var held = problems.hold(id);
        var next = answering.byRule(held.lead(), ids, List.of(held.owner()));
        next.ifPresent(one -> {
            var now = clock.instant();
            var given = held.ownedBy(one.unit(), one.person());
            problems.save(
                    given.confirmer().filter(one.person()::equals).isPresent() ? unconfirmed(given, ids) : given, now);
            steps.writeOf(
                    id,
                    ProblemStep.of(ProblemDeed.GIVEN, now).until(held.promised().dueAt()),
                    one.person());
            telling.given(given, now);
        });
        return next.isPresent();
    }

    private Problem unconfirmed(Problem given, List<Long> ids) {
        return answering.confirmer(given, ids).map(given::confirmedBy).orElse(given);
    }

    private void settleConfirmer(Problem problem, List<Long> ids) {
        var lost = problem.state() instanceof ProblemState.WatchedOut
                && problem.confirmer()
                        .filter(person -> mayConfirm(person, problem, ids))
                        .isEmpty();
        if (lost) {
            answering
                    .confirmer(problem, ids)
                    .filter(next -> !problem.confirmer().equals(Optional.of(next)))
                    .ifPresent(next -> name(problems.hold(problem.id()), next));
        }
    }

    private boolean mayConfirm(PersonId person, Problem problem, List<Long> ids) {
        return !person.equals(problem.owner()) && answering.mayConfirm(person, ids);
    }

    private void name(Problem problem, PersonId next) {
        var now = clock.instant();
        problems.save(problem.confirmedBy(next), now);
        steps.writeOf(problem.id(), ProblemStep.of(ProblemDeed.CONFIRMER, now), next);
        telling.confirm(problem, next, now);
    }
}
