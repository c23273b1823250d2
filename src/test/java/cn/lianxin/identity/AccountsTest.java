package cn.lianxin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.lianxin.ProductTest;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ProductTest
class AccountsTest {

    @Autowired
    Accounts accounts;

    @Autowired
    StoredAccounts stored;

    @Autowired
    PasswordHashing hashing;

    @Autowired
    RoleGrants grants;

    @Autowired
    RoleHolders holders;

    @Autowired
    FirstAdministrator firstAdministrator;

    @Autowired
    CheckingPasswords checking;

    @Autowired
    GoingAway goingAway;

    @Autowired
    Members members;

    @Autowired
    CurrentDay today;

    @Autowired
    Village village;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_desk_officer_opens_accounts_of_his_units_and_of_no_others() {
        var mine = village.mine();
        var worker = village.worker(village.district(mine));
        var stranger = village.worker(village.mine());
        var officer = member(village.holder(Role.DESK_OFFICER, mine));

        var password = accounts.openWithFirstPassword(worker, officer);

        assertThat(matches(worker, password)).isTrue();
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> accounts.openWithFirstPassword(stranger, officer));
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> accounts.openWithFirstPassword(worker, officer))
                .returns("account-exists", Refusal::code);
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> accounts.openWithFirstPassword(village.worker(mine), member(worker)));
    }

    @Test
    void nobody_gets_at_the_account_of_somebody_above_him_nor_at_his_own() {
        var mine = village.mine();
        var administrator = village.holder(Role.ADMINISTRATOR, mine);
        var officer = village.holder(Role.DESK_OFFICER, mine);
        accounts.openMany(Map.of(administrator, "some password", officer, "some password"));

        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> accounts.resetAtDesk(administrator, "忘了", member(officer)))
                .returns("account-above-you", Refusal::code);
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> accounts.resetAtDesk(officer, "忘了", member(officer)))
                .returns("account-your-own", Refusal::code);
        assertThat(accounts.resetAtDesk(officer, "忘了", member(administrator))).isNotBlank();
    }

    @Test
    void nobody_gets_at_roles_through_the_account_of_a_deputy() {
        var mine = village.mine();
        var deputy = village.worker(mine);
        accounts.openMany(Map.of(deputy, "some password"));
        var officer = member(village.holder(Role.DESK_OFFICER, mine));
        var tomorrow = today.date().plusDays(1);
        goingAway.leave(
                Optional.of(deputy), tomorrow, tomorrow, "休假", member(village.holder(Role.ADMINISTRATOR, mine)));

        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> accounts.resetAtDesk(deputy, "忘了", officer))
                .returns("account-above-you", Refusal::code);
        assertThat(accounts.openManyWithFirstPasswords(List.of(deputy), officer))
                .isEmpty();
    }

    @Test
    void a_reset_needs_a_reason_and_stands_on_record() {
        var mine = village.mine();
        var worker = village.worker(mine);
        accounts.openMany(Map.of(worker, "some password"));
        var officer = member(village.holder(Role.DESK_OFFICER, mine));

        assertThatExceptionOfType(Refusal.Violation.class)
                .isThrownBy(() -> accounts.resetAtDesk(worker, "  ", officer))
                .returns("record-reason-missing", Refusal::code);
        accounts.resetAtDesk(worker, "忘了密码，已核对工作证", officer);

        assertThat(jdbc.sql(
                                "select person || ' ' || detail from audit.entry where action = :action and subject = :subject")
                        .param("action", "identity.password-reset")
                        .param("subject", Accounts.subject(worker))
                        .query(String.class)
                        .list())
                .containsExactly(officer.person().value() + " 忘了密码，已核对工作证");
        assertThat(stored.find(worker).orElseThrow().mustChange()).isTrue();
    }

    @Test
    void slips_are_printed_again_only_for_those_who_never_signed_in() {
        var mine = village.mine();
        var fresh = village.worker(mine);
        var waiting = village.worker(mine);
        var settled = village.worker(mine);
        var lost = accounts.openWithFirstPassword(waiting, Village.FOUNDER);
        accounts.openMany(Map.of(settled, "some password"));

        var passwords = accounts.openManyWithFirstPasswords(List.of(fresh, waiting, settled), Village.FOUNDER);

        assertThat(passwords).containsOnlyKeys(fresh, waiting);
        assertThat(matches(waiting, lost)).isFalse();
        assertThat(matches(settled, "some password")).isTrue();
    }

    @Test
    void many_accounts_with_one_password_are_hashed_once() {
        var mine = village.mine();
        var one = village.worker(mine);
        var other = village.worker(mine);

        accounts.openMany(Map.of(one, "shared password", other, "shared password"));

        assertThat(stored.find(one).orElseThrow().passwordHash())
                .startsWith("$argon2id$")
                .isEqualTo(stored.find(other).orElseThrow().passwordHash());
        assertThat(stored.find(one).orElseThrow().mustChange()).isFalse();
        assertThat(hashing.matches(
                        "ｓｈａｒｅｄ password", stored.find(one).orElseThrow().passwordHash()))
                .isTrue();
    }

    @Test
    @Transactional
    void an_empty_installation_gets_one_administrator_and_no_second() {
        jdbc.sql("delete from identity.account").update();

        var password = firstAdministrator.letIn();
        var again = firstAdministrator.letIn();

        assertThat(password).isPresent();
        assertThat(again).isEmpty();
        var accountsNow = jdbc.sql("select person from identity.account")
                .query((row, _) -> new PersonId(row.getLong("person")))
                .list();
        assertThat(accountsNow).hasSize(1);
        assertThat(members.member(accountsNow.getFirst(), "某人").grants())
                .anyMatch(grant -> grant.role() == Role.ADMINISTRATOR);
    }

    private Actor.Member member(PersonId person) {
        return new Actor.Member(person, "某人", members.member(person, "某人").grants());
    }

    private boolean matches(PersonId person, String password) {
        return checking.check(stored.find(person).orElseThrow(), password) == CompanyPasswords.Answer.RIGHT;
    }
}
