package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Finding people and giving first passwords to whole units; for those who keep accounts, for anybody else not there. */
@Controller
class AccountsController {

    private static final int ROWS = 50;
    private static final int SLIPS_AT_ONCE = 200;

    private final AccountLists lists;
    private final AccountPages pages;
    private final Accounts accounts;
    private final SlipUnits slipUnits;
    private final Slips slips;
    private final GivingToCompany company;

    AccountsController(
            AccountLists lists,
            AccountPages pages,
            Accounts accounts,
            SlipUnits slipUnits,
            Slips slips,
            GivingToCompany company) {
        this.lists = lists;
        this.pages = pages;
        this.accounts = accounts;
        this.slipUnits = slipUnits;
        this.slips = slips;
        this.company = company;
    }

    @GetMapping("/accounts")
    ModelAndView list(@RequestParam(defaultValue = "") String words, Actor by) {
        Scope.requireKeeper(by);
        return new ModelAndView("identity/accounts")
                .addObject("words", words)
                .addObject("rows", lists.search(words, ROWS, by));
    }

    @GetMapping("/accounts/{person:\\d+}")
    ModelAndView show(@PathVariable long person, @RequestParam Optional<AccountNote> done, Actor by) {
        Scope.requireKeeper(by);
        return pages.show(new PersonId(person), by, done);
    }

    @GetMapping("/accounts/slips")
    ModelAndView chooseUnit(@RequestParam Optional<Long> unit, Actor by) {
        Scope.requireKeeper(by);
        return new ModelAndView("identity/slip-units")
                .addObject("choice", slipUnits.choice(unit.map(UnitId::new), by))
                .addObject("companyPossible", company.isPossible())
                .addObject("atOnce", SLIPS_AT_ONCE);
    }

    /** Instead of slips: those who wait for one sign in by the company from now on. */
    @PostMapping("/accounts/company")
    ModelAndView giveToCompany(@RequestParam long unit, Actor by) {
        Scope.requireKeeper(by);
        company.giveUnit(slipUnits.require(new UnitId(unit), by), by);
        return LocalAddress.seeOther("/accounts/slips?unit=" + unit);
    }

    @PostMapping("/accounts/slips")
    ModelAndView print(
            @RequestParam long unit,
            @RequestParam(defaultValue = "false") boolean again,
            Actor by,
            HttpServletResponse response) {
        Scope.requireKeeper(by);
        var chosen = slipUnits.require(new UnitId(unit), by);
        var people = lists.withoutPassword(chosen, again, SLIPS_AT_ONCE, by);
        var passwords = accounts.openManyWithFirstPasswords(people, by);
        return slips.page(passwords, lists.countWithoutAccount(chosen, by), "/accounts/slips?unit=" + unit, response);
    }
}
