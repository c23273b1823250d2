package cn.lianxin.api.person;

import static cn.lianxin.application.ApplicationScope.SELF;
import static cn.lianxin.application.ApplicationScope.WORK;

import cn.lianxin.api.document.FromBody;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.identity.GoingAway;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller goes underground or on leave, comes back, and says for others that they are away. */
@RestController
@RequestMapping("/api/v1")
class AbsencesController {

    record ShiftBelow(Instant until) {}

    /**
     * @param deputy staff number; without one the usual deputy, or the next in line
     * @param until the last day, included
     */
    record Leave(Optional<String> deputy, LocalDate from, LocalDate until, String reason) {}

    /** @param person staff number of who is away */
    record LeaveOfAnother(String person, Optional<String> deputy, LocalDate from, LocalDate until, String reason) {}

    /** @param deputy staff number; without one the next in line acts */
    record UsualDeputy(Optional<String> deputy) {}

    record Absences(List<AbsenceItem> items) {}

    private final GoingAway goingAway;
    private final Directory directory;

    AbsencesController(GoingAway goingAway, Directory directory) {
        this.goingAway = goingAway;
        this.directory = directory;
    }

    @PostMapping("/me/absences/underground")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(Topic.PERSON)
    @RequiresScope(SELF)
    void goUnderground(@FromBody ShiftBelow shift, Actor actor) {
        goingAway.underground(shift.until(), MeController.member(actor));
    }

    @PostMapping("/me/absences")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(Topic.PERSON)
    @RequiresScope(SELF)
    void takeLeave(@FromBody Leave leave, Actor actor) {
        goingAway.leave(
                deputy(leave.deputy()), leave.from(), leave.until(), leave.reason(), MeController.member(actor));
    }

    @PostMapping("/me/usual-deputy")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.PERSON)
    @RequiresScope(SELF)
    void chooseUsualDeputy(@FromBody UsualDeputy chosen, Actor actor) {
        goingAway.nameUsually(deputy(chosen.deputy()), MeController.member(actor));
    }

    @PostMapping("/absences/{absence}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.PERSON)
    @RequiresScope(SELF)
    void declineStandingIn(@PathVariable String absence, Actor actor) {
        goingAway.decline(Ids.of(absence), MeController.member(actor));
    }

    @PostMapping("/absences/{absence}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.PERSON)
    @RequiresScope({SELF, WORK})
    void endAbsence(@PathVariable String absence, Actor actor) {
        goingAway.end(Ids.of(absence), actor);
    }

    @GetMapping("/absences")
    @Operation(Topic.PERSON)
    @RequiresScope(WORK)
    Absences listAbsences(Actor actor) {
        return new Absences(goingAway.below(actor).stream().map(AbsenceItem::of).toList());
    }

    @PostMapping("/absences")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(Topic.PERSON)
    @RequiresScope(WORK)
    void enterAbsence(@FromBody LeaveOfAnother leave, Actor actor) {
        var person = known("person", leave.person());
        // Somebody of other units is as unknown here as somebody who does not exist.
        if (!goingAway.keeps(person, actor)) {
            throw unknown("person");
        }
        goingAway.enterFor(person, deputy(leave.deputy()), leave.from(), leave.until(), leave.reason(), actor);
    }

    private Optional<PersonId> deputy(Optional<String> number) {
        return number.map(given -> known("deputy", given));
    }

    private PersonId known(String field, String number) {
        return directory
                .personByStaffNumber(number.strip())
                .orElseThrow(() -> unknown(field))
                .id();
    }

    private static Refusal unknown(String field) {
        return new Refusal.Violation(field, "staff-number-unknown");
    }
}
