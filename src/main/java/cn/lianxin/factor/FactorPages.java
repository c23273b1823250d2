package cn.lianxin.factor;

import cn.lianxin.identity.Members;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes the page about the own second factor. */
@Component
class FactorPages {

    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final RecoveryCodes recoveryCodes;
    private final MandatoryRoles mandatory;
    private final Members members;

    FactorPages(
            Authenticators authenticators,
            Passkeys passkeys,
            RecoveryCodes recoveryCodes,
            MandatoryRoles mandatory,
            Members members) {
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
        this.mandatory = mandatory;
        this.members = members;
    }

    /** Whoever owes one comes here without his roles; what they ask is read afresh. */
    ModelAndView own(Actor.Member member, Faults faults, Optional<FactorNote> done) {
        var person = member.person();
        var binding = mandatory.bind(members.mayAct(person).orElse(member));
        var page =
                new FactorPage(authenticators.since(person), passkeys.of(person), recoveryCodes.left(person), binding);
        return new ModelAndView("factor/mine")
                .addObject("mine", page)
                .addObject("faults", faults)
                .addObject("done", done);
    }

    ModelAndView refused(Actor.Member member, Refusal.Violation violation) {
        var page = own(member, Faults.of(violation), Optional.empty());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** Shown once: no cache keeps it. */
    static ModelAndView codes(List<RecoveryCode> codes, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new ModelAndView("factor/codes")
                .addObject("codes", codes.stream().map(RecoveryCode::printed).toList());
    }
}
