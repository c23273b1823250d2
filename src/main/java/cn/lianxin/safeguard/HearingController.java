package cn.lianxin.safeguard;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the accused were told and replied, for whoever may see the case; whoever raised it reads when, and not what. */
@Controller
@RequestMapping("/concerns/{number}/hearing")
class HearingController {

    private final HearingAccused hearing;

    HearingController(HearingAccused hearing) {
        this.hearing = hearing;
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, Actor actor) {
        return page(number(number), Faults.none(), "", actor);
    }

    @PostMapping
    ModelAndView record(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String named,
            @RequestParam Optional<HearingKind> kind,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String words,
            Actor actor) {
        var concern = number(number);
        try {
            hearing.record(concern, kind, named, day, words, actor);
        } catch (Refusal.Violation violation) {
            return refused(concern, Faults.of(violation), HttpStatus.UNPROCESSABLE_CONTENT, words, actor);
        } catch (Refusal.Conflict conflict) {
            return refused(concern, Faults.none().add("", conflict.code()), HttpStatus.CONFLICT, words, actor);
        }
        return LocalAddress.seeOther("/concerns/" + concern + "/hearing");
    }

    private ModelAndView refused(
            ConcernNumber number, Faults faults, HttpStatusCode status, String words, Actor actor) {
        var page = page(number, faults, words, actor);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(ConcernNumber number, Faults faults, String words, Actor actor) {
        return new ModelAndView("safeguard/hearing")
                .addObject("number", number.toString())
                .addObject("page", hearing.page(number, actor))
                .addObject("words", words)
                .addObject("faults", faults);
    }

    private static ConcernNumber number(String text) {
        return ConcernNumber.parse(text).orElseThrow(Refusal.NotFound::new);
    }
}
