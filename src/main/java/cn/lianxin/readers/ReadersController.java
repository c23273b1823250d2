package cn.lianxin.readers;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** To whoever raised it: who has read it, by which door, when. */
@Controller
class ReadersController {

    private final SeeingReaders seeing;

    ReadersController(SeeingReaders seeing) {
        this.seeing = seeing;
    }

    @GetMapping("/concerns/{number}/readers")
    ModelAndView show(
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean lines,
            @RequestParam Optional<String> after,
            Actor actor) {
        var concern = ConcernNumber.parse(number).orElseThrow(Refusal.NotFound::new);
        return new ModelAndView("readers/readers")
                .addObject("number", concern.toString())
                .addObject("lines", lines)
                .addObject("first", after.isEmpty())
                .addObject("seen", seeing.seen(concern, lines, after, actor));
    }
}
