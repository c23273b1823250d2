package cn.lianxin.companyaccount;

import cn.lianxin.companyaccount.CompanyDirectory.Finding;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For administrators: what is set up, whether it answers, and the secrets by which this installation asks. */
@Controller
class CompanyAccountController {

    private static final String ADDRESS = "/company-account";

    private final ObjectProvider<CompanyDirectory> directory;
    private final ObjectProvider<OpenIdSignIn> openId;
    private final OwnSecrets secrets;

    CompanyAccountController(
            ObjectProvider<CompanyDirectory> directory, ObjectProvider<OpenIdSignIn> openId, OwnSecrets secrets) {
        this.directory = directory;
        this.openId = openId;
        this.secrets = secrets;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(@RequestParam(defaultValue = "false") boolean kept, Actor by) {
        mustKeepTheInstallation(by);
        return page("", Optional.empty(), kept, Faults.none());
    }

    /** Asks the directory whether it knows this number; nobody is signed in by it. */
    @PostMapping(ADDRESS + "/check")
    ModelAndView check(@RequestParam(defaultValue = "") String number, Actor by) {
        mustKeepTheInstallation(by);
        var asked = Optional.ofNullable(directory.getIfAvailable()).orElseThrow(Refusal.NotFound::new);
        return page(number, Optional.of(asked.look(number.strip())), false, Faults.none());
    }

    @PostMapping(ADDRESS + "/secret")
    ModelAndView keep(
            @RequestParam(defaultValue = "") String which, @RequestParam(defaultValue = "") String secret, Actor by) {
        mustKeepTheInstallation(by);
        var known = Arrays.stream(OwnSecret.values())
                .filter(one -> one.name().equals(which))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
        try {
            secrets.keep(known, secret, by);
            return LocalAddress.seeOther(ADDRESS + "?kept=true");
        } catch (Refusal.Violation violation) {
            var page = page("", Optional.empty(), false, Faults.of(violation));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private ModelAndView page(String number, Optional<Finding> finding, boolean kept, Faults faults) {
        return new ModelAndView("companyaccount/company-account")
                .addObject("directoryOn", directory.getIfAvailable() != null)
                .addObject("directorySecret", secrets.find(OwnSecret.DIRECTORY).isPresent())
                .addObject(
                        "redirect",
                        Optional.ofNullable(openId.getIfAvailable())
                                .map(door -> door.redirect().toString())
                                .orElse(""))
                .addObject("openIdSecret", secrets.find(OwnSecret.OPENID).isPresent())
                .addObject("number", number)
                .addObject("finding", finding)
                .addObject("kept", kept)
                .addObject("faults", faults);
    }

    private static void mustKeepTheInstallation(Actor by) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new Refusal.NotFound();
        }
    }
}
