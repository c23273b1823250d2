package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 复查、复核: people who never touched a concern look at its reply afresh (信访工作条例 §§35–36). */
@Component
public class ReviewingConcerns {

    private final Concerns concerns;
    private final Steps steps;
    private final Clock clock;

    ReviewingConcerns(Concerns concerns, Steps steps, Clock clock) {
        this.concerns = concerns;
        this.steps = steps;
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
}
