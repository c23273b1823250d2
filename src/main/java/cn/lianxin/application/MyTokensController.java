package cn.lianxin.application;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.platform.web.SharedDevice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The applications that act for the person himself. */
@Controller
class MyTokensController {

    private static final String HERE = "/me/tokens";

    private final IssuingTokens issuing;
    private final ApplicationPages pages;

    MyTokensController(IssuingTokens issuing, ApplicationPages pages) {
        this.issuing = issuing;
        this.pages = pages;
    }

    @GetMapping(HERE)
    ModelAndView list(Actor.Member member) {
        return pages.own(TokenForm.empty(), Faults.none(), member);
    }

    @PostMapping(HERE)
    ModelAndView issue(
            @RequestParam(defaultValue = "0") long application,
            @RequestParam(defaultValue = "") List<String> scopes,
            @RequestParam(defaultValue = "0") int days,
            @RequestParam(defaultValue = "") String current,
            Actor.Member member,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            if (SharedDevice.is(request)) {
                throw new Refusal.Violation("", "token-shared-device");
            }
            var token = issuing.issueFor(application, ApplicationForm.chosen(scopes), days, current, member);
            return ApplicationPages.issued(token, HERE, response);
        } catch (Refusal.Violation violation) {
            return pages.own(new TokenForm(application, scopes, days), Faults.of(violation), member);
        }
    }

    @PostMapping(HERE + "/{token}/end")
    ModelAndView revoke(@PathVariable long token, Actor.Member member) {
        issuing.revokeOwn(token, member);
        return LocalAddress.seeOther(HERE);
    }
}
