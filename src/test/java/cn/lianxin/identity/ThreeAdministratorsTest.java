package cn.lianxin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.notification.Inbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@ProductTest
class ThreeAdministratorsTest {

    @Autowired
    Granting granting;

    @Autowired
    Accounts accounts;

    @Autowired
    GoingAway goingAway;

    @Autowired
    Members members;

    @Autowired
    Village village;

    @Autowired
    Inbox inbox;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    CurrentDay today;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "ADMINISTRATOR, SECURITY_ADMINISTRATOR",
        "ADMINISTRATOR, AUDIT_ADMINISTRATOR",
        "SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR",
        "AUDIT_ADMINISTRATOR, ADMINISTRATOR"
    })
    void nobody_is_made_two_of_the_three_in_one_unit_or_in_two(Role one, Role other) {
        var mine = village.mine();
        var person = village.holder(one, mine);

        for (var unit : List.of(mine, village.district(mine), village.mine())) {
            assertThatExceptionOfType(Refusal.Violation.class)
                    .isThrownBy(() -> grant(person, other, unit, Village.FOUNDER))
                    .returns("grant-two-administrators", Refusal::code);
        }
        grant(person, one, village.district(mine), Village.FOUNDER);
        grant(person, Role.HANDLER, mine, Village.FOUNDER);
    }

    @Test
    void nobody_is_made_two_of_the_three_by_two_who_give_at_once() throws Exception {
        var mine = village.mine();
        var people = IntStream.range(0, 8).mapToObj(_ -> village.worker(mine)).toList();

        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var person : people) {
                for (var role : Role.ADMINISTRATORS) {
                    pool.submit(() -> grant(person, role, mine, Village.FOUNDER));
                }
            }
        }

        assertThat(people).allSatisfy(person -> assertThat(rolesOf(person)).hasSize(1));
    }

    @Test
    void one_may_follow_the_other_on_later_days() {
        var mine = village.mine();
        var person = village.worker(mine);
        var day = today.date();
        granting.grant(person, Role.ADMINISTRATOR, mine, day, Optional.of(day.plusDays(3)), Village.FOUNDER);

        granting.grant(person, Role.AUDIT_ADMINISTRATOR, mine, day.plusDays(4), Optional.empty(), Village.FOUNDER);

        assertThatExceptionOfType(Refusal.Violation.class)
                .isThrownBy(() -> granting.grant(
                        person, Role.SECURITY_ADMINISTRATOR, mine, day.plusDays(3), Optional.empty(), Village.FOUNDER))
                .returns("grant-two-administrators", Refusal::code);
    }

    @Test
    void once_there_is_a_security_administrator_he_alone_gives_and_takes_roles() {
        var mine = village.mine();
        var district = village.district(mine);
        var worker = village.worker(district);
        var system = member(village.holder(Role.ADMINISTRATOR, mine));
        grant(worker, Role.HANDLER, district, system);
        var security = member(village.holder(Role.SECURITY_ADMINISTRATOR, mine));

        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> grant(worker, Role.SUPERVISOR, district, system))
                .returns("grant-not-yours", Refusal::code);
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> granting.revoke(worker, Role.HANDLER, district, system))
                .returns("grant-not-yours", Refusal::code);
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> granting.revoke(security.person(), Role.SECURITY_ADMINISTRATOR, mine, system));

        granting.revoke(worker, Role.HANDLER, district, security);
        grant(worker, Role.SUPERVISOR, district, security);
        assertThat(rolesOf(worker)).containsExactly(Role.SUPERVISOR);
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> grant(security.person(), Role.SUPERVISOR, mine, security))
                .returns("grant-to-yourself", Refusal::code);
    }

    @Test
    void a_security_administrator_reaches_no_further_than_his_units_and_an_auditor_nowhere() {
        var mine = village.mine();
        var elsewhere = village.mine();
        var worker = village.worker(elsewhere);
        var system = member(village.holder(Role.ADMINISTRATOR, elsewhere));
        var security = member(village.holder(Role.SECURITY_ADMINISTRATOR, mine));
        var auditor = member(village.holder(Role.AUDIT_ADMINISTRATOR, elsewhere));

        for (var other : List.of(security, auditor)) {
            assertThatExceptionOfType(Refusal.NotAllowed.class)
                    .isThrownBy(() -> grant(worker, Role.HANDLER, elsewhere, other));
        }
        accounts.openMany(Map.of(worker, "some password"));
        assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> accounts.resetAtDesk(worker, "忘了", auditor));
        grant(worker, Role.HANDLER, elsewhere, system);
        assertThat(rolesOf(worker)).containsExactly(Role.HANDLER);
    }

    @Test
    void whoever_gives_no_roles_gives_no_password_for_one_either() {
        var mine = village.mine();
        var supervisor = village.holder(Role.SUPERVISOR, mine);
        var worker = village.worker(mine);
        var system = village.holder(Role.ADMINISTRATOR, mine);
        var security = village.holder(Role.SECURITY_ADMINISTRATOR, mine);
        var auditor = village.holder(Role.AUDIT_ADMINISTRATOR, mine);
        accounts.openMany(Map.of(
                supervisor, "some password",
                worker, "some password",
                system, "some password",
                security, "some password",
                auditor, "some password"));

        for (var person : List.of(supervisor, auditor)) {
            assertThatExceptionOfType(Refusal.NotAllowed.class)
                    .isThrownBy(() -> accounts.resetAtDesk(person, "忘了", member(system)))
                    .returns("account-above-you", Refusal::code);
            assertThatExceptionOfType(Refusal.NotAllowed.class)
                    .isThrownBy(() -> accounts.takeAwayAtDesk(person, "factor.taken-away", "丢了", member(system)));
            assertThat(accounts.resetAtDesk(person, "忘了", member(security))).isNotBlank();
        }
        assertThat(accounts.resetAtDesk(worker, "忘了", member(system))).isNotBlank();
        assertThat(accounts.resetAtDesk(system, "忘了", member(security))).isNotBlank();
        assertThat(accounts.resetAtDesk(security, "忘了", member(system))).isNotBlank();
    }

    @Test
    void the_auditor_hears_of_every_hand_on_one_of_the_three() {
        var mine = village.mine();
        var auditor = village.holder(Role.AUDIT_ADMINISTRATOR, mine);
        var security = village.holder(Role.SECURITY_ADMINISTRATOR, mine);
        var system = village.holder(Role.ADMINISTRATOR, mine);
        var worker = village.worker(mine);
        accounts.openMany(Map.of(security, "some password", worker, "some password"));

        accounts.resetAtDesk(security, "忘了", member(system));
        accounts.resetAtDesk(worker, "忘了", member(system));
        events.publishEvent(new IdentityEvent.SignedOutEverywhere(system, true));
        grant(worker, Role.ADMINISTRATOR, mine, member(security));
        granting.revoke(worker, Role.ADMINISTRATOR, mine, member(security));

        assertThat(heardBy(auditor))
                .containsExactly(
                        "administrators.told.ended.ADMINISTRATOR",
                        "administrators.told.given.ADMINISTRATOR",
                        "administrators.told.touched.SECURITY_ADMINISTRATOR");
    }

    @Test
    void none_of_the_three_names_another_of_them_as_his_deputy() {
        var mine = village.mine();
        var security = village.holder(Role.SECURITY_ADMINISTRATOR, mine);
        var system = member(village.holder(Role.ADMINISTRATOR, mine));
        var day = today.date();

        assertThatExceptionOfType(Refusal.Violation.class)
                .isThrownBy(() -> goingAway.leave(Optional.of(security), day, day, "休假", system))
                .returns("grant-two-administrators", Refusal::code);
        assertThatExceptionOfType(Refusal.Violation.class)
                .isThrownBy(() -> goingAway.nameUsually(Optional.of(security), system))
                .returns("grant-two-administrators", Refusal::code);
    }

    /** However roles are given and taken and people go away, nobody ever acts as two of the three. */
    @Test
    void nobody_acts_as_two_of_the_three_whatever_happens() {
        var random = new Random(20261129);
        var mine = village.mine();
        var units = List.of(mine, village.district(mine));
        var people = IntStream.range(0, 6).mapToObj(_ -> village.worker(mine)).toList();
        var stoodIn = 0;

        for (var step = 0; step < 300; step++) {
            happen(random, people, units);
            for (var person : people) {
                var member = members.member(person, "某人");
                assertThat(administratorsAmong(member.grants()))
                        .as("person %s at step %d", person, step)
                        .hasSizeLessThanOrEqualTo(1);
                stoodIn += member.standingIn().stream()
                                .anyMatch(
                                        one -> !administratorsAmong(one.lent()).isEmpty())
                        ? 1
                        : 0;
            }
        }

        assertThat(stoodIn).as("somebody stood in for one of the three").isPositive();
    }

    private void happen(Random random, List<PersonId> people, List<UnitId> units) {
        var person = people.get(random.nextInt(people.size()));
        var unit = units.get(random.nextInt(units.size()));
        var roles = new ArrayList<>(Role.ADMINISTRATORS);
        roles.sort(null);
        var role = roles.get(random.nextInt(roles.size()));
        try {
            switch (random.nextInt(6)) {
                case 0, 1 ->
                    granting.grant(
                            person,
                            role,
                            unit,
                            today.date(),
                            random.nextBoolean()
                                    ? Optional.empty()
                                    : Optional.of(today.date().plusDays(2)),
                            Village.FOUNDER);
                case 2 -> granting.revoke(person, role, unit, Village.FOUNDER);
                case 3, 4 ->
                    goingAway.leave(
                            Optional.of(people.get(random.nextInt(people.size()))),
                            today.date(),
                            today.date().plusDays(random.nextInt(3)),
                            "休假",
                            member(person));
                default -> TestClock.forward(Duration.ofHours(12));
            }
        } catch (Refusal refused) {
            // Most of what happens by lot is refused.
        }
    }

    private static List<Role> administratorsAmong(List<Grant> grants) {
        return grants.stream()
                .map(Grant::role)
                .filter(Role.ADMINISTRATORS::contains)
                .distinct()
                .toList();
    }

    private List<String> heardBy(PersonId person) {
        return inbox.page(person, Optional.empty()).rows().stream()
                .map(message -> message.key())
                .filter(key -> key.startsWith("administrators."))
                .sorted()
                .toList();
    }

    private List<Role> rolesOf(PersonId person) {
        return members.member(person, "某人").grants().stream().map(Grant::role).toList();
    }

    private void grant(PersonId person, Role role, UnitId unit, Actor by) {
        granting.grant(person, role, unit, today.date(), Optional.empty(), by);
    }

    private Actor.Member member(PersonId person) {
        return members.member(person, "某人");
    }
}
