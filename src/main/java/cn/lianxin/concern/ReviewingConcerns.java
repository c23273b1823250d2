package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.promise.TimeLimits;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 复查、复核、签字: people who never touched a concern look at its reply afresh, or at how it ended (信访工作条例 §§35–36). */
@Component
public class ReviewingConcerns {

    private final Concerns concerns;
    private final Steps steps;
    private final Recusing recusing;
    private final TimeLimits limits;
    private final Clock clock;

    ReviewingConcerns(Concerns concerns, Steps steps, Recusing recusing, TimeLimits limits, Clock clock) {
        this.concerns = concerns;
        this.steps = steps;
        this.recusing = recusing;
        this.limits = limits;
        this.clock = clock;
    }

    /** The reviewer makes it his; refused as {@code review-by-others} if he ever had a hand in it. */
    @Transactional
    public void take(ConcernNumber number, Actor by) {
        var met = concerns.get(number, by);
        steps.save(
                met.move((concern, party) -> concern.takeReview(concern.filing().desk(), party, clock.instant())));
    }

    @Transactional
    public void decide(ConcernNumber number, ConcernState.ReviewOutcome outcome, String opinion, Actor by) {
        var met = concerns.get(number, by);
        steps.save(met.move(
                (concern, party) -> concern.decideReview(outcome, PlainText.block(opinion), party, clock.instant())));
    }

    /**
     * Looks at how one concern was declined or withdrawn; there is no way to do it for several.
     *
     * @param stands else a declined one comes back to the desk, and a withdrawn one to the worker's choice
     */
    @Transactional
    public void decideEnding(ConcernNumber number, boolean stands, String reason, Actor by) {
        var text = PlainText.block(reason);
        var at = clock.instant();
        steps.save(concerns.get(number, by)
                .move((concern, party) ->
                        stands ? concern.confirmEnding(text, party, at) : setAside(concern, text, party, at)));
    }

    private Concern setAside(Concern concern, String reason, Party by, Instant at) {
        var course = concern.course();
        var owner = recusing.receiverOf(concern);
        return concern.setEndingAside(
                reason, owner, limits.of(course.matter(), course.grade(), at, owner.unit()), by, at);
    }
}
