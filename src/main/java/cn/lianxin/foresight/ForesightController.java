package cn.lianxin.foresight;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.platform.web.Words;
import cn.lianxin.promise.Matters;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 见微知著: four questions in short, each with all of its rows, and the digest of Monday. */
@Controller
class ForesightController {

    private final Outlooks outlooks;
    private final Subscribing subscribing;
    private final Matters matters;
    private final MessageSource messages;

    ForesightController(Outlooks outlooks, Subscribing subscribing, Matters matters, MessageSource messages) {
        this.outlooks = outlooks;
        this.subscribing = subscribing;
        this.matters = matters;
        this.messages = messages;
    }

    @GetMapping("/foresight")
    ModelAndView show(@RequestParam Optional<Long> unit, Locale language, Actor actor) {
        return page(unit, Optional.empty(), Faults.none(), language, member(actor));
    }

    @GetMapping("/foresight/{part}")
    ModelAndView part(@PathVariable String part, @RequestParam Optional<Long> unit, Locale language, Actor actor) {
        var only = Part.at(part).orElseThrow(Refusal.NotFound::new);
        return page(unit, Optional.of(only), Faults.none(), language, member(actor));
    }

    @PostMapping("/foresight/digest")
    ModelAndView begin(Locale language, Actor actor) {
        var member = member(actor);
        try {
            subscribing.begin(member);
            return LocalAddress.seeOther("/foresight");
        } catch (Refusal.Violation violation) {
            var page = page(Optional.empty(), Optional.empty(), Faults.of(violation), language, member);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping("/foresight/digest/end")
    ModelAndView end(Actor actor) {
        subscribing.end(member(actor));
        return LocalAddress.seeOther("/foresight");
    }

    private ModelAndView page(
            Optional<Long> unit, Optional<Part> only, Faults faults, Locale language, Actor.Member reader) {
        return new ModelAndView("foresight/foresight")
                .addObject("outlook", outlooks.of(unit.map(UnitId::new), only, reader, new Words(messages, language)))
                .addObject("matters", matters)
                .addObject("subscribed", subscribing.has(reader))
                .addObject("faults", faults);
    }

    /** There is nothing here for programs, nor for whoever has no board. */
    private static Actor.Member member(Actor actor) {
        if (actor instanceof Actor.Member member && Places.looks(member)) {
            return member;
        }
        throw new Refusal.NotFound();
    }
}
