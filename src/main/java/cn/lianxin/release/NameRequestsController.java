package cn.lianxin.release;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What waits for somebody's word; to whoever decides nothing the page is not there. */
@Controller
class NameRequestsController {

    private final SeeingNameRequests seeing;

    NameRequestsController(SeeingNameRequests seeing) {
        this.seeing = seeing;
    }

    @GetMapping("/name-requests")
    ModelAndView list(Actor actor) {
        if (!ReleaseNavigation.decides(ReleasingNames.member(actor))) {
            throw new Refusal.NotFound();
        }
        return new ModelAndView("release/list").addObject("work", seeing.work(actor));
    }
}
