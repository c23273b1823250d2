package cn.lianxin.api.person;

import static cn.lianxin.application.ApplicationScope.ACCOUNTS;

import cn.lianxin.api.document.FromBody;
import cn.lianxin.api.document.FromQuery;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.identity.AccountLists;
import cn.lianxin.identity.AccountRow;
import cn.lianxin.identity.AccountState;
import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.Granting;
import cn.lianxin.identity.MePage;
import cn.lianxin.identity.MePages;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and roles, for those who keep them; for anybody else not there. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountsController {

    private static final Set<Role> KEEPERS = Set.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.DESK_OFFICER);

    private static final int FOUND_AT_MOST = 50;

    record WordsOfAccount(@Size(min = 1, max = 100) String words) {}

    record AccountItem(String staffNumber, String name, String unit, String title, boolean left, AccountState state) {

        static AccountItem of(AccountRow row) {
            return new AccountItem(row.staffNumber(), row.name(), row.unit(), row.title(), row.left(), row.state());
        }
    }

    record AccountItems(List<AccountItem> items) {}

    record OneAccount(AccountItem account, List<GrantItem> roles) {}

    record GrantItem(Role role, String unit, String unitName, LocalDate from, Optional<LocalDate> until) {}

    /** @param password told this once, and to be changed at the first sign-in */
    record FirstPassword(String password) {}

    record ReasonOfAccount(String reason) {}

    record GrantToGive(Role role, String unit, LocalDate from, Optional<LocalDate> until) {}

    record GrantToEnd(Role role, String unit) {}

    private final AccountLists lists;
    private final Accounts accounts;
    private final Granting granting;
    private final MePages pages;
    private final Directory directory;

    AccountsController(AccountLists lists, Accounts accounts, Granting granting, MePages pages, Directory directory) {
        this.lists = lists;
        this.accounts = accounts;
        this.granting = granting;
        this.pages = pages;
        this.directory = directory;
    }

    @GetMapping
    @Operation(Topic.ACCOUNTS)
    @RequiresScope(ACCOUNTS)
    AccountItems searchAccounts(@FromQuery WordsOfAccount search, Actor actor) {
        mustKeep(actor);
        return new AccountItems(lists.search(search.words(), FOUND_AT_MOST, actor).stream()
                .map(AccountItem::of)
                .toList());
    }

    @GetMapping("/{staffNumber}")
    @Operation(Topic.ACCOUNTS)
    @RequiresScope(ACCOUNTS)
    OneAccount showAccount(@PathVariable String staffNumber, Actor actor) {
        var row = row(staffNumber, actor);
        return new OneAccount(
                AccountItem.of(row),
                pages.rolesOf(row.person()).stream().map(this::grant).toList());
    }

    @PostMapping("/{staffNumber}/first-password")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(value = Topic.ACCOUNTS, onlyOnce = true)
    @RequiresScope(ACCOUNTS)
    FirstPassword openAccount(@PathVariable String staffNumber, Actor actor) {
        return new FirstPassword(
                accounts.openWithFirstPassword(row(staffNumber, actor).person(), actor));
    }

    @PostMapping("/{staffNumber}/reset")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(value = Topic.ACCOUNTS, onlyOnce = true)
    @RequiresScope(ACCOUNTS)
    FirstPassword resetAccount(@PathVariable String staffNumber, @FromBody ReasonOfAccount asked, Actor actor) {
        return new FirstPassword(accounts.resetAtDesk(row(staffNumber, actor).person(), asked.reason(), actor));
    }

    @PostMapping("/{staffNumber}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.ACCOUNTS)
    @RequiresScope(ACCOUNTS)
    void closeAccount(@PathVariable String staffNumber, @FromBody ReasonOfAccount asked, Actor actor) {
        accounts.close(row(staffNumber, actor).person(), asked.reason(), actor);
    }

    @PostMapping("/{staffNumber}/roles")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(Topic.ACCOUNTS)
    @RequiresScope(ACCOUNTS)
    void grantRole(@PathVariable String staffNumber, @FromBody GrantToGive asked, Actor actor) {
        var person = row(staffNumber, actor).person();
        granting.grant(person, asked.role(), unit(asked.unit()), asked.from(), asked.until(), actor);
    }

    @PostMapping("/{staffNumber}/roles/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.ACCOUNTS)
    @RequiresScope(ACCOUNTS)
    void revokeRole(@PathVariable String staffNumber, @FromBody GrantToEnd asked, Actor actor) {
        granting.revoke(row(staffNumber, actor).person(), asked.role(), unit(asked.unit()), actor);
    }

    private AccountRow row(String staffNumber, Actor actor) {
        mustKeep(actor);
        return directory
                .personByStaffNumber(staffNumber)
                .flatMap(person -> lists.find(person.id(), actor))
                .orElseThrow(Refusal.NotFound::new);
    }

    private GrantItem grant(MePage.RoleRow row) {
        return new GrantItem(row.role(), directory.unit(row.in()).code(), row.unit(), row.from(), row.until());
    }

    private UnitId unit(String code) {
        return directory
                .unitByCode(code.strip())
                .map(UnitCard::id)
                .filter(directory::stands)
                .orElseThrow(() -> new Refusal.Violation("unit", "unit-code-unknown"));
    }

    private static void mustKeep(Actor actor) {
        if (KEEPERS.stream().noneMatch(actor::is)) {
            throw new Refusal.NotFound();
        }
    }
}
