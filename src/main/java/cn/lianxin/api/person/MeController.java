package cn.lianxin.api.person;

import static cn.lianxin.application.ApplicationScope.SELF;

import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.identity.MePage;
import cn.lianxin.identity.MePages;
import cn.lianxin.identity.SigningOut;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The person for whom an application acts. */
@RestController
@RequestMapping("/api/v1/me")
class MeController {

    record RoleItem(Role role, String unit, String unitName, LocalDate from, Optional<LocalDate> until) {}

    /** @param until the moment from which on the other one is there again */
    record StandInItem(String name, boolean underground, Instant until) {}

    /**
     * @param absences his own, now or later
     * @param standingIn for whom he acts at this moment
     * @param namedFor absences of others for which he was named as the deputy
     * @param usualDeputy staff number
     * @param shiftEnds the next ends of shifts by his unit's roster
     */
    record Me(
            String staffNumber,
            String name,
            List<RoleItem> roles,
            List<AbsenceItem> absences,
            List<StandInItem> standingIn,
            List<AbsenceItem> namedFor,
            Optional<String> usualDeputy,
            List<Instant> shiftEnds) {}

    private final MePages pages;
    private final Directory directory;
    private final SigningOut signingOut;

    MeController(MePages pages, Directory directory, SigningOut signingOut) {
        this.pages = pages;
        this.directory = directory;
        this.signingOut = signingOut;
    }

    @GetMapping
    @Operation(Topic.PERSON)
    @RequiresScope(SELF)
    Me showMe(Actor actor) {
        var member = member(actor);
        var me = pages.of(member, "");
        return new Me(
                me.staffNumber(),
                directory.person(member.person()).name(),
                me.roles().stream().map(this::role).toList(),
                me.absences().stream().map(AbsenceItem::of).toList(),
                me.standingIn().stream()
                        .map(MePage.StandInRow::standIn)
                        .map(absent -> new StandInItem(absent.name(), absent.underground(), absent.until()))
                        .toList(),
                me.namedFor().stream().map(AbsenceItem::of).toList(),
                me.usualDeputy().map(MePage.UsualDeputy::staffNumber),
                me.shiftEnds());
    }

    @PostMapping("/sessions/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.PERSON)
    @RequiresScope(SELF)
    void endSessions(Actor actor) {
        signingOut.signOutEverywhere(member(actor));
    }

    private RoleItem role(MePage.RoleRow row) {
        return new RoleItem(row.role(), directory.unit(row.in()).code(), row.unit(), row.from(), row.until());
    }

    static Actor.Member member(Actor actor) {
        if (actor instanceof Actor.Member member) {
            return member;
        }
        throw new Refusal.NotFound();
    }
}
