package cn.lianxin.sealed;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whose senders somebody looks after, and what he has done; to everybody else it is not there. */
@Controller
class SealedTroublesController {

    private static final String ONE = "/sealed-troubles/{number:S[0-9]{4}-[0-9]{4}}";

    private final GuardingSenders guarding;
    private final Officers officers;

    SealedTroublesController(GuardingSenders guarding, Officers officers) {
        this.guarding = guarding;
        this.officers = officers;
    }

    @GetMapping("/sealed-troubles")
    ModelAndView list(Actor actor) {
        return new ModelAndView("sealed/troubles")
                .addObject(
                        "numbers",
                        guarding.of(actor).stream().map(SealedReport::number).toList());
    }

    @GetMapping(ONE)
    ModelAndView show(@PathVariable String number, Actor actor) {
        return page(number, "", Faults.none(), actor);
    }

    @PostMapping(ONE)
    ModelAndView help(@PathVariable String number, @RequestParam(defaultValue = "") String words, Actor actor) {
        try {
            guarding.help(number, words, actor);
            return LocalAddress.seeOther("/sealed-troubles");
        } catch (Refusal.Violation wrong) {
            var page = page(number, words, Faults.of(wrong), actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private ModelAndView page(String number, String words, Faults faults, Actor actor) {
        var report = guarding.get(number, actor);
        return new ModelAndView("sealed/trouble")
                .addObject("number", report.number())
                .addObject("guardian", officers.shown(guarding.of(report).orElseThrow(Refusal.NotFound::new)))
                .addObject("words", words)
                .addObject("faults", faults);
    }
}
