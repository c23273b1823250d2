package cn.lianxin.problem;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.verdict.SolvedTogether;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** When a date has come: what is late climbs up the line, what has not come back waits for a word from above. */
@Component
class ProblemClock {

    private final Problems problems;
    private final Attached attached;
    private final Steps steps;
    private final Answering answering;
    private final Terms terms;
    private final TellingProblems telling;
    private final Succession succession;
    private final SolvedTogether solved;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ProblemClock(
            Problems problems,
            Attached attached,
            Steps steps,
            Answering answering,
            Terms terms,
            TellingProblems telling,
            Succession succession,
            SolvedTogether solved,
            TransactionTemplate transactions,
            Clock clock) {
        this.problems = problems;
        this.attached = attached;
        this.steps = steps;
        this.answering = answering;
        this.terms = terms;
        this.telling = telling;
        this.succession = succession;
        this.solved = solved;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT50S")
    void look() {
        each(problems.open(), succession::settle);
        each(problems.late(clock.instant()), this::climb);
        each(problems.watchedUntil(clock.instant()), this::runOut);
        var monday = monday();
        each(problems.notLookedAtSince(monday), id -> count(id, monday));
    }

    /** To the owner and the desk on the day itself, then to the next unit up by the steps of escalation, until the top. */
    private void climb(long id) {
        var problem = problems.hold(id);
        var now = clock.instant();
        if (!problem.isLate(now)) {
            return;
        }
        var ids = attached.of(id);
        var above = answering.above(problem, ids);
        for (var level = problems.toldUp(id); level <= above.size(); level++) {
            if (terms.told(ids, problem.promised(), level).isAfter(now)) {
                return;
            }
            var people = level == 0 ? nearest(problem, ids) : new LinkedHashSet<>(above.get(level - 1));
            people.forEach(person -> {
                steps.writeOf(id, ProblemStep.of(ProblemDeed.LATE, now), person);
                telling.late(problem, person, now);
            });
            problems.toldUp(id, level + 1);
        }
    }

    private Set<PersonId> nearest(Problem problem, List<Long> ids) {
        var people = new LinkedHashSet<>(List.of(problem.owner()));
        answering.desk(problem, ids).ifPresent(people::add);
        return people;
    }

    /** Waits until there is somebody above who may say so. */
    private void runOut(long id) {
        var problem = problems.hold(id);
        var now = clock.instant();
        if (!(problem.state() instanceof ProblemState.Watched watched)
                || watched.until().isAfter(now)) {
            return;
        }
        answering.confirmer(problem, attached.of(id)).ifPresent(person -> {
            var out = problem.runOut(person);
            problems.save(out, now);
            steps.write(id, ProblemStep.of(ProblemDeed.WATCHED_OUT, now));
            steps.writeOf(id, ProblemStep.of(ProblemDeed.CONFIRMER, now), person);
            telling.confirm(out, person, now);
        });
    }

    /** Once a week, as verdicts are published. */
    private void count(long id, LocalDate monday) {
        var withheld = attached.withheld(id);
        var counted = attached.counted(id);
        var fresh = attached.of(id).stream()
                .filter(concern -> !withheld.contains(concern) && !counted.contains(concern))
                .toList();
        var look = solved.look(
                fresh, withheld, counted, monday.atStartOfDay(Screen.ZONE).toInstant());
        if (look.isPublished()) {
            attached.publish(id, new Solved(look.people(), look.solved()), look.concerns(), monday);
        } else if (!look.concerns().isEmpty()) {
            attached.withhold(id, look.concerns());
        }
        problems.lookedAt(id, monday);
    }

    private LocalDate monday() {
        return LocalDate.ofInstant(clock.instant(), Screen.ZONE)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private void each(List<Long> ids, java.util.function.LongConsumer task) {
        ids.forEach(id -> transactions.executeWithoutResult(_ -> task.accept(id)));
    }
}
