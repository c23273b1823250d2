package cn.lianxin.problem;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.GatheringConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.organization.Directory;
import cn.lianxin.problem.WorkingProblems.Seen;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Problems on a clock of one's own, for courses that lie in the past; within the caller's transaction. */
@Component
public class ProblemsInTime {

    /** The course of one problem. */
    public static final class Course {

        private final ProblemNumber number;
        private final PersonId owner;
        private final WorkingProblems working;

        private Course(Problem problem, WorkingProblems working) {
            this.number = problem.number();
            this.owner = problem.owner();
            this.working = working;
        }

        public PersonId owner() {
            return owner;
        }

        public void nameCause(String what, String found, Actor.Member by) {
            working.nameCause(new Seen(number, ""), what, found, by);
        }

        public void decideCure(String what, String whom, LocalDate day, Actor.Member by) {
            working.decideCure(new Seen(number, ""), what, whom, day.toString(), by);
        }

        public void finish(String shown, Actor.Member by) {
            working.finish(new Seen(number, ""), shown, by);
        }
    }

    private final Problems problems;
    private final Attached attached;
    private final Steps steps;
    private final Answering answering;
    private final Terms terms;
    private final TellingProblems telling;
    private final GatheringConcerns concerns;
    private final Directory directory;

    ProblemsInTime(
            Problems problems,
            Attached attached,
            Steps steps,
            Answering answering,
            Terms terms,
            TellingProblems telling,
            GatheringConcerns concerns,
            Directory directory) {
        this.problems = problems;
        this.attached = attached;
        this.steps = steps;
        this.answering = answering;
        this.terms = terms;
        this.telling = telling;
        this.concerns = concerns;
        this.directory = directory;
    }

    /** Opened at this moment of the clock, with the owner and the date that the rules give it. */
    public Course open(String title, Collection<ConcernNumber> numbers, Actor.Member by, Clock clock) {
        var opening = new OpeningProblems(problems, attached, steps, answering, terms, telling, concerns, clock);
        var working = new WorkingProblems(
                problems, attached, steps, opening, answering, terms, telling, concerns, directory, clock);
        return new Course(problems.get(opening.open(title, numbers, by), by), working);
    }
}
