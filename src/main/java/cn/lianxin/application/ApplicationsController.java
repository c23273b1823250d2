package cn.lianxin.application;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class ApplicationsController {

    private final RegisteringApplications registering;
    private final IssuingTokens issuing;
    private final ApplicationPages pages;

    ApplicationsController(RegisteringApplications registering, IssuingTokens issuing, ApplicationPages pages) {
        this.registering = registering;
        this.issuing = issuing;
        this.pages = pages;
    }

    @GetMapping("/applications")
    ModelAndView list(Actor actor) {
        return pages.list(ApplicationForm.empty(), Faults.none(), actor);
    }

    @PostMapping("/applications")
    ModelAndView register(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "0") long unit,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") List<String> scopes,
            Actor actor) {
        var form = new ApplicationForm(name, purpose, unit, owner, scopes);
        try {
            return LocalAddress.seeOther(address(registering.register(form, actor)));
        } catch (Refusal.Violation violation) {
            return pages.list(form, Faults.of(violation), actor);
        }
    }

    @GetMapping("/applications/{application}")
    ModelAndView show(@PathVariable long application, Actor actor) {
        return pages.show(application, actor);
    }

    @PostMapping("/applications/{application}")
    ModelAndView change(
            @PathVariable long application,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") List<String> scopes,
            Actor actor) {
        var form = new ApplicationForm("", purpose, 0, owner, scopes);
        try {
            registering.change(application, form, actor);
            return LocalAddress.seeOther(address(application));
        } catch (Refusal.Violation violation) {
            return pages.show(application, form, TokenForm.empty(), Faults.of(violation), actor);
        }
    }

    @PostMapping("/applications/{application}/retirement")
    ModelAndView retire(@PathVariable long application, Actor actor) {
        registering.retire(application, actor);
        return LocalAddress.seeOther("/applications");
    }

    @PostMapping("/applications/{application}/tokens")
    ModelAndView issue(
            @PathVariable long application,
            @RequestParam(defaultValue = "") List<String> scopes,
            @RequestParam(defaultValue = "0") int days,
            Actor actor,
            HttpServletResponse response) {
        try {
            var token = issuing.issue(application, ApplicationForm.chosen(scopes), days, actor);
            return ApplicationPages.issued(token, address(application), response);
        } catch (Refusal.Violation violation) {
            return pages.show(
                    application,
                    ApplicationForm.of(registering.get(application, actor)),
                    new TokenForm(application, scopes, days),
                    Faults.of(violation),
                    actor);
        }
    }

    @PostMapping("/applications/{application}/tokens/{token}/replacement")
    ModelAndView replace(
            @PathVariable long application,
            @PathVariable long token,
            @RequestParam(defaultValue = "90") int days,
            Actor actor,
            HttpServletResponse response) {
        return ApplicationPages.issued(
                issuing.replace(application, token, days, actor), address(application), response);
    }

    @PostMapping("/applications/{application}/tokens/{token}/end")
    ModelAndView revoke(@PathVariable long application, @PathVariable long token, Actor actor) {
        issuing.revoke(application, token, actor);
        return LocalAddress.seeOther(address(application));
    }

    private static String address(long application) {
        return "/applications/" + application;
    }
}
