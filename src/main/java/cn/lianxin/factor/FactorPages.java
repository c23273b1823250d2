package cn.lianxin.factor;

import cn.lianxin.identity.Members;
import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Faults;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes the page about the own second factor. */
@Component
class FactorPages {

    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;
    private final MandatoryRoles mandatory;
    private final Members members;

    FactorPages(
            Authenticators authenticators, RecoveryCodes recoveryCodes, MandatoryRoles mandatory, Members members) {
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.mandatory = mandatory;
        this.members = members;
    }

    /** Whoever owes one comes here without his roles; what they ask is read afresh. */
    ModelAndView own(Actor.Member member, Faults faults, Optional<FactorNote> done) {
        var person = member.person();
        var binding = mandatory.bind(members.mayAct(person).orElse(member));
        return new ModelAndView("factor/mine")
                .addObject(
                        "mine", new FactorPage(authenticators.since(person), recoveryCodes.left(person), binding))
                .addObject("faults", faults)
                .addObject("done", done);
    }
}
