package cn.lianxin.api.concern;

import static cn.lianxin.application.ApplicationScope.WORK;

import cn.lianxin.api.document.FromBody;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.concern.ConcernState;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.ReviewingConcerns;
import cn.lianxin.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The steps of whoever looks at a reply afresh, or at how it ended. */
@RestController
@RequestMapping("/api/v1/concerns/{number}")
class ReviewStepsController {

    record ReviewDecision(
            ConcernState.ReviewOutcome outcome,
            @Size(max = RaisingConcerns.LONGEST_WORDS) String opinion) {}

    record EndingDecision(
            boolean stands,
            @Size(max = RaisingConcerns.LONGEST_WORDS) String reason) {}

    private final ReviewingConcerns reviewing;
    private final Moves moves;

    ReviewStepsController(ReviewingConcerns reviewing, Moves moves) {
        this.reviewing = reviewing;
        this.moves = moves;
    }

    @PostMapping("/review-taking")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.REVIEWS)
    @RequiresScope(WORK)
    void takeReview(@PathVariable String number, HttpServletRequest request, Actor actor) {
        reviewing.take(moves.fresh(number, request, actor), actor);
    }

    @PostMapping("/review-decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.REVIEWS)
    @RequiresScope(WORK)
    void decideReview(
            @PathVariable String number, @FromBody ReviewDecision asked, HttpServletRequest request, Actor actor) {
        reviewing.decide(moves.fresh(number, request, actor), asked.outcome(), asked.opinion(), actor);
    }

    @PostMapping("/ending-decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.REVIEWS)
    @RequiresScope(WORK)
    void decideEnding(
            @PathVariable String number, @FromBody EndingDecision asked, HttpServletRequest request, Actor actor) {
        reviewing.decideEnding(moves.fresh(number, request, actor), asked.stands(), asked.reason(), actor);
    }
}
