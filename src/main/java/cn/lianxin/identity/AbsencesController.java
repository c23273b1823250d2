package cn.lianxin.identity;

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

/** Who is away below a leader or a desk, and saying it for somebody who is ill and cannot. */
@Controller
@RequestMapping("/absences")
class AbsencesController {

    private final GoingAway goingAway;
    private final Directory directory;

    AbsencesController(GoingAway goingAway, Directory directory) {
        this.goingAway = goingAway;
        this.directory = directory;
    }

    @GetMapping
    ModelAndView list(@RequestParam Optional<MeNote> done, Actor actor) {
        return page(AbsenceForm.empty(), Faults.none(), done, actor);
    }

    @PostMapping
    ModelAndView enter(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        AbsenceKeepers.requireKeeper(actor);
        try {
            goingAway.enterFor(
                    absent(person, actor),
                    number.isBlank() ? Optional.empty() : Optional.of(known("number", number)),
                    Typed.day("from", from),
                    Typed.day("until", until),
                    reason,
                    actor);
            return LocalAddress.seeOther("/absences?done=" + MeNote.ENTERED);
        } catch (Refusal.Violation violation) {
            var form = AbsenceForm.leave(person, number, from, until, reason);
            var page = page(form, Faults.of(violation), Optional.empty(), actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping("/{absence}/end")
    ModelAndView end(@PathVariable long absence, Actor actor) {
        AbsenceKeepers.requireKeeper(actor);
        goingAway.end(absence, actor);
        return LocalAddress.seeOther("/absences?done=" + MeNote.BACK);
    }

    /** Somebody of other units is as unknown here as somebody who does not exist. */
    private PersonId absent(String number, Actor actor) {
        var person = known("person", number);
        if (!goingAway.keeps(person, actor)) {
            throw new Refusal.Violation("person", "staff-number-unknown");
        }
        return person;
    }

    private PersonId known(String field, String number) {
        return directory
                .personByStaffNumber(number.strip())
                .orElseThrow(() -> new Refusal.Violation(field, "staff-number-unknown"))
                .id();
    }

    private ModelAndView page(AbsenceForm form, Faults faults, Optional<MeNote> done, Actor actor) {
        return new ModelAndView("identity/absences")
                .addObject("absences", goingAway.below(actor))
                .addObject("form", form)
                .addObject("faults", faults)
                .addObject("done", done);
    }
}
