package cn.lianxin.casework;

import cn.lianxin.concern.ConcernState;
import cn.lianxin.concern.ReviewingConcerns;
import cn.lianxin.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The steps of whoever looks at a reply afresh, or at how it ended. */
@Controller
@RequestMapping("/concerns/{number}")
class ReviewStepController {

    private final CasePages pages;
    private final ReviewingConcerns reviewing;

    ReviewStepController(CasePages pages, ReviewingConcerns reviewing) {
        this.pages = pages;
        this.reviewing = reviewing;
    }

    @PostMapping("/review-taking")
    ModelAndView take(@PathVariable String number, HttpServletRequest request, Actor actor) {
        return pages.step(
                number, "review-taking", request, actor, () -> reviewing.take(CasePages.number(number), actor));
    }

    @PostMapping("/review-decision")
    ModelAndView decide(
            @PathVariable String number,
            @RequestParam(defaultValue = "UPHELD") ConcernState.ReviewOutcome outcome,
            @RequestParam(defaultValue = "") String opinion,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "review-decision",
                request,
                actor,
                () -> reviewing.decide(CasePages.number(number), outcome, opinion, actor));
    }

    @PostMapping("/ending-decision")
    ModelAndView decideEnding(
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean stands,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "ending-decision",
                request,
                actor,
                () -> reviewing.decideEnding(CasePages.number(number), stands, reason, actor));
    }
}
