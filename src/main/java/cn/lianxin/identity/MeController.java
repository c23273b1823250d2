package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class MeController {

    private final MePages pages;
    private final SigningOut signingOut;

    MeController(MePages pages, SigningOut signingOut) {
        this.pages = pages;
        this.signingOut = signingOut;
    }

    @GetMapping("/me")
    ModelAndView show(@RequestParam Optional<MeNote> done, Actor.Member member, HttpServletRequest request) {
        return pages.page(member, AbsenceForm.empty(), Faults.none(), done, request);
    }

    @PostMapping("/me/sessions/{session:[0-9a-f]{16}}/end")
    ModelAndView signOutThere(@PathVariable String session, Actor.Member member) {
        signingOut.signOutThere(session, member);
        return LocalAddress.seeOther("/me?done=" + MeNote.SIGNED_OUT_THERE);
    }

    @PostMapping("/me/sessions/end")
    ModelAndView signOutElsewhere(Actor.Member member, HttpServletRequest request) {
        signingOut.signOutElsewhere(member, request);
        return LocalAddress.seeOther("/me?done=" + MeNote.SIGNED_OUT_ELSEWHERE);
    }
}
