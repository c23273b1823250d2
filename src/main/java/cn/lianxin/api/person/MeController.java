package cn.lianxin.api.person;

import static cn.lianxin.application.ApplicationScope.SELF;

import cn.lianxin.api.document.FromBody;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.identity.Deputizing;
import cn.lianxin.identity.Deputy;
import cn.lianxin.identity.MePage;
import cn.lianxin.identity.MePages;
import cn.lianxin.identity.SigningOut;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
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

/** The person for whom an application acts. */
@RestController
@RequestMapping("/api/v1/me")
class MeController {

    record RoleItem(Role role, String unit, String unitName, LocalDate from, Optional<LocalDate> until) {}

    record DeputyItem(long id, String person, String deputy, LocalDate from, LocalDate until, String reason) {

        static DeputyItem of(Deputy deputy) {
            return new DeputyItem(
                    deputy.id(),
                    deputy.personName(),
                    deputy.deputyName(),
                    deputy.from(),
                    deputy.until(),
                    deputy.reason());
        }
    }

    /**
     * @param deputies who acts for him, now or later
     * @param actingFor for whom he acts
     */
    record Me(
            String staffNumber,
            String name,
            List<RoleItem> roles,
            List<DeputyItem> deputies,
            List<DeputyItem> actingFor) {}

    /** @param number staff number of who acts meanwhile */
    record DeputyToName(String number, LocalDate from, LocalDate until, String reason) {}

    private final MePages pages;
    private final Directory directory;
    private final Deputizing deputizing;
    private final SigningOut signingOut;

    MeController(MePages pages, Directory directory, Deputizing deputizing, SigningOut signingOut) {
        this.pages = pages;
        this.directory = directory;
        this.deputizing = deputizing;
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
                me.deputies().stream().map(DeputyItem::of).toList(),
                me.standingIn().stream().map(one -> DeputyItem.of(one.deputy())).toList());
    }

    @PostMapping("/deputies")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(Topic.PERSON)
    @RequiresScope(SELF)
    void nameDeputy(@FromBody DeputyToName asked, Actor actor) {
        var deputy = directory
                .personByStaffNumber(asked.number().strip())
                .orElseThrow(() -> new Refusal.Violation("number", "staff-number-unknown"));
        deputizing.appoint(deputy.id(), asked.from(), asked.until(), asked.reason(), actor);
    }

    @PostMapping("/deputies/{deputyship}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.PERSON)
    @RequiresScope(SELF)
    void endDeputy(@PathVariable String deputyship, Actor actor) {
        deputizing.end(Ids.of(deputyship), actor);
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
