package cn.lianxin.privacy;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.LocalAddress;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The one page before all others; later anybody reads it again here. */
@Controller
class StatementController {

    private final Confirming confirming;

    StatementController(Confirming confirming) {
        this.confirming = confirming;
    }

    @GetMapping("/me/statement")
    ModelAndView show(@RequestParam(defaultValue = "/") String back, Actor.Member member) {
        var statements = confirming.statements();
        var confirmed = confirming.latestOf(member.person());
        var known = confirmed.map(Confirming.Confirmed::version).orElse(0);
        return new ModelAndView("privacy/statement")
                .addObject("statement", statements.current())
                .addObject("confirmed", confirmed)
                .addObject(
                        "changed",
                        List.of(
                                known == 0 ? List.of() : statements.changedSince(known, true),
                                known == 0 ? List.of() : statements.changedSince(known, false)))
                .addObject("back", LocalAddress.orHome(back));
    }

    @PostMapping("/me/statement")
    ModelAndView confirm(
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "/") String back,
            Actor.Member member) {
        confirming.confirm(member.person(), version);
        return LocalAddress.seeOther(back);
    }
}
