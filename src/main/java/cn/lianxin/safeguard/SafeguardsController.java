package cn.lianxin.safeguard;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What one of another line has by name; to whoever never has any the page is not there. */
@Controller
@RequestMapping("/safeguards")
class SafeguardsController {

    private final LookingAfter lookingAfter;

    SafeguardsController(LookingAfter lookingAfter) {
        this.lookingAfter = lookingAfter;
    }

    @GetMapping
    ModelAndView list(Actor actor) {
        return new ModelAndView("safeguard/list").addObject("entries", lookingAfter.work(guardian(actor)));
    }

    @GetMapping("/{entry:[0-9]{1,18}}")
    ModelAndView show(@PathVariable long entry, Actor actor) {
        return page(entry, Faults.none(), "", guardian(actor));
    }

    @PostMapping("/{entry:[0-9]{1,18}}/taking")
    ModelAndView take(@PathVariable long entry, Actor actor) {
        return step(entry, "", actor, by -> lookingAfter.take(entry, by));
    }

    @PostMapping("/{entry:[0-9]{1,18}}/doing")
    ModelAndView done(@PathVariable long entry, @RequestParam(defaultValue = "") String words, Actor actor) {
        return step(entry, words, actor, by -> lookingAfter.done(entry, words, by));
    }

    @PostMapping("/{entry:[0-9]{1,18}}/ending")
    ModelAndView end(
            @PathVariable long entry,
            @RequestParam Optional<EntryFinding> finding,
            @RequestParam(defaultValue = "") String words,
            Actor actor) {
        return step(entry, words, actor, by -> lookingAfter.end(entry, finding, words, by));
    }

    private ModelAndView step(long entry, String words, Actor actor, Consumer<Actor.Member> step) {
        var by = guardian(actor);
        try {
            step.accept(by);
        } catch (Refusal.Violation violation) {
            return refused(entry, Faults.of(violation), HttpStatus.UNPROCESSABLE_CONTENT, words, by);
        } catch (Refusal.Conflict conflict) {
            return refused(entry, Faults.none().add("", conflict.code()), HttpStatus.CONFLICT, words, by);
        }
        return LocalAddress.seeOther("/safeguards/" + entry);
    }

    private ModelAndView refused(long entry, Faults faults, HttpStatusCode status, String words, Actor.Member by) {
        var page = page(entry, faults, words, by);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(long entry, Faults faults, String words, Actor.Member by) {
        return new ModelAndView("safeguard/entry")
                .addObject("page", lookingAfter.open(entry, by))
                .addObject("words", words)
                .addObject("faults", faults);
    }

    private static Actor.Member guardian(Actor actor) {
        if (actor instanceof Actor.Member member && SafeguardNavigation.isFor(member)) {
            return member.onHisOwn();
        }
        throw new Refusal.NotFound();
    }
}
