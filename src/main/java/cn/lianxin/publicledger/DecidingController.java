package cn.lianxin.publicledger;

import cn.lianxin.identity.ApprovingLine;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What waits to be public; to whoever neither decides nor proposed it the page is not there. */
@Controller
@RequestMapping("/public-ledger")
class DecidingController {

    private final Deciding deciding;

    DecidingController(Deciding deciding) {
        this.deciding = deciding;
    }

    @GetMapping("/waiting")
    ModelAndView list(Actor actor) {
        if (!ApprovingLine.isAnyOf(actor)) {
            throw new Refusal.NotFound();
        }
        var member = member(actor);
        return new ModelAndView("publicledger/waiting")
                .addObject("waiting", deciding.waiting(member))
                .addObject("agreed", deciding.agreed(member));
    }

    @GetMapping("/waiting/{entry:[0-9]{1,18}}")
    ModelAndView show(@PathVariable long entry, Actor actor) {
        return page(entry, "", Faults.none(), member(actor));
    }

    @GetMapping("/waiting/{entry:[0-9]{1,18}}/pictures/{place:[1-3]}")
    ResponseEntity<byte[]> picture(@PathVariable long entry, @PathVariable int place, Actor actor) {
        return PictureController.answer(deciding.picture(entry, place, member(actor)));
    }

    @PostMapping("/waiting/{entry:[0-9]{1,18}}/approval")
    ModelAndView approve(
            @PathVariable long entry,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String seen,
            Actor actor) {
        var by = member(actor);
        return step(entry, reason, by, () -> deciding.approve(entry, reason, seen, by));
    }

    @PostMapping("/waiting/{entry:[0-9]{1,18}}/refusal")
    ModelAndView decline(@PathVariable long entry, @RequestParam(defaultValue = "") String why, Actor actor) {
        var by = member(actor);
        return step(entry, "", by, () -> deciding.decline(entry, oneOf(Declined.values(), why), by));
    }

    @PostMapping("/waiting/{entry:[0-9]{1,18}}/retraction")
    ModelAndView retract(@PathVariable long entry, Actor actor) {
        var by = member(actor);
        return step(entry, "", by, () -> deciding.retract(entry, by));
    }

    @PostMapping("/{entry:[0-9]{1,18}}/taking-down")
    ModelAndView takeDown(@PathVariable long entry, @RequestParam(defaultValue = "") String rule, Actor actor) {
        deciding.takeDown(entry, oneOf(Withdrawn.values(), rule), member(actor));
        return LocalAddress.seeOther("/public-ledger/" + entry);
    }

    private ModelAndView step(long entry, String reason, Actor.Member by, Runnable step) {
        try {
            step.run();
        } catch (Refusal.Violation violation) {
            return refused(entry, reason, Faults.of(violation), HttpStatus.UNPROCESSABLE_CONTENT, by);
        } catch (Refusal.Conflict | Refusal.NotAllowed refusal) {
            return refused(entry, reason, Faults.none().add("", refusal.code()), HttpStatus.CONFLICT, by);
        }
        return LocalAddress.seeOther("/public-ledger/waiting");
    }

    private ModelAndView refused(long entry, String reason, Faults faults, HttpStatus status, Actor.Member by) {
        var page = page(entry, reason, faults, by);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(long entry, String reason, Faults faults, Actor.Member by) {
        var waiting = deciding.open(entry, by);
        return new ModelAndView("publicledger/entry-waiting")
                .addObject("waiting", waiting)
                .addObject("request", deciding.marked(waiting.wording().request()))
                .addObject("reply", deciding.marked(waiting.wording().reply()))
                .addObject("reason", reason)
                .addObject("faults", faults);
    }

    private static <E extends Enum<E>> Optional<E> oneOf(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }

    private static Actor.Member member(Actor actor) {
        if (actor instanceof Actor.Member member) {
            return member;
        }
        throw new Refusal.NotFound();
    }
}
