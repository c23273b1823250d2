package cn.lianxin.precedent;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.Cursor;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Answers that were overturned, and their like ones for a second look. */
@Controller
@RequestMapping(OverturnedController.ADDRESS)
class OverturnedController {

    static final String ADDRESS = "/precedents/overturned";

    /** What somebody typed that was refused, so that it still stands there. */
    record Typed(String like, String found, String reason) {
        static final Typed NOTHING = new Typed("", "", "");

        public String reasonAt(String number) {
            return like.equals(number) ? reason : "";
        }

        public boolean chose(String number, SecondLook one) {
            return like.equals(number) && found.equals(one.name());
        }
    }

    private final LookingAgain lookingAgain;

    OverturnedController(LookingAgain lookingAgain) {
        this.lookingAgain = lookingAgain;
    }

    @GetMapping
    ModelAndView list(@RequestParam @Nullable String before, Actor actor) {
        var page = lookingAgain.page(Cursor.parse(before), actor);
        return page(page.rows(), page.next(), Faults.none(), Typed.NOTHING)
                .addObject("one", false)
                .addObject("first", before == null);
    }

    @GetMapping("/{number}")
    ModelAndView show(@PathVariable String number, Actor actor) {
        return one(number(number), Faults.none(), Typed.NOTHING, actor);
    }

    @PostMapping("/{number}/looks")
    ModelAndView look(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String like,
            @RequestParam(defaultValue = "") String found,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        if (!(actor instanceof Actor.Member member)) {
            throw new Refusal.NotFound();
        }
        var overturned = number(number);
        var choice = Arrays.stream(SecondLook.values())
                .filter(one -> one.name().equals(found))
                .findFirst();
        try {
            lookingAgain.look(overturned, number(like), choice, reason, member);
        } catch (Refusal.Violation violation) {
            var page =
                    one(overturned, Faults.of(violation), new Typed(number(like).toString(), found, reason), actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return LocalAddress.seeOther(ADDRESS + "/" + overturned);
    }

    private ModelAndView one(ConcernNumber number, Faults faults, Typed typed, Actor actor) {
        return page(List.of(lookingAgain.of(number, actor)), Optional.empty(), faults, typed)
                .addObject("one", true)
                .addObject("first", true);
    }

    private static ModelAndView page(List<Again> overturned, Optional<String> next, Faults faults, Typed typed) {
        return new ModelAndView("precedent/overturned")
                .addObject("overturned", overturned)
                .addObject("next", next)
                .addObject("faults", faults)
                .addObject("typed", typed);
    }

    private static ConcernNumber number(String text) {
        return ConcernNumber.parse(text).orElseThrow(Refusal.NotFound::new);
    }
}
