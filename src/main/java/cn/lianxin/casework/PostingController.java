package cn.lianxin.casework;

import cn.lianxin.concern.TakingDown;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.LocalAddress;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whether something of a concern hangs where all can read it, and how it comes down. */
@Controller
class PostingController {

    private final TakingDown takingDown;

    PostingController(TakingDown takingDown) {
        this.takingDown = takingDown;
    }

    @GetMapping("/concerns/{number}/posting")
    ModelAndView show(@PathVariable String number, Actor actor) {
        var concern = CasePages.number(number);
        return new ModelAndView("casework/posting")
                .addObject("number", concern.toString())
                .addObject("posting", takingDown.posting(concern, actor));
    }

    @PostMapping("/concerns/{number}/taking-down")
    ModelAndView takeDown(@PathVariable String number, @RequestParam(defaultValue = "") String rule, Actor actor) {
        var office = Arrays.stream(TakingDown.TakenBy.values())
                .filter(one -> one.name().equals(rule))
                .findFirst();
        try {
            takingDown.takeDown(CasePages.number(number), office, actor);
        } catch (Refusal.Violation none) {
            throw new Refusal.Conflict("taking-down-rule");
        }
        return LocalAddress.seeOther("/concerns/" + CasePages.number(number) + "/posting");
    }
}
