package cn.lianxin.platform.retention;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** To everybody: what is kept, why and how long; to administrators and supervisors what they may change. */
@Controller
class RetentionController {

    private final DataKinds kinds;
    private final ChangingTerms changing;
    private final Holds holds;

    RetentionController(DataKinds kinds, ChangingTerms changing, Holds holds) {
        this.kinds = kinds;
        this.changing = changing;
        this.holds = holds;
    }

    @GetMapping("/retention")
    ModelAndView show(@RequestParam(defaultValue = "false") boolean done, Actor.Member by) {
        return page(by, Faults.none(), Map.of(), done);
    }

    @PostMapping("/retention/{kind:[a-z-]{1,40}}")
    ModelAndView change(@PathVariable String kind, @RequestParam Map<String, String> typed, Actor by) {
        return tried(typed, by, kind, () -> changing.change(kind, days(typed), word(typed, "reason"), by));
    }

    @PostMapping("/retention/holds")
    ModelAndView place(@RequestParam Map<String, String> typed, Actor by) {
        return tried(typed, by, "holds", () -> holds.place(word(typed, "number"), word(typed, "reason"), by));
    }

    @PostMapping("/retention/holds/{number:[0-9-]{14}}/end")
    ModelAndView lift(@PathVariable String number, Actor by) {
        holds.lift(number, by);
        return LocalAddress.seeOther("/retention?done=true#holds");
    }

    private ModelAndView tried(Map<String, String> typed, Actor by, String form, Runnable change) {
        try {
            change.run();
            return LocalAddress.seeOther("/retention?done=true");
        } catch (Refusal.Violation violation) {
            var again = new HashMap<>(typed);
            again.put("form", form);
            var page = page(by, Faults.of(violation), again, false);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private ModelAndView page(Actor by, Faults faults, Map<String, String> typed, boolean done) {
        return new ModelAndView("platform/retention/retention")
                .addObject("kinds", kinds.all())
                .addObject("changes", ChangingTerms.keeps(by))
                .addObject("holds", Holds.places(by) ? Optional.of(holds.standing()) : Optional.empty())
                .addObject("typed", typed)
                .addObject("faults", faults)
                .addObject("done", done);
    }

    private static int days(Map<String, String> typed) {
        var text = word(typed, "days").strip();
        if (!text.matches("[0-9]{1,6}")) {
            throw new Refusal.Violation("days", "term-number");
        }
        return Integer.parseInt(text);
    }

    private static String word(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "");
    }
}
