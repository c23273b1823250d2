package cn.lianxin.problem;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.GatheringConcerns;
import cn.lianxin.concern.GatheringConcerns.Gathered;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is done about a problem, and by whom. Nothing here reaches a concern: each keeps its owner, its reply and its verdict. */
@Component
class WorkingProblems {

    /** @param number of the problem, and the version of the page that was looked at; blank where none was */
    record Seen(ProblemNumber number, String version) {}

    private interface Move {
        Problem make(Problem problem, List<Long> ids, Instant now);
    }

    private final Problems problems;
    private final Attached attached;
    private final Steps steps;
    private final OpeningProblems opening;
    private final Answering answering;
    private final Terms terms;
    private final TellingProblems telling;
    private final GatheringConcerns concerns;
    private final Directory directory;
    private final Clock clock;

    WorkingProblems(
            Problems problems,
            Attached attached,
            Steps steps,
            OpeningProblems opening,
            Answering answering,
            Terms terms,
            TellingProblems telling,
            GatheringConcerns concerns,
            Directory directory,
            Clock clock) {
        this.problems = problems;
        this.attached = attached;
        this.steps = steps;
        this.opening = opening;
        this.answering = answering;
        this.terms = terms;
        this.telling = telling;
        this.concerns = concerns;
        this.directory = directory;
        this.clock = clock;
    }

    Rights rights(Problem problem, Actor.Member actor) {
        var answers = Answering.isFor(problem.owner(), actor);
        var above = Stream.of(Role.UNIT_LEADER, Role.SUPERVISOR, Role.DESK_OFFICER)
                .flatMap(role -> actor.unitsAs(role).stream())
                .anyMatch(unit -> directory.covers(unit, problem.lead()));
        return new Rights(
                answers,
                OpeningProblems.isOpenTo(actor),
                above && !answers,
                !answers
                        && problem.confirmer()
                                .filter(person -> Answering.isFor(person, actor))
                                .isPresent());
    }

    @Transactional
    public void nameCause(Seen seen, String what, String found, Actor.Member by) {
        move(seen, by, Rights::answers, (problem, _, now) -> {
            var cause = new Cause(Terms.words("what", what), Terms.words("found", found));
            steps.write(
                    problem.id(), ProblemStep.of(ProblemDeed.CAUSE_NAMED, now).saying(cause.what(), cause.found()), by);
            return problem.nameCause(cause);
        });
    }

    @Transactional
    public void decideCure(Seen seen, String what, String whom, String day, Actor.Member by) {
        move(seen, by, Rights::answers, (problem, _, now) -> {
            var cure = new Cure(Terms.words("what", what), Terms.words("whom", whom), Terms.day(day));
            if (cure.by().isBefore(now.atZone(Screen.ZONE).toLocalDate())) {
                throw new Refusal.Violation("day", "problem-cure-day");
            }
            var decided = problem.decideCure(cure);
            steps.write(
                    problem.id(),
                    ProblemStep.of(ProblemDeed.CURE_DECIDED, now)
                            .saying(cure.what(), cure.whom())
                            .until(Terms.evening(cure.by())),
                    by);
            return decided;
        });
    }

    @Transactional
    public void finish(Seen seen, String shown, Actor.Member by) {
        move(seen, by, Rights::answers, (problem, ids, now) -> {
            var words = Terms.words("shown", shown);
            var until = terms.watchedUntil(ids, now);
            steps.write(
                    problem.id(),
                    ProblemStep.of(ProblemDeed.DONE, now).saying(words).until(until),
                    by);
            return problem.finish(words, now, until);
        });
    }

    /** Whether whoever raised a concern of it may read its title, and who answers for it by when. */
    @Transactional
    public void tell(Seen seen, boolean fit, Actor.Member by) {
        move(seen, by, Rights::answers, (problem, _, now) -> {
            steps.write(problem.id(), ProblemStep.of(fit ? ProblemDeed.TOLD : ProblemDeed.NOT_TOLD, now), by);
            return problem.tell(fit);
        });
    }

    /** Once a round, with a reason, and by somebody above. */
    @Transactional
    public void moveDate(Seen seen, String day, String reason, Actor.Member by) {
        move(seen, by, Rights::above, (problem, ids, now) -> {
            var until = Terms.evening(Terms.day(day));
            var words = Terms.words("words", reason);
            var moved =
                    problem.moveDate(until, terms.latest(ids, problem.promised().dueAt(), now));
            steps.write(
                    problem.id(),
                    ProblemStep.of(ProblemDeed.DATE_MOVED, now).saying(words).until(until),
                    by);
            telling.moved(moved, now);
            return moved;
        });
    }

