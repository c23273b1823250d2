package cn.lianxin.factor;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class SignInCodeController {

    private final GivingCode giving;

    SignInCodeController(GivingCode giving) {
        this.giving = giving;
    }

    @GetMapping(CodeStep.ADDRESS)
    ModelAndView page(HttpServletRequest request) {
        return giving.begun(request)
                .map(half -> page(half, Faults.none()))
                .orElseGet(() -> LocalAddress.seeOther("/sign-in"));
    }

    /** One of the two is typed: what the app shows, or what stands on the paper. */
    @PostMapping(CodeStep.ADDRESS)
    ModelAndView give(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String recovery,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var field = recovery.isBlank() ? "code" : "recovery";
            return LocalAddress.seeOther(giving.give(recovery.isBlank() ? code : recovery, field, request, response));
        } catch (Refusal.Violation violation) {
            var half = giving.begun(request).orElseThrow(() -> violation);
            var page = page(half, Faults.of(violation));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private ModelAndView page(HalfSignIns.HalfSignIn half, Faults faults) {
        return new ModelAndView("factor/code")
                .addObject("app", giving.byApp(half))
                .addObject("passkey", giving.byPasskey(half))
                .addObject("faults", faults);
    }
}
