package cn.lianxin.platform.fairness;

import cn.lianxin.platform.fairness.CountsAs.Cost;
import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes work that was done beforehand, or a turn that has come, and goes on to where somebody wanted. */
@Controller
class PassController {

    private final Strangers strangers;
    private final Passes passes;

    PassController(Strangers strangers, Passes passes) {
        this.strangers = strangers;
        this.passes = passes;
    }

    /** Somebody who changes the language meanwhile comes back to the address alone. */
    @GetMapping("/pass")
    @CountsAs(Cost.NOTHING)
    ModelAndView home() {
        return LocalAddress.seeOther("/");
    }

    @PostMapping("/pass")
    @CountsAs(Cost.NOTHING)
    @Nullable
    ModelAndView take(
            @RequestParam(defaultValue = "/") String back,
            @RequestParam(name = Strangers.TURN_FIELD, defaultValue = "") String turn,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (strangers.bringsSomething(request, Neighbourhood.of(request))) {
            passes.give(request, response);
        } else if (request.getHeader(Strangers.PROOF) != null || !turn.isEmpty()) {
            throw MustWait.stranger(1);
        }
        if (request.getHeader(Strangers.PROOF) == null) {
            return LocalAddress.seeOther(back);
        }
        response.setStatus(HttpStatus.NO_CONTENT.value());
        // An empty one would be looked for as a page named pass.
        return null;
    }
}
