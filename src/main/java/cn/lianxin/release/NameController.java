package cn.lianxin.release;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.vault.Identity;
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

/** The name behind one concern in confidence: who asked for it, who agreed, and, for a day, the name. */
@Controller
@RequestMapping("/concerns/{number}/name")
class NameController {

    private final ReleasingNames releasing;
    private final SeeingNameRequests seeing;

    NameController(ReleasingNames releasing, SeeingNameRequests seeing) {
        this.releasing = releasing;
        this.seeing = seeing;
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, Actor actor) {
        return page(number(number), Optional.empty(), Faults.none(), "", actor);
    }

    @PostMapping("/requests")
    ModelAndView ask(
            @PathVariable String number,
            @RequestParam Optional<Purpose> purpose,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        var concern = number(number);
        return step(concern, reason, actor, () -> releasing.ask(concern, purpose, reason, actor));
    }

    @PostMapping("/requests/{request:[0-9]{1,18}}/agreement")
    ModelAndView agree(
            @PathVariable String number,
            @PathVariable long request,
            @RequestParam(defaultValue = "") String word,
            Actor actor) {
        var concern = number(number);
        return step(concern, "", actor, () -> releasing.decide(concern, request, true, word, actor));
    }

    @PostMapping("/requests/{request:[0-9]{1,18}}/refusal")
    ModelAndView refuse(
            @PathVariable String number,
            @PathVariable long request,
            @RequestParam(defaultValue = "") String word,
            Actor actor) {
        var concern = number(number);
        return step(concern, "", actor, () -> releasing.decide(concern, request, false, word, actor));
    }

    /** By post, because it leaves a trace. */
    @PostMapping("/view")
    ModelAndView look(@PathVariable String number, Actor actor) {
        var concern = number(number);
        var identity = releasing.show(concern, actor);
        return page(concern, Optional.of(identity), Faults.none(), "", actor);
    }

    private ModelAndView step(ConcernNumber number, String reason, Actor actor, Runnable step) {
        try {
            step.run();
        } catch (Refusal.Violation violation) {
            return refused(number, Faults.of(violation), HttpStatus.UNPROCESSABLE_CONTENT, reason, actor);
        } catch (Refusal.Conflict conflict) {
            var faults = Faults.none().add("", conflict.code());
            return refused(number, faults, HttpStatus.CONFLICT, reason, actor);
        }
        return LocalAddress.seeOther("/concerns/" + number + "/name");
    }

    private ModelAndView refused(
            ConcernNumber number, Faults faults, HttpStatusCode status, String reason, Actor actor) {
        var page = page(number, Optional.empty(), faults, reason, actor);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(
            ConcernNumber number, Optional<Identity> identity, Faults faults, String reason, Actor actor) {
        return new ModelAndView("release/name")
                .addObject("number", number.toString())
                .addObject("page", seeing.page(number, actor))
                .addObject("identity", identity)
                .addObject("reason", reason)
                .addObject("faults", faults);
    }

    private static ConcernNumber number(String text) {
        return ConcernNumber.parse(text).orElseThrow(Refusal.NotFound::new);
    }
}
