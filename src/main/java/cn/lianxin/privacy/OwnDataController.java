package cn.lianxin.privacy;

import cn.lianxin.identity.SigningIn;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.OwnTelephone;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.platform.web.SharedDevice;
import cn.lianxin.platform.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 我的信息: what is kept of whoever looks, and what he can do about it. */
@Controller
class OwnDataController {

    private final OwnData data;
    private final Copy copy;
    private final DataRequests requests;
    private final AskingForData asking;
    private final OwnTelephone telephone;
    private final Directory directory;
    private final SigningIn signingIn;
    private final AuditTrail trail;
    private final MessageSource messages;

    OwnDataController(
            OwnData data,
            Copy copy,
            DataRequests requests,
            AskingForData asking,
            OwnTelephone telephone,
            Directory directory,
            SigningIn signingIn,
            AuditTrail trail,
            MessageSource messages) {
        this.data = data;
        this.copy = copy;
        this.requests = requests;
        this.asking = asking;
        this.telephone = telephone;
        this.directory = directory;
        this.signingIn = signingIn;
        this.trail = trail;
        this.messages = messages;
    }

    @GetMapping("/me/data")
    ModelAndView show(@RequestParam(defaultValue = "false") boolean done, Actor.Member member) {
        return page(member, Faults.none(), Map.of(), done);
    }

    @PostMapping("/me/data/phone")
    ModelAndView correct(@RequestParam Map<String, String> typed, Actor.Member member) {
        return tried(typed, member, () -> telephone.correct(typed.getOrDefault("phone", ""), member));
    }

    @PostMapping("/me/data/requests")
    ModelAndView ask(@RequestParam Map<String, String> typed, Actor.Member member) {
        var kind = typed.containsKey("number") ? DataRequest.Kind.ERASE : DataRequest.Kind.CORRECT;
        return tried(
                typed,
                member,
                () -> asking.ask(kind, typed.getOrDefault("number", ""), typed.getOrDefault("words", ""), member));
    }

    /** Everything at once is worth stealing: whoever found the phone of somebody else does not get it. */
    @PostMapping("/me/data/copy")
    @Nullable
    ModelAndView copy(
            @RequestParam(defaultValue = "") String current,
            Actor.Member member,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            if (SharedDevice.is(request)) {
                throw new Refusal.Violation("current", "copy-shared-device");
            }
            signingIn.requirePassword(member.person(), current);
        } catch (Refusal.Violation violation) {
            return refused(violation, Map.of("form", "copy"), member);
        }
        trail.record(member, "privacy.copied", "person:" + member.person().value(), "");
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"lianxin-my-data.zip\"");
        response.setHeader("Cache-Control", "no-store");
        copy.write(member.person(), new Words(messages, locale), response.getOutputStream());
        return null;
    }

    private ModelAndView tried(Map<String, String> typed, Actor.Member member, Runnable change) {
        try {
            change.run();
            return LocalAddress.seeOther("/me/data?done=true");
        } catch (Refusal.Violation violation) {
            return refused(violation, typed, member);
        }
    }

    private ModelAndView refused(Refusal.Violation violation, Map<String, String> typed, Actor.Member member) {
        var page = page(member, Faults.of(violation), typed, false);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Actor.Member member, Faults faults, Map<String, String> typed, boolean done) {
        var own = requests.of(member.person());
        return new ModelAndView("privacy/own-data")
                .addObject("parts", data.of(member.person()))
                .addObject("phone", typed.getOrDefault("phone", telephone.of(member)))
                .addObject("requests", own)
                .addObject(
                        "owners",
                        directory.personNames(own.stream()
                                .map(DataRequest::owner)
                                .flatMap(Optional::stream)
                                .distinct()
                                .toList()))
                .addObject("typed", typed)
                .addObject("faults", faults)
                .addObject("done", done);
    }
}
