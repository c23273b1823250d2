package cn.lianxin.factor;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.platform.web.SharedDevice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Everybody's own devices that sign him in. */
@Controller
@RequestMapping(MyFactorController.HERE + "/passkeys")
class MyPasskeysController {

    private final KeepingPasskeys keeping;
    private final FactorPages pages;
    private final Directory directory;

    MyPasskeysController(KeepingPasskeys keeping, FactorPages pages, Directory directory) {
        this.keeping = keeping;
        this.pages = pages;
        this.directory = directory;
    }

    /** Answers with the page on which the device is asked; it cannot be reached without a word of who he is. */
    @PostMapping("/new")
    ModelAndView begin(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String code,
            Actor.Member member,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            if (SharedDevice.is(request)) {
                throw new Refusal.Violation("", "factor-shared-device");
            }
            if (!Site.isPossible(request)) {
                throw new Refusal.Violation("", "passkey-site");
            }
            var challenge = keeping.begin(current, code, member);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            return new ModelAndView("factor/new-passkey")
                    .addObject("challenge", challenge)
                    .addObject("site", request.getServerName())
                    .addObject("handle", Passkey.handleOf(member.person()))
                    .addObject("number", directory.person(member.person()).staffNumber())
                    .addObject("known", ids(keeping.of(member)));
        } catch (Refusal.Violation violation) {
            return pages.refused(member, violation);
        }
    }

    @PostMapping
    ModelAndView add(
            @RequestParam(defaultValue = "") String clientData,
            @RequestParam(defaultValue = "") String attestation,
            Actor.Member member,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var codes = keeping.add(clientData, attestation, member, request);
            return codes.isEmpty() ? done(FactorNote.PASSKEY_ADDED) : FactorPages.codes(codes, response);
        } catch (Refusal.Violation violation) {
            return pages.refused(member, violation);
        }
    }

    @PostMapping("/{id:[A-Za-z0-9_-]+}/end")
    ModelAndView end(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String code,
            Actor.Member member,
            HttpServletRequest request) {
        try {
            keeping.end(id, current, code, member, request);
            return done(FactorNote.PASSKEY_REMOVED);
        } catch (Refusal.Violation violation) {
            return pages.refused(member, violation);
        }
    }

    private static List<String> ids(List<Passkey> passkeys) {
        return passkeys.stream().map(Passkey::id).toList();
    }

    private static ModelAndView done(FactorNote note) {
        return LocalAddress.seeOther(MyFactorController.HERE + "?done=" + note);
    }
}
