package cn.lianxin.factor;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.audit.SecurityEvent;
import cn.lianxin.platform.audit.SecurityLog;
import cn.lianxin.platform.fairness.CountsAs;
import cn.lianxin.platform.fairness.CountsAs.Cost;
import cn.lianxin.platform.fairness.Strangers;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/sign-in/passkey")
class SignInPasskeyController {

    private final SigningInByPasskey signingIn;
    private final Strangers strangers;
    private final SecurityLog security;

    SignInPasskeyController(SigningInByPasskey signingIn, Strangers strangers, SecurityLog security) {
        this.signingIn = signingIn;
        this.strangers = strangers;
        this.security = security;
    }

    @GetMapping
    @CountsAs(Cost.NOTHING)
    ModelAndView page(
            @RequestParam(defaultValue = "/") String back, HttpServletRequest request, HttpServletResponse response) {
        return page(back, Faults.none(), request, response);
    }

    @PostMapping
    @CountsAs(Cost.NOTHING)
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String clientData,
            @RequestParam(defaultValue = "") String authenticatorData,
            @RequestParam(defaultValue = "") String signature,
            @RequestParam(defaultValue = "") String handle,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        strangers.countSignIn(request);
        try {
            var signed = new Ceremony.Signed(id, clientData, authenticatorData, signature, handle);
            var onwards = signingIn.signIn(signed, LocalAddress.orHome(back), request, response);
            strangers.signedIn(request);
            return LocalAddress.seeOther(onwards);
        } catch (Refusal.Violation violation) {
            security.record(SecurityEvent.Kind.FACTOR_FAILED, Optional.empty(), request);
            var page = page(back, Faults.of(violation), request, response);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    /** Each time with a challenge of its own, so no cache keeps it. */
    private ModelAndView page(String back, Faults faults, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new ModelAndView("factor/sign-in-passkey")
                .addObject("challenge", signingIn.challenge())
                .addObject("site", Site.isPossible(request) ? request.getServerName() : "")
                .addObject("back", LocalAddress.orHome(back))
                .addObject("faults", faults);
    }
}
