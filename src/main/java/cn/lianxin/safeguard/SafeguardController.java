package cn.lianxin.safeguard;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** To whoever raised it: whether he is left in peace, who looks after him, what was done. */
@Controller
@RequestMapping("/concerns/{number}/safeguard")
class SafeguardController {

    private final SpeakingUp speakingUp;

    SafeguardController(SpeakingUp speakingUp) {
        this.speakingUp = speakingUp;
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, Actor actor) {
        return page(number(number), Faults.none(), "", actor);
    }

    @PostMapping("/peace")
    ModelAndView peace(@PathVariable String number, Actor actor) {
        var concern = number(number);
        return step(concern, "", actor, () -> speakingUp.peace(concern, actor));
    }

    @PostMapping("/trouble")
    ModelAndView trouble(@PathVariable String number, Actor actor) {
        var concern = number(number);
        return step(concern, "", actor, () -> speakingUp.trouble(concern, actor));
    }

    @PostMapping("/words")
    ModelAndView say(@PathVariable String number, @RequestParam(defaultValue = "") String words, Actor actor) {
        var concern = number(number);
        return step(concern, words, actor, () -> speakingUp.say(concern, words, actor));
    }

    private ModelAndView step(ConcernNumber number, String words, Actor actor, Runnable step) {
        try {
            step.run();
        } catch (Refusal.Violation violation) {
            return refused(number, Faults.of(violation), HttpStatus.UNPROCESSABLE_CONTENT, words, actor);
        } catch (Refusal.Conflict conflict) {
            return refused(number, Faults.none().add("", conflict.code()), HttpStatus.CONFLICT, words, actor);
        }
        return LocalAddress.seeOther("/concerns/" + number + "/safeguard");
    }

    private ModelAndView refused(
            ConcernNumber number, Faults faults, HttpStatusCode status, String words, Actor actor) {
        var page = page(number, faults, words, actor);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(ConcernNumber number, Faults faults, String words, Actor actor) {
        return new ModelAndView("safeguard/mine")
                .addObject("number", number.toString())
                .addObject("page", speakingUp.page(number, actor))
                .addObject("words", words)
                .addObject("faults", faults);
    }

    private static ConcernNumber number(String text) {
        return ConcernNumber.parse(text).orElseThrow(Refusal.NotFound::new);
    }
}
