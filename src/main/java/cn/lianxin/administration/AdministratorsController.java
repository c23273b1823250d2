package cn.lianxin.administration;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.AuditTrail;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who the three are, for them and for whoever watches them; what they did and who signed in, for the latter alone. */
@Controller
@RequestMapping("/administrators")
class AdministratorsController {

    private final Duties duties;
    private final Deeds deeds;
    private final SignIns signIns;

    AdministratorsController(Duties duties, Deeds deeds, SignIns signIns) {
        this.duties = duties;
        this.deeds = deeds;
        this.signIns = signIns;
    }

    @GetMapping
    ModelAndView show(Actor actor) {
        if (Role.ADMINISTRATORS.stream().noneMatch(actor::is) && !AuditTrail.isReadBy(actor)) {
            throw new Refusal.NotFound();
        }
        return new ModelAndView("administration/administrators")
                .addObject("duties", duties.all())
                .addObject("reads", AuditTrail.isReadBy(actor));
    }

    @GetMapping("/deeds")
    ModelAndView deeds(@RequestParam Optional<String> after, Actor actor) {
        return new ModelAndView("administration/deeds").addObject("deeds", deeds.newest(after, actor));
    }

    @GetMapping("/sign-ins")
    ModelAndView signIns(@RequestParam Optional<String> after, Actor actor) {
        return new ModelAndView("administration/sign-ins").addObject("events", signIns.newest(after, actor));
    }
}