    /** Refuses {@code problem-owner} for whoever may not have it. The promised date stays. */
    @Transactional
    public void giveTo(Seen seen, String key, String reason, Actor.Member by) {
        move(seen, by, Rights::above, (problem, ids, now) -> {
            var next = answering.candidates(problem.lead(), ids).stream()
                    .filter(one -> one.key().equals(key) && !one.person().equals(problem.owner()))
                    .findFirst()
                    .orElseThrow(() -> new Refusal.Violation("owner", "problem-owner"));
            var words = Terms.words("words", reason);
            var given = problem.ownedBy(next.unit(), next.person());
            steps.writeOf(
                    problem.id(), ProblemStep.of(ProblemDeed.GIVEN, now).saying(words, by.name()), next.person(), by);
            telling.given(given, now);
            return confirmedByAnother(given, ids, now, by);
        });
    }

    /** One tap of a person: this is the same again. Refuses what its owner does not see, and what came in before it was done. */
    @Transactional
    public void recur(Seen seen, ConcernNumber number, Actor.Member by) {
        move(seen, by, Rights::gathers, (problem, ids, now) -> {
            var back = problem.recur(now, terms.dueAt(ids, now));
            var again = concerns.find(number, by)
                    .orElseThrow(() -> new Refusal.Violation("concern", "problem-no-such-concern", number));
            if (!mayBeTold(again, problem, ids)) {
                throw new Refusal.Conflict("problem-recurrence-unseen");
            }
            if (problem.watchedSince().filter(again.filedAt()::isAfter).isEmpty()) {
                throw new Refusal.Conflict("problem-recurrence-before");
            }
            if (!ids.contains(again.id())) {
                opening.lay(problem.id(), again.id(), by, now);
            }
            steps.write(
                    problem.id(),
                    ProblemStep.of(ProblemDeed.RECURRED, now)
                            .about(again.id())
                            .until(back.promised().dueAt()),
                    by);
            telling.recurred(back, back.owner(), now);
            answering
                    .desk(back, ids)
                    .filter(desk -> !desk.equals(by.person()) && !desk.equals(back.owner()))
                    .ifPresent(desk -> telling.recurred(back, desk, now));
            return back;
        });
    }

    @Transactional
    public void confirm(Seen seen, String said, Actor.Member by) {
        move(seen, by, Rights::confirms, (problem, _, now) -> {
            steps.write(problem.id(), ProblemStep.of(ProblemDeed.CLOSED, now).saying(Terms.words("words", said)), by);
            return problem.confirmedBy(by.person()).confirm();
        });
    }

    @Transactional
    public void sendBack(Seen seen, String said, Actor.Member by) {
        move(seen, by, Rights::confirms, (problem, ids, now) -> {
            var back = problem.sendBack(now, terms.dueAt(ids, now));
            steps.write(
                    problem.id(),
                    ProblemStep.of(ProblemDeed.SENT_BACK, now)
                            .saying(Terms.words("words", said))
                            .until(back.promised().dueAt()),
                    by);
            telling.sentBack(back, now);
            return back;
        });
    }

    /** Nobody confirms what he answers for. */
    Problem confirmedByAnother(Problem problem, List<Long> ids, Instant now, Actor by) {
        if (problem.confirmer().isEmpty() || !problem.confirmer().equals(Optional.of(problem.owner()))) {
            return problem;
        }
        var next = answering.confirmer(problem, ids).orElseThrow(() -> new Refusal.Conflict("problem-nobody-above"));
        steps.writeOf(problem.id(), ProblemStep.of(ProblemDeed.CONFIRMER, now), next, by);
        telling.confirm(problem, next, now);
        return problem.confirmedBy(next);
    }

    /** That it is there again is told to everybody who sees the problem: never because of a concern that is closed to most of them. */
    private boolean mayBeTold(Gathered again, Problem problem, List<Long> ids) {
        return answering.sees(problem.owner(), List.of(again.id()))
                && (!again.closed() || concerns.all(ids).stream().allMatch(Gathered::closed));
    }

    private void move(Seen seen, Actor.Member by, Predicate<Rights> may, Move move) {
        var problem = problems.hold(problems.get(seen.number(), by).id());
        if (!seen.version().isEmpty() && !seen.version().equals(String.valueOf(problem.version()))) {
            throw new Refusal.Conflict("moved-on");
        }
        if (!may.test(rights(problem, by))) {
            throw new Refusal.NotAllowed("not-yours");
        }
        var now = clock.instant();
        var made = move.make(problem, attached.of(problem.id()), now);
        problems.save(made, now);
    }
}
