package cn.lianxin.verdict;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Two taps on the worker's page; the screen after them is the same, whatever he said. */
@Controller
class VerdictController {

    private final GivingVerdicts giving;

    VerdictController(GivingVerdicts giving) {
        this.giving = giving;
    }

    @PostMapping("/concerns/{number}/verdict")
    ModelAndView give(
            @PathVariable String number,
            @RequestParam Verdict.Solved solved,
            @RequestParam Verdict.Satisfied satisfied,
            @RequestParam(defaultValue = "") String word,
            Actor actor) {
        var concern = ConcernNumber.parse(number).orElseThrow(Refusal.NotFound::new);
        giving.give(concern, new Verdict(solved, satisfied, word), actor);
        var redirect = new ModelAndView("redirect:/concerns/" + concern + "#verdict");
        redirect.setStatus(HttpStatus.SEE_OTHER);
        return redirect;
    }
}
