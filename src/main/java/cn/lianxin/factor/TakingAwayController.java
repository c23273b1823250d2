package cn.lianxin.factor;

import cn.lianxin.identity.Accounts;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Somebody else's second factor, for those who keep his account. */
@Controller
@RequestMapping("/accounts/{person:\\d+}/second-factor")
class TakingAwayController {

    /** What has just been done. */
    enum Done {
        FACTOR_TAKEN_AWAY
    }

    private final TakingAway takingAway;
    private final Accounts accounts;
    private final Directory directory;

    TakingAwayController(TakingAway takingAway, Accounts accounts, Directory directory) {
        this.takingAway = takingAway;
        this.accounts = accounts;
        this.directory = directory;
    }

    @GetMapping
    ModelAndView show(@PathVariable long person, @RequestParam Optional<Done> done, Actor by) {
        return page(new PersonId(person), "", Faults.none(), done, by);
    }

    @PostMapping("/end")
    ModelAndView takeAway(@PathVariable long person, @RequestParam(defaultValue = "") String reason, Actor by) {
        var id = new PersonId(person);
        try {
            takingAway.atDesk(id, reason, by);
            return LocalAddress.seeOther("/accounts/" + person + "/second-factor?done=" + Done.FACTOR_TAKEN_AWAY);
        } catch (Refusal.Violation violation) {
            var page = page(id, reason, Faults.of(violation), Optional.empty(), by);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private ModelAndView page(PersonId person, String reason, Faults faults, Optional<Done> done, Actor by) {
        return new ModelAndView("factor/taking-away")
                .addObject("there", takingAway.isThere(person, by))
                .addObject("obstacle", accounts.obstacle(person, by))
                .addObject("card", directory.person(person))
                .addObject("reason", reason)
                .addObject("faults", faults)
                .addObject("done", done);
    }
}
