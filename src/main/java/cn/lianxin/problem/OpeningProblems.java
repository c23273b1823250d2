package cn.lianxin.problem;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.GatheringConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Screen;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says that one thing lies behind several concerns; from that moment somebody answers for it by name and with a date. */
@Component
public class OpeningProblems {

    static final int MOST_CONCERNS = 200;

    private final Problems problems;
    private final Attached attached;
    private final Steps steps;
    private final Answering answering;
    private final Terms terms;
    private final TellingProblems telling;
    private final GatheringConcerns concerns;
    private final Clock clock;
    private final SecureRandom lot = new SecureRandom();

    OpeningProblems(
            Problems problems,
            Attached attached,
            Steps steps,
            Answering answering,
            Terms terms,
            TellingProblems telling,
            GatheringConcerns concerns,
            Clock clock) {
        this.problems = problems;
        this.attached = attached;
        this.steps = steps;
        this.answering = answering;
        this.terms = terms;
        this.telling = telling;
        this.concerns = concerns;
        this.clock = clock;
    }

    /** Desks, heads of units and supervisors: whoever sees the concerns of more than one. */
    public static boolean isOpenTo(Actor actor) {
        return actor instanceof Actor.Member
                && (actor.is(Role.DESK_OFFICER) || actor.is(Role.UNIT_LEADER) || actor.is(Role.SUPERVISOR));
    }

    /** With the owner and the date that the rules give it. */
    @Transactional
    public ProblemNumber open(String title, Collection<ConcernNumber> concerns, Actor by) {
        return open(title, concerns, "", "", by);
    }

    /**
     * Refuses {@code problem-title}, {@code problem-concerns}, {@code problem-no-such-concern} for whatever the actor does not see
     * as for what there is not, {@code problem-attached}, {@code problem-owner}, {@code problem-early-day}.
     *
     * @param owner a candidate by his key; blank for the one by the rule
     * @param day by when, no later than by the rule; blank for the one by the rule
     */
    @Transactional
    public ProblemNumber open(String title, Collection<ConcernNumber> numbers, String owner, String day, Actor by) {
        var member = mustOpen(by);
        var words = Terms.title(title);
        var ids = found(numbers, member);
        var now = clock.instant();
        var due = dueAt(ids, day, now);
        var lead = answering.leadOf(ids);
        var owning = owner.isBlank()
                ? answering.byRule(lead, ids, List.of()).orElseThrow(() -> new Refusal.Conflict("problem-nobody"))
                : chosen(owner, ids);
        var id = add(words, member, owning, due, now);
        var number = problems.get(id).number();
        steps.write(id, ProblemStep.of(ProblemDeed.OPENED, now).saying(words).until(due), member);
        steps.writeOf(id, ProblemStep.of(ProblemDeed.GIVEN, now).until(due), owning.person(), member);
        ids.forEach(concern -> lay(id, concern, member, now));
        telling.given(problems.get(id), now);
        return number;
    }

    /** Lays one more concern to it; nothing of the problem itself changes. */
    @Transactional
    public void attach(ProblemNumber number, ConcernNumber concern, Actor by) {
        var member = mustOpen(by);
        var problem = problems.hold(problems.get(number, member).id());
        if (problem.isOver()) {
            throw new Refusal.Conflict("problem-over");
        }
        lay(problem.id(), found(List.of(concern), member).getFirst(), member, clock.instant());
    }

    /** Refuses {@code problem-last-concern} where he would take away the last one that he sees. */
    @Transactional
    public void detach(ProblemNumber number, ConcernNumber concern, Actor by) {
        var member = mustOpen(by);
        var problem = problems.hold(problems.get(number, member).id());
        if (problem.isOver()) {
            throw new Refusal.Conflict("problem-over");
        }
        var id = found(List.of(concern), member).getFirst();
        var seen = attached.seen(List.of(problem.id()), member).getOrDefault(problem.id(), List.of());
        if (seen.equals(List.of(id)) || !othersShow(problem, id)) {
            throw new Refusal.Conflict("problem-last-concern");
        }
        if (attached.remove(problem.id(), id, clock.instant())) {
            steps.write(
                    problem.id(),
                    ProblemStep.of(ProblemDeed.DETACHED, clock.instant()).about(id),
                    member);
        }
    }

    /** Whoever answers for it has to go on seeing it. */
    private boolean othersShow(Problem problem, long without) {
        var left =
                attached.of(problem.id()).stream().filter(one -> one != without).toList();
        return answering.sees(problem.owner(), left);
    }

    /** What the form offers where concerns are chosen already. */
    List<Answering.Candidate> candidates(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return answering.candidates(answering.leadOf(ids), ids);
    }

    /** As many of them as the actor sees, for the form that has not been sent yet. */
    List<Long> seen(Collection<ConcernNumber> numbers, Actor.Member member) {
        return numbers.stream()
                .distinct()
                .limit(MOST_CONCERNS)
                .flatMap(number -> concerns.find(number, member).stream())
                .map(GatheringConcerns.Gathered::id)
                .toList();
    }

    void lay(long problem, long concern, Actor.Member by, Instant now) {
        if (!attached.add(problem, concern, by.person(), now)) {
            throw new Refusal.Violation(
                    "concern",
                    "problem-attached",
                    concerns.all(List.of(concern)).getFirst().number());
        }
        steps.write(problem, ProblemStep.of(ProblemDeed.ATTACHED, now).about(concern), by);
    }

    private List<Long> found(Collection<ConcernNumber> numbers, Actor.Member member) {
        var ids = new LinkedHashSet<Long>();
        for (var number : new LinkedHashSet<>(numbers)) {
            ids.add(concerns.find(number, member)
                    .orElseThrow(() -> new Refusal.Violation("concern", "problem-no-such-concern", number))
                    .id());
        }
        if (ids.isEmpty() || ids.size() > MOST_CONCERNS) {
            throw new Refusal.Violation("concern", "problem-concerns", MOST_CONCERNS);
        }
        return List.copyOf(ids);
    }

    private Instant dueAt(List<Long> ids, String day, Instant now) {
        var byRule = terms.dueAt(ids, now);
        if (day.isBlank()) {
            return byRule;
        }
        var chosen = Terms.evening(Terms.day(day));
        if (!chosen.isAfter(now) || chosen.isAfter(byRule)) {
            throw new Refusal.Violation(
                    "day", "problem-early-day", byRule.atZone(Screen.ZONE).toLocalDate());
        }
        return chosen;
    }

    private Answering.Candidate chosen(String key, List<Long> ids) {
        return candidates(ids).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal.Violation("owner", "problem-owner"));
    }

    private long add(String title, Actor.Member by, Answering.Candidate owner, Instant due, Instant now) {
        while (true) {
            var number = new ProblemNumber(now.atZone(Screen.ZONE).getYear(), lot.nextInt(ProblemNumber.SERIALS));
            var problem = new Problem(
                    0,
                    number,
                    title,
                    false,
                    by.person(),
                    owner.unit(),
                    owner.person(),
                    new ProblemState.Opened(),
                    Promised.first(now, due),
                    Optional.empty(),
                    0);
            var id = problems.add(problem, now);
            if (id.isPresent()) {
                return id.get();
            }
        }
    }

    /** To whoever never opens one the address is not there. */
    private static Actor.Member mustOpen(Actor actor) {
        if (actor instanceof Actor.Member member && isOpenTo(member)) {
            return member;
        }
        throw new Refusal.NotFound();
    }
}
