package cn.lianxin.factor;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Enterprise;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.platform.web.QrPicture;
import cn.lianxin.platform.web.SharedDevice;
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

/** Everybody's own second factor. What is secret stands on one page, once, and in no cache. */
@Controller
@RequestMapping(MyFactorController.HERE)
class MyFactorController {

    static final String HERE = "/me/second-factor";

    private final Enrolling enrolling;
    private final FactorPages pages;
    private final Directory directory;
    private final Enterprise enterprise;

    MyFactorController(Enrolling enrolling, FactorPages pages, Directory directory, Enterprise enterprise) {
        this.enrolling = enrolling;
        this.pages = pages;
        this.directory = directory;
        this.enterprise = enterprise;
    }

    @GetMapping
    ModelAndView show(@RequestParam Optional<FactorNote> done, Actor.Member member) {
        return pages.own(member, Faults.none(), done);
    }

    @PostMapping("/enrolment")
    ModelAndView begin(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String code,
            Actor.Member member,
            HttpServletRequest request) {
        try {
            if (SharedDevice.is(request)) {
                throw new Refusal.Violation("", "factor-shared-device");
            }
            enrolling.begin(current, code, member);
            return LocalAddress.seeOther(HERE + "/enrolment");
        } catch (Refusal.Violation violation) {
            return pages.refused(member, violation);
        }
    }

    @GetMapping("/enrolment")
    ModelAndView enrolment(Actor.Member member, HttpServletResponse response) {
        return enrolling
                .begun(member)
                .map(secret -> enrolment(secret, Faults.none(), member, response))
                .orElseGet(() -> LocalAddress.seeOther(HERE));
    }

    @PostMapping("/confirmation")
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String code,
            Actor.Member member,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return FactorPages.codes(enrolling.confirm(code, member, request), response);
        } catch (Refusal.Violation violation) {
            var secret = enrolling.begun(member).orElseThrow(() -> violation);
            var page = enrolment(secret, Faults.of(violation), member, response);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping("/recovery-codes")
    ModelAndView renewCodes(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String code,
            Actor.Member member,
            HttpServletResponse response) {
        try {
            return FactorPages.codes(enrolling.renewCodes(current, code, member), response);
        } catch (Refusal.Violation violation) {
            return pages.refused(member, violation);
        }
    }

    @PostMapping("/end")
    ModelAndView end(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String code,
            Actor.Member member,
            HttpServletRequest request) {
        try {
            enrolling.end(current, code, member, request);
            return LocalAddress.seeOther(HERE + "?done=" + FactorNote.SWITCHED_OFF);
        } catch (Refusal.Violation violation) {
            return pages.refused(member, violation);
        }
    }

    private ModelAndView enrolment(
            SharedSecret secret, Faults faults, Actor.Member member, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var issuer = enterprise.name().isEmpty() ? "连心" : "连心 " + enterprise.name();
        var address = secret.address(issuer, directory.person(member.person()).staffNumber());
        return new ModelAndView("factor/enrolment")
                .addObject("groups", secret.groups())
                .addObject("address", address)
                .addObject("qr", QrPicture.of(address))
                .addObject("faults", faults);
    }
}
