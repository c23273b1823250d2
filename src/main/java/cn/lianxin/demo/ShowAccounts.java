package cn.lianxin.demo;

import cn.lianxin.identity.Accounts;
import cn.lianxin.kernel.PersonId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Accounts for everybody: a dozen to show each role, with a password of its own, and one password for all others. */
@Component
class ShowAccounts {

    private final Accounts accounts;
    private final AccountsFile file;

    ShowAccounts(Accounts accounts, AccountsFile file) {
        this.accounts = accounts;
        this.file = file;
    }

    /** The file is written first: where it cannot be, nothing is loaded. */
    void open(Map<String, PersonId> people, EnterprisePlan enterprise) {
        var shown = ShowRole.cast(enterprise);
        var everybodys = ReadablePassword.random();
        var passwords = new HashMap<PersonId, String>();
        enterprise.people().stream()
                .filter(PersonPlan::works)
                .forEach(person -> passwords.put(id(people, person), everybodys));
        shown.forEach(one -> passwords.put(id(people, one.person()), one.password()));
        file.write(shown, everybodys);
        accounts.openMany(passwords);
    }

    private static PersonId id(Map<String, PersonId> people, PersonPlan person) {
        return java.util.Objects.requireNonNull(people.get(person.staffNumber()));
    }
}
