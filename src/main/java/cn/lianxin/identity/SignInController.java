package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.audit.SecurityEvent;
import cn.lianxin.platform.audit.SecurityLog;
import cn.lianxin.platform.fairness.CountsAs;
import cn.lianxin.platform.fairness.CountsAs.Cost;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class SignInController {

    private final SigningIn signingIn;
    private final SigningOut signingOut;
    private final SecurityLog security;
    private final Optional<CompanyDoor> door;

    SignInController(SigningIn signingIn, SigningOut signingOut, SecurityLog security, Optional<CompanyDoor> door) {
        this.signingIn = signingIn;
        this.signingOut = signingOut;
        this.security = security;
        this.door = door;
    }

    @GetMapping("/sign-in")
    @CountsAs(Cost.NOTHING)
    ModelAndView page(@RequestParam(defaultValue = "/") String back, Actor actor) {
        return actor instanceof Actor.Member ? LocalAddress.seeOther(back) : page("", back, Faults.none());
    }

    /** Counted where the device is known ({@link SigningIn}). */
    @PostMapping("/sign-in")
    @CountsAs(Cost.NOTHING)
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return LocalAddress.seeOther(
                    signingIn.signIn(number, password, LocalAddress.orHome(back), request, response));
        } catch (Refusal.Violation violation) {
            var page = page(number, back, Faults.of(violation));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    /** What the browser kept to work without a network goes too. */
    @PostMapping("/sign-out")
    ModelAndView signOut(Actor by, HttpServletRequest request, HttpServletResponse response) {
        signingOut.signOut(request, response);
        if (by instanceof Actor.Member member) {
            security.record(SecurityEvent.Kind.SIGNED_OUT, Optional.of(member.person()), request);
        }
        response.setHeader("Clear-Site-Data", "\"storage\"");
        return LocalAddress.seeOther(
                door.flatMap(way -> way.afterSignOut(request, response)).orElse("/"));
    }

    /** Somebody who came by typing the address, or went back to it. */
    @GetMapping("/sign-out")
    ModelAndView signOutPage() {
        return new ModelAndView("identity/sign-out");
    }

    private ModelAndView page(String number, String back, Faults faults) {
        return new ModelAndView("identity/sign-in")
                .addObject("number", number)
                .addObject("back", LocalAddress.orHome(back))
                .addObject("door", door.map(CompanyDoor::address).orElse(""))
                .addObject("faults", faults);
    }
}
