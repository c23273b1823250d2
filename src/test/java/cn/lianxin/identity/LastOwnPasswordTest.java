package cn.lianxin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.lianxin.ProductTest;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.audit.AuditTrail;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** On the day on which the company cannot be asked one administrator still gets in. */
@ProductTest
class LastOwnPasswordTest {

    @Autowired
    ApplicationContext product;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void the_last_administrator_with_a_password_here_is_not_given_away_and_the_last_but_one_is() {
        transactions.executeWithoutResult(all -> {
            var mine = village.mine();
            var keeper = administrator(mine);
            var other = administrator(mine);
            var by = new Actor.Member(keeper, "管", List.of(new Grant(Role.ADMINISTRATOR, mine)));
            database.sql("update identity.account set closed = true where person not in (:keeper, :other)")
                    .param("keeper", keeper.value())
                    .param("other", other.value())
                    .update();

            giving().give(other, by);
            assertThat(byCompany(other)).isTrue();
            database.sql("update identity.account set by_company = not by_company where person in (:keeper, :other)")
                    .param("keeper", keeper.value())
                    .param("other", other.value())
                    .update();

            assertThatExceptionOfType(Refusal.Conflict.class)
                    .isThrownBy(() -> giving().give(other, by))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("last-own-password"));
            assertThat(byCompany(other)).isFalse();
            all.setRollbackOnly();
        });
    }

    private PersonId administrator(UnitId mine) {
        var person = village.holder(Role.ADMINISTRATOR, mine);
        product.getBean(Accounts.class).openMany(Map.of(person, "a password of tests"));
        return person;
    }

    private boolean byCompany(PersonId person) {
        return database.sql("select by_company from identity.account where person = :person")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    private GivingToCompany giving() {
        return new GivingToCompany(
                product.getBean(StoredAccounts.class),
                product.getBean(Accounts.class),
                product.getBean(AccountKeepers.class),
                product.getBean(AccountLists.class),
                product.getBean(RoleGrants.class),
                Optional.of(new Away()),
                Optional.empty(),
                product.getBean(AuditTrail.class),
                product.getBean(Clock.class));
    }

    private static final class Away implements CompanyPasswords {

        @Override
        public Answer ask(String staffNumber, String password) {
            return Answer.AWAY;
        }

        @Override
        public Answer askInVain(String typedNumber) {
            return Answer.AWAY;
        }
    }
}
