package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What can be done to one person's account and roles. */
@Controller
@RequestMapping("/accounts/{person:\\d+}")
class AccountStepController {

    private final Accounts accounts;
    private final GivingToCompany company;
    private final Granting granting;
    private final AccountPages pages;
    private final Slips slips;
    private final Directory directory;

    AccountStepController(
            Accounts accounts,
            GivingToCompany company,
            Granting granting,
            AccountPages pages,
            Slips slips,
            Directory directory) {
        this.accounts = accounts;
        this.company = company;
        this.granting = granting;
        this.pages = pages;
        this.slips = slips;
        this.directory = directory;
    }

    @PostMapping("/first-password")
    ModelAndView open(@PathVariable long person, Actor by, HttpServletResponse response) {
        var id = new PersonId(person);
        return slips.page(Map.of(id, accounts.openWithFirstPassword(id, by)), 0, address(id), response);
    }

    @PostMapping("/reset")
    ModelAndView reset(
            @PathVariable long person,
            @RequestParam(defaultValue = "") String reason,
            Actor by,
            HttpServletResponse response) {
        var id = new PersonId(person);
        try {
            return slips.page(Map.of(id, accounts.resetAtDesk(id, reason, by)), 0, address(id), response);
        } catch (Refusal.Violation violation) {
            return pages.again(id, by, Optional.empty(), reason, violation);
        }
    }

    @PostMapping("/company")
    ModelAndView giveToCompany(@PathVariable long person, Actor by) {
        var id = new PersonId(person);
        company.give(id, by);
        return done(id, AccountNote.GIVEN_TO_COMPANY);
    }

    @PostMapping("/close")
    ModelAndView close(@PathVariable long person, @RequestParam(defaultValue = "") String reason, Actor by) {
        var id = new PersonId(person);
        try {
            accounts.close(id, reason, by);
            return done(id, AccountNote.ACCOUNT_CLOSED);
        } catch (Refusal.Violation violation) {
            return pages.again(id, by, Optional.empty(), reason, violation);
        }
    }

    @PostMapping("/roles")
    ModelAndView grant(
            @PathVariable long person,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Actor by) {
        var id = new PersonId(person);
        try {
            granting.grant(
                    id,
                    roleNamed(role),
                    unitWithCode(unit),
                    Typed.day("from", from),
                    Typed.optionalDay("until", until),
                    by);
            return done(id, AccountNote.ROLE_GRANTED);
        } catch (Refusal.Violation violation) {
            return pages.again(id, by, Optional.of(new GrantForm(role, unit, from, until)), "", violation);
        }
    }

    @PostMapping("/roles/end")
    ModelAndView revoke(@PathVariable long person, @RequestParam Role role, @RequestParam long unit, Actor by) {
        var id = new PersonId(person);
        try {
            granting.revoke(id, role, new UnitId(unit), by);
            return done(id, AccountNote.ROLE_REVOKED);
        } catch (Refusal.Violation violation) {
            return pages.again(id, by, Optional.empty(), "", violation);
        }
    }

    private static Role roleNamed(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal.Violation("role", "role-missing"));
    }

    private UnitId unitWithCode(String code) {
        return directory
                .unitByCode(code.strip())
                .map(UnitCard::id)
                .filter(directory::stands)
                .orElseThrow(() -> new Refusal.Violation("unit", "unit-code-unknown"));
    }

    private static ModelAndView done(PersonId person, AccountNote note) {
        return LocalAddress.seeOther(address(person) + "?done=" + note);
    }

    private static String address(PersonId person) {
        return "/accounts/" + person.value();
    }
}
