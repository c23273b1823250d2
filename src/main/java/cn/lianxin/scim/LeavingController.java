package cn.lianxin.scim;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.web.Faults;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whom a push did not let go, and the word of the administrator that he means it. */
@Controller
@RequestMapping(LeavingController.PATH)
class LeavingController {

    static final String PATH = "/personnel/leaving";

    private final PermittingLeaving permitting;

    LeavingController(PermittingLeaving permitting) {
        this.permitting = permitting;
    }

    @GetMapping
    ModelAndView show(Actor actor) {
        return page("", Map.of(), Faults.none(), actor);
    }

    @PostMapping("/{unit}")
    ModelAndView permit(@PathVariable String unit, @RequestParam Map<String, String> values, Actor actor) {
        try {
            permitting.permit(
                    new UnitId(Ids.of(unit)),
                    values.getOrDefault("most", ""),
                    values.getOrDefault("reason", ""),
                    actor);
            return new ModelAndView("redirect:" + PATH, HttpStatus.SEE_OTHER);
        } catch (Refusal.Violation violation) {
            var page = page(unit, values, Faults.of(violation), actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private ModelAndView page(String form, Map<String, String> typed, Faults faults, Actor actor) {
        return new ModelAndView("scim/leaving")
                .addObject("units", permitting.stopped(actor))
                .addObject("form", form)
                .addObject("typed", typed)
                .addObject("faults", faults);
    }
}
