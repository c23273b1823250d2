package cn.lianxin.problem;

import cn.lianxin.concern.ConcernRow;
import cn.lianxin.concern.GatheringConcerns;
import cn.lianxin.identity.StandingIn;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.organization.Directory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A problem as one reader finds it: with the concerns that he may see, and without a trace of the others. */
@Component
class ShowingProblems {

    /** @param seen how many of its concerns this reader sees */
    record Line(Problem problem, String unit, String owner, int seen) {

        /** In which part of the list it stands. */
        public String part() {
            return problem.isSought() ? "sought" : problem.isOver() ? "closed" : "watched";
        }
    }

    /** @param number of the concern of which it speaks, empty where it speaks of none */
    record Told(ProblemStep step, String number) {}

    /**
     * @param away until when the owner is away, and who acts for him
     * @param again concerns that may show that it is there again
     * @param solved only where the reader sees every concern that was counted
     * @param candidates who may have it instead, for whoever may give it to another
     */
    record Page(
            Problem problem,
            String unit,
            String owner,
            String ownerPost,
            Optional<StandingIn.Away> away,
            Optional<String> confirmer,
            List<ConcernRow> concerns,
            List<ConcernRow> again,
            List<Told> steps,
            Optional<Solved> solved,
            Rights rights,
            List<Answering.Candidate> candidates) {}

    private final Problems problems;
    private final Attached attached;
    private final Steps steps;
    private final WorkingProblems working;
    private final Answering answering;
    private final GatheringConcerns concerns;
    private final StandingIn standingIn;
    private final Directory directory;

    ShowingProblems(
            Problems problems,
            Attached attached,
            Steps steps,
            WorkingProblems working,
            Answering answering,
            GatheringConcerns concerns,
            StandingIn standingIn,
            Directory directory) {
        this.problems = problems;
        this.attached = attached;
        this.steps = steps;
        this.working = working;
        this.answering = answering;
        this.concerns = concerns;
        this.standingIn = standingIn;
        this.directory = directory;
    }

    List<Line> list(Actor.Member actor) {
        var all = problems.all(actor);
        var seen = attached.seen(all.stream().map(Problem::id).toList(), actor);
        var units = directory.unitNames(all.stream().map(Problem::lead).toList());
        var people = directory.personNames(all.stream().map(Problem::owner).toList());
        return all.stream()
                .map(problem -> new Line(
                        problem,
                        units.getOrDefault(problem.lead(), ""),
                        people.getOrDefault(problem.owner(), ""),
                        seen.getOrDefault(problem.id(), List.of()).size()))
                .toList();
    }

    /** Read and written down in one transaction. */
    @Transactional
    public Page page(ProblemNumber number, Actor.Member actor) {
        var problem = problems.get(number, actor);
        var seen = attached.seen(List.of(problem.id()), actor).getOrDefault(problem.id(), List.of());
        var rights = working.rights(problem, actor);
        var post = directory.postOf(problem.owner());
        return new Page(
                problem,
                directory.unit(problem.lead()).shortName(),
                name(problem.owner()),
                (post.unit() + " " + post.title()).strip(),
                standingIn.away(problem.owner()),
                problem.confirmer().map(this::name),
                concerns.shown(seen, actor),
                rights.gathers() ? again(problem, seen, actor) : List.of(),
                told(problem, actor),
                solved(problem, actor),
                rights,
                rights.above() && !problem.isOver() ? answering.candidates(problem.lead(), seen) : List.of());
    }

    /** Those of the concerns that were named on the form which the actor sees. */
    @Transactional
    public List<ConcernRow> rows(List<Long> ids, Actor.Member actor) {
        return concerns.shown(ids, actor);
    }

    private List<ConcernRow> again(Problem problem, List<Long> seen, Actor.Member actor) {
        if (problem.isOver()) {
            return List.of();
        }
        return problem.watchedSince()
                .map(since -> concerns.like(seen, problem.lead(), since, actor))
                .map(attached::withoutProblem)
                .map(like -> concerns.shown(like, actor))
                .orElse(List.of());
    }

    /** What speaks of a concern is there for whoever sees that one; that it came back, without it, for everybody who sees the problem. */
    private List<Told> told(Problem problem, Actor.Member actor) {
        var all = steps.of(problem.id());
        var about =
                concerns
                        .all(attached.seenAmong(
                                all.stream()
                                        .flatMap(step -> step.concern().stream())
                                        .toList(),
                                actor))
                        .stream()
                        .collect(Collectors.toMap(GatheringConcerns.Gathered::id, Function.identity()));
        return all.stream()
                .filter(step ->
                        step.concern().filter(id -> !about.containsKey(id)).isEmpty()
                                || step.deed() == ProblemDeed.RECURRED)
                .map(step -> new Told(step, numberOf(step, about)))
                .toList();
    }

    private static String numberOf(ProblemStep step, Map<Long, GatheringConcerns.Gathered> about) {
        return step.concern()
                .flatMap(id -> Optional.ofNullable(about.get(id)))
                .map(one -> one.number().toString())
                .orElse("");
    }

    private Optional<Solved> solved(Problem problem, Actor.Member actor) {
        var counted = attached.counted(problem.id());
        return attached.seenAmong(counted, actor).size() == counted.size()
                ? attached.figure(problem.id())
                : Optional.empty();
    }

    private String name(PersonId person) {
        return directory.person(person).name();
    }
}
