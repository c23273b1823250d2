package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.newsroom.ReviewingArticles.Way;
import cn.lianxin.textcheck.Answers;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a reviewer decided in another system of the enterprise: the same move by the same rules, as if he had pressed the button here. */
@Component
public class CarriedDecisions {

    /**
     * @param digest of the text that he has read
     * @param stage for which he decided
     * @param errors that he has found in proof
     * @param reason why it goes back; counts for nothing where it passes
     */
    public record Decision(long article, String digest, int stage, boolean passes, int errors, String reason) {}

    private final ReviewingArticles reviewing;

    CarriedDecisions(ReviewingArticles reviewing) {
        this.reviewing = reviewing;
    }

    /**
     * Answers the title of the article; refuses whatever the reviewer is refused by hand. What the text check wants to be answered for
     * cannot be answered from outside.
     *
     * @param within the system speaks for this unit and what is below
     * @param through its name, for the record
     */
    @Transactional
    public String carry(Decision decision, UnitId within, String through, Actor.Member by) {
        var way = new Way(OptionalInt.of(decision.stage()), Optional.of(within), through);
        return decision.passes()
                ? reviewing.pass(decision.article(), decision.digest(), decision.errors(), Answers.NONE, by, way)
                : reviewing.sendBack(decision.article(), decision.digest(), decision.reason(), by, way);
    }
}
