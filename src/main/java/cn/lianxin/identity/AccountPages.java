package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Faults;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes the page about one person's account and roles. */
@Component
class AccountPages {

    /** @param mine whether the one who looks may revoke it */
    record GrantRow(Role role, UnitId unit, String path, LocalDate from, Optional<LocalDate> until, boolean mine) {}

    private final AccountLists lists;
    private final AccountKeepers keepers;
    private final RoleGrants grants;
    private final Directory directory;
    private final Scope scope;
    private final CurrentDay today;
    private final Optional<SecondStep> secondStep;
    private final GivingToCompany company;

    AccountPages(
            AccountLists lists,
            AccountKeepers keepers,
            RoleGrants grants,
            Directory directory,
            Scope scope,
            CurrentDay today,
            Optional<SecondStep> secondStep,
            GivingToCompany company) {
        this.lists = lists;
        this.keepers = keepers;
        this.grants = grants;
        this.directory = directory;
        this.scope = scope;
        this.today = today;
        this.secondStep = secondStep;
        this.company = company;
    }

    ModelAndView show(PersonId person, Actor by, Optional<AccountNote> done) {
        return page(person, by, defaults(person), "", Faults.none()).addObject("done", done);
    }

    /** The page again with what was typed; {@code grant} empty where another form was sent. */
    ModelAndView again(
            PersonId person, Actor by, Optional<GrantForm> grant, String reason, Refusal.Violation violation) {
        var page = page(person, by, grant.orElseGet(() -> defaults(person)), reason, Faults.of(violation));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(PersonId person, Actor by, GrantForm grant, String reason, Faults faults) {
        var row = lists.find(person, by).orElseThrow(Refusal.NotFound::new);
        return new ModelAndView("identity/account")
                .addObject("row", row)
                .addObject(
                        "path",
                        directory.person(person).unit().map(directory::pathName).orElse(""))
                .addObject("grants", rows(person, by))
                .addObject("obstacle", keepers.obstacle(person, by))
                .addObject(
                        "secondFactor",
                        secondStep.filter(step -> step.isAskedOf(person)).isPresent())
                .addObject("mayGrant", scope.grantedUnits(by).length > 0)
                .addObject("companyPossible", company.isPossible())
                .addObject("grant", grant)
                .addObject("reason", reason)
                .addObject("faults", faults)
                .addObject("done", Optional.empty());
    }

    private List<GrantRow> rows(PersonId person, Actor by) {
        return grants.openOf(person).stream()
                .map(grant -> new GrantRow(
                        grant.role(),
                        grant.unit(),
                        directory.pathName(grant.unit()),
                        grant.from(),
                        grant.until(),
                        scope.grants(by, grant.unit())))
                .toList();
    }

    private GrantForm defaults(PersonId person) {
        var unit = directory
                .person(person)
                .unit()
                .map(id -> directory.unit(id).code())
                .orElse("");
        return new GrantForm("", unit, today.date().toString(), "");
    }
}
