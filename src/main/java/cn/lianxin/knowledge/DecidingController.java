package cn.lianxin.knowledge;

import cn.lianxin.identity.ApprovingLine;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What waits to be public; to whoever neither decides nor answers the page is not there. */
@Controller
@RequestMapping("/questions")
class DecidingController {

    private final DecidingQuestions deciding;

    DecidingController(DecidingQuestions deciding) {
        this.deciding = deciding;
    }

    @GetMapping("/waiting")
    ModelAndView list(Actor actor) {
        return new ModelAndView("knowledge/waiting").addObject("waiting", deciding.waiting(staff(actor)));
    }

    @GetMapping("/waiting/{wording:[0-9]{1,18}}")
    ModelAndView show(@PathVariable long wording, Actor actor) {
        return page(wording, "", Faults.none(), member(actor));
    }

    @PostMapping("/waiting/{wording:[0-9]{1,18}}/approval")
    ModelAndView approve(@PathVariable long wording, Actor actor) {
        var by = member(actor);
        return step(wording, "", by, () -> deciding.approve(wording, by));
    }

    @PostMapping("/waiting/{wording:[0-9]{1,18}}/refusal")
    ModelAndView decline(@PathVariable long wording, @RequestParam(defaultValue = "") String reason, Actor actor) {
        var by = member(actor);
        return step(wording, reason, by, () -> deciding.decline(wording, reason, by));
    }

    @PostMapping("/waiting/{wording:[0-9]{1,18}}/withdrawal")
    ModelAndView withdraw(@PathVariable long wording, Actor actor) {
        var by = member(actor);
        return step(wording, "", by, () -> deciding.withdraw(wording, by));
    }

    @PostMapping("/{number:[0-9]{1,18}}/taking-down")
    ModelAndView takeDown(@PathVariable long number, @RequestParam(defaultValue = "") String rule, Actor actor) {
        var one = Arrays.stream(TakenBy.values())
                .filter(by -> by.name().equals(rule))
                .findFirst();
        deciding.takeDown(number, one, member(actor));
        return LocalAddress.seeOther("/questions/" + number);
    }

    private ModelAndView step(long wording, String reason, Actor.Member by, Runnable step) {
        try {
            step.run();
        } catch (Refusal.Violation violation) {
            return refused(wording, reason, Faults.of(violation), HttpStatus.UNPROCESSABLE_CONTENT, by);
        } catch (Refusal.Conflict | Refusal.NotAllowed refusal) {
            return refused(wording, reason, Faults.none().add("", refusal.code()), HttpStatus.CONFLICT, by);
        }
        return LocalAddress.seeOther("/questions/waiting");
    }

    private ModelAndView refused(long wording, String reason, Faults faults, HttpStatusCode status, Actor.Member by) {
        var page = page(wording, reason, faults, by);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(long wording, String reason, Faults faults, Actor.Member by) {
        return new ModelAndView("knowledge/wording")
                .addObject("waiting", deciding.open(wording, by))
                .addObject("reason", reason)
                .addObject("faults", faults);
    }

    private static Actor.Member staff(Actor actor) {
        if (ApprovingLine.isAnyOf(actor) || actor.is(Role.HANDLER)) {
            return member(actor);
        }
        throw new Refusal.NotFound();
    }

    private static Actor.Member member(Actor actor) {
        if (actor instanceof Actor.Member member) {
            return member;
        }
        throw new Refusal.NotFound();
    }
}
