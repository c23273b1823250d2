package cn.lianxin.reprint;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From whom may be reprinted, and the keeping of that list. */
@Controller
@RequestMapping("/newsroom/sources")
class SourcesController {

    private static final int CHANGES = 20;

    private final PermittedSources sources;
    private final KeepingSources keeping;
    private final Clock clock;

    SourcesController(PermittedSources sources, KeepingSources keeping, Clock clock) {
        this.sources = sources;
        this.keeping = keeping;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(Actor actor) {
        return page(KeepingSources.Typed.EMPTY, Faults.none(), reader(actor));
    }

    @PostMapping
    ModelAndView add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam(defaultValue = "") String terms,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        var typed = new KeepingSources.Typed(name, from, until, basis, terms, reason);
        return step(typed, actor, member -> keeping.add(typed, member));
    }

    @PostMapping("/{source:[0-9]{1,18}}/end")
    ModelAndView end(@PathVariable long source, @RequestParam(defaultValue = "") String reason, Actor actor) {
        return step(KeepingSources.Typed.EMPTY, actor, member -> keeping.end(source, reason, member));
    }

    private interface Step {
        void by(Actor.Member member);
    }

    private ModelAndView step(KeepingSources.Typed typed, Actor actor, Step step) {
        var member = reader(actor);
        try {
            step.by(member);
            return LocalAddress.seeOther("/newsroom/sources");
        } catch (Refusal.Violation violation) {
            var page = page(typed, Faults.of(violation), member);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        } catch (Refusal.Conflict conflict) {
            var page = page(typed, Faults.none().add("", conflict.code()), member);
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
    }

    private ModelAndView page(KeepingSources.Typed typed, Faults faults, Actor.Member reader) {
        return new ModelAndView("reprint/sources")
                .addObject("sources", sources.all())
                .addObject("today", LocalDate.ofInstant(clock.instant(), Screen.ZONE))
                .addObject("changes", sources.changes(CHANGES))
                .addObject("keeps", KeepingSources.keeps(reader))
                .addObject("typed", typed)
                .addObject("faults", faults);
    }

    private static Actor.Member reader(Actor actor) {
        if (actor instanceof Actor.Member member && KeepingSources.reads(member)) {
            return member;
        }
        throw new Refusal.NotFound();
    }
}
