package cn.lianxin.concern;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells rooms that listen for {@link StepTaken} what the step was. */
@Component
public class TakenSteps {

    private static final Set<Class<?>> ENDS_JUDGING = Set.of(
            ConcernEvent.RaisedAgain.class,
            ConcernEvent.DeclinationSetAside.class,
            ConcernEvent.ReviewAsked.class,
            ConcernEvent.Withdrawn.class);

    private final Concerns concerns;
    private final Timeline timeline;
    private final Recusals recusals;

    TakenSteps(Concerns concerns, Timeline timeline, Recusals recusals) {
        this.concerns = concerns;
        this.timeline = timeline;
        this.recusals = recusals;
    }

    @Transactional(readOnly = true)
    public StepFacts facts(StepTaken taken) {
        var concern = concerns.get(taken.concern());
        var step = timeline.of(taken.concern()).get(taken.place() - 1);
        return new StepFacts(
                concern.number(),
                taken.place(),
                ConcernJson.name(step.event().getClass()),
                concern.filing().desk(),
                concern.course().assignment().map(Assignment::lead),
                isForFew(concern),
                step.at());
    }

    /** The answer that this step gave, if it gave one. */
    @Transactional(readOnly = true)
    public Optional<AnsweredConcern> answered(StepTaken taken) {
        var steps = timeline.of(taken.concern());
        var step = steps.get(taken.place() - 1);
        if (!ReadingConcerns.ANSWERS.contains(step.event().getClass())) {
            return Optional.empty();
        }
        var concern = concerns.get(taken.concern());
        var filing = concern.filing();
        var ordinal = (int) steps.stream()
                .limit(taken.place())
                .filter(earlier ->
                        ReadingConcerns.ANSWERS.contains(earlier.event().getClass()))
                .count();
        return Optional.of(new AnsweredConcern(
                new JudgedAnswer(concern.id(), ordinal),
                concern.number(),
                concern.course().assignment().map(Assignment::lead).orElse(filing.desk()),
                filing.reporter().known(),
                filing.reporter() instanceof Reporter.Confidential,
                isForFew(concern) || filing.reporter().mode() != Reporter.Mode.NAMED,
                isForFew(concern),
                step.at()));
    }

    /** Of a report of wrongdoing, and of what names somebody, nothing is told to systems and in figures. */
    private boolean isForFew(Concern concern) {
        return concern.filing().restricted() || recusals.namesAnybody(concern.id());
    }

    /** Whether the worker has taken it up again with this step or let it go, so that nobody need ask him any more. */
    @Transactional(readOnly = true)
    public boolean endsJudging(StepTaken taken) {
        var step = timeline.of(taken.concern()).get(taken.place() - 1);
        return ENDS_JUDGING.contains(step.event().getClass());
    }
}
