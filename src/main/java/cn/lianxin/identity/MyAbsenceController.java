package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** I am underground until then; I am on leave; I am back. */
@Controller
@RequestMapping("/me")
class MyAbsenceController {

    private final MePages pages;
    private final Directory directory;
    private final GoingAway goingAway;
    private final Clock clock;

    MyAbsenceController(MePages pages, Directory directory, GoingAway goingAway, Clock clock) {
        this.pages = pages;
        this.directory = directory;
        this.goingAway = goingAway;
        this.clock = clock;
    }

    @PostMapping("/absences")
    ModelAndView leave(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            Actor.Member member,
            HttpServletRequest request) {
        return made(
                MeNote.AWAY,
                AbsenceForm.leave("", number, from, until, reason),
                member,
                request,
                () -> goingAway.leave(
                        named("number", number), Typed.day("from", from), Typed.day("until", until), reason, member));
    }

    /** @param time of day, today or, where that has passed, tomorrow */
    @PostMapping("/absences/underground")
    ModelAndView underground(
            @RequestParam(defaultValue = "") String time, Actor.Member member, HttpServletRequest request) {
        return made(
                MeNote.AWAY,
                AbsenceForm.underground(time),
                member,
                request,
                () -> goingAway.underground(Typed.nextTime("time", time, clock.instant()), member));
    }

    @PostMapping("/absences/{absence}/end")
    ModelAndView end(@PathVariable long absence, Actor.Member member) {
        goingAway.end(absence, member);
        return LocalAddress.seeOther("/me?done=" + MeNote.BACK);
    }

    @PostMapping("/absences/{absence}/decline")
    ModelAndView decline(@PathVariable long absence, Actor.Member member) {
        goingAway.decline(absence, member);
        return LocalAddress.seeOther("/me?done=" + MeNote.DECLINED);
    }

    @PostMapping("/usual-deputy")
    ModelAndView nameUsually(
            @RequestParam(defaultValue = "") String usual, Actor.Member member, HttpServletRequest request) {
        return made(
                MeNote.USUAL_DEPUTY,
                AbsenceForm.usually(usual),
                member,
                request,
                () -> goingAway.nameUsually(named("usual", usual), member));
    }

    private ModelAndView made(
            MeNote note, AbsenceForm form, Actor.Member member, HttpServletRequest request, Runnable activity) {
        try {
            activity.run();
            return LocalAddress.seeOther("/me?done=" + note);
        } catch (Refusal.Violation violation) {
            var page = pages.page(member, form, Faults.of(violation), Optional.empty(), request);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private Optional<PersonId> named(String field, String number) {
        return number.isBlank()
                ? Optional.empty()
                : Optional.of(directory
                        .personByStaffNumber(number.strip())
                        .orElseThrow(() -> new Refusal.Violation(field, "staff-number-unknown"))
                        .id());
    }
}
