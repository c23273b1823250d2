package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** People whom the company vouches for, for tests of other rooms. */
@Component
public class CompanyPeople {

    private final StoredAccounts accounts;
    private final Clock clock;

    CompanyPeople(StoredAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    public void give(PersonId person) {
        accounts.giveToCompany(List.of(person), clock.instant());
    }

    public boolean haveAccount(PersonId person) {
        return accounts.find(person).isPresent();
    }

    public boolean areByCompany(PersonId person) {
        return accounts.find(person).filter(Account::byCompany).isPresent();
    }
}
