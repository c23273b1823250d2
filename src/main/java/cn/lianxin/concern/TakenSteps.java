package cn.lianxin.concern;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells rooms that listen for {@link StepTaken} what the step was. */
@Component
public class TakenSteps {

    private final Concerns concerns;
    private final Timeline timeline;

    TakenSteps(Concerns concerns, Timeline timeline) {
        this.concerns = concerns;
        this.timeline = timeline;
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
                concern.filing().restricted(),
                step.at());
    }
}
