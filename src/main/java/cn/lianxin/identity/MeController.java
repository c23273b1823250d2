package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class MeController {

    private final MePages pages;
    private final Directory directory;
    private final Deputizing deputizing;
    private final SigningOut signingOut;

    MeController(MePages pages, Directory directory, Deputizing deputizing, SigningOut signingOut) {
        this.pages = pages;
        this.directory = directory;
        this.deputizing = deputizing;
        this.signingOut = signingOut;
    }

    @GetMapping("/me")
    ModelAndView show(@RequestParam Optional<MeNote> done, Actor.Member member, HttpServletRequest request) {
        return page(member, DeputyForm.empty(), Faults.none(), done, request);
    }

    @PostMapping("/me/deputies")
    ModelAndView appoint(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            Actor.Member member,
            HttpServletRequest request) {
        try {
            var deputy = directory
                    .personByStaffNumber(number)
                    .orElseThrow(() -> new Refusal.Violation("number", "staff-number-unknown"));
            deputizing.appoint(deputy.id(), Typed.day("from", from), Typed.day("until", until), reason, member);
            return done(MeNote.DEPUTY_NAMED);
        } catch (Refusal.Violation violation) {
            var page = page(
                    member,
                    new DeputyForm(number, from, until, reason),
                    Faults.of(violation),
                    Optional.empty(),
                    request);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping("/me/deputies/{deputyship}/end")
    ModelAndView end(@PathVariable long deputyship, Actor.Member member) {
        deputizing.end(deputyship, member);
        return done(MeNote.DEPUTY_ENDED);
    }

    @PostMapping("/me/sessions/end")
    ModelAndView signOutElsewhere(Actor.Member member, HttpServletRequest request) {
        signingOut.signOutElsewhere(member, request);
        return done(MeNote.SIGNED_OUT_ELSEWHERE);
    }

    private static ModelAndView done(MeNote note) {
        return LocalAddress.seeOther("/me?done=" + note);
    }

    private ModelAndView page(
            Actor.Member member, DeputyForm form, Faults faults, Optional<MeNote> done, HttpServletRequest request) {
        var here = SessionCookie.read(request).map(SessionToken::digest).orElse("");
        return new ModelAndView("identity/me")
                .addObject("me", pages.of(member, here))
                .addObject("form", form)
                .addObject("faults", faults)
                .addObject("done", done);
    }
}
