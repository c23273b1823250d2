package cn.lianxin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ProductTest
@RecordApplicationEvents
class GrantingTest {

    @Autowired
    Granting granting;

    @Autowired
    GoingAway goingAway;

    @Autowired
    Accounts accounts;

    @Autowired
    Members members;

    @Autowired
    Sessions sessions;

    @Autowired
    KnownSessions known;

    @Autowired
    RoleGrants grants;

    @Autowired
    RoleHolders holders;

    @Autowired
    EndedGrants endedGrants;

    @Autowired
    Absences absences;

    @Autowired
    Village village;

    @Autowired
    CurrentDay today;

    @Autowired
    ApplicationEvents events;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void a_role_holds_from_its_first_to_its_last_day() {
        var mine = village.mine();
        var person = village.worker(mine);
        var tomorrow = today.date().plusDays(1);

        granting.grant(person, Role.HANDLER, mine, tomorrow, Optional.of(tomorrow), administrator(mine));

        assertThat(members.member(person, "某人").grants()).isEmpty();
        TestClock.forward(Duration.ofDays(1));
        assertThat(members.member(person, "某人").grants()).containsExactly(new Grant(Role.HANDLER, mine));
        TestClock.forward(Duration.ofDays(1));
        assertThat(members.member(person, "某人").grants()).isEmpty();
    }

    @Test
    void a_role_that_has_run_out_is_told_once() {
        var mine = village.mine();
        var person = village.worker(mine);
        granting.grant(person, Role.HANDLER, mine, today.date(), Optional.of(today.date()), Village.FOUNDER);
        TestClock.forward(Duration.ofDays(1));

        endedGrants.tell();
        endedGrants.tell();

        assertThat(endedGrantsOf(person)).containsExactly(new IdentityEvent.GrantEnded(person, Role.HANDLER, mine));
    }

    @Test
    void revoking_takes_effect_at_once_and_is_told() {
        var mine = village.mine();
        var person = village.worker(mine);
        var token = session(person);
        granting.grant(person, Role.UNIT_LEADER, mine, today.date(), Optional.empty(), Village.FOUNDER);
        assertThat(rolesBehind(token)).containsExactly(new Grant(Role.UNIT_LEADER, mine));

        granting.revoke(person, Role.UNIT_LEADER, mine, administrator(mine));

        assertThat(rolesBehind(token)).isEmpty();
        assertThat(endedGrantsOf(person)).hasSize(1);
        assertThatNoException()
                .isThrownBy(() -> granting.grant(
                        person, Role.UNIT_LEADER, mine, today.date(), Optional.empty(), Village.FOUNDER));
    }

    @Test
    void roles_are_given_by_an_administrator_of_the_unit_and_never_to_himself() {
        var mine = village.mine();
        var other = village.mine();
        var person = village.worker(mine);
        var administrator = administrator(mine);

        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> give(person, other, administrator))
                .returns("grant-not-yours", Refusal::code);
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> give(administrator.person(), mine, administrator))
                .returns("grant-to-yourself", Refusal::code);
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> give(person, mine, member(village.holder(Role.DESK_OFFICER, mine))))
                .returns("grant-not-yours", Refusal::code);
    }

    @Test
    void the_same_role_is_not_given_twice_for_one_day_nor_backwards_nor_to_leavers() {
        var mine = village.mine();
        var person = village.holder(Role.HANDLER, mine);
        var leaver = village.worker(mine);
        village.leave(leaver);

        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> give(person, mine, Village.FOUNDER))
                .returns("grant-exists", Refusal::code);
        assertThatExceptionOfType(Refusal.Violation.class)
                .isThrownBy(() -> granting.grant(
                        person,
                        Role.SUPERVISOR,
                        mine,
                        today.date(),
                        Optional.of(today.date().minusDays(1)),
                        Village.FOUNDER))
                .returns("period-backwards", Refusal::code);
        assertThatExceptionOfType(Refusal.Violation.class)
                .isThrownBy(() -> give(leaver, mine, Village.FOUNDER))
                .returns("account-person-left", Refusal::code);
    }

    @Test
    void the_last_desk_officer_can_neither_be_revoked_nor_leave() {
        endAll(Role.DESK_OFFICER);
        var mine = village.mine();
        var last = village.holder(Role.DESK_OFFICER, mine);

        assertThatExceptionOfType(Refusal.Violation.class)
                .isThrownBy(() -> granting.revoke(last, Role.DESK_OFFICER, mine, Village.FOUNDER))
                .returns("last-desk-officer", Refusal::code);
        assertThatExceptionOfType(Refusal.Violation.class)
                .isThrownBy(() -> village.leave(last))
                .returns("last-desk-officer", Refusal::code);
        assertThat(holders.nearest(Role.DESK_OFFICER, mine)).contains(last);
        var next = village.holder(Role.DESK_OFFICER, mine);
        village.leave(last);
        assertThat(holders.nearest(Role.DESK_OFFICER, mine)).contains(next);
        assertThat(endedGrantsOf(last)).containsExactly(new IdentityEvent.GrantEnded(last, Role.DESK_OFFICER, mine));
    }

    @Test
    void two_who_leave_at_once_do_not_leave_the_desk_empty() throws Exception {
        endAll(Role.DESK_OFFICER);
        var mine = village.mine();
        var two = List.of(village.holder(Role.DESK_OFFICER, mine), village.holder(Role.DESK_OFFICER, mine));

        try (var threads = Executors.newFixedThreadPool(2)) {
            threads.invokeAll(two.stream()
                    .map(person -> Executors.callable(() -> village.leave(person)))
                    .toList());
        }

        assertThat(holders.holders(Role.DESK_OFFICER, mine)).hasSize(1);
    }

    @Test
    void a_deputy_has_the_roles_on_the_days_he_was_named_for() {
        var mine = village.mine();
        var leader = village.holder(Role.UNIT_LEADER, mine);
        var deputy = village.worker(mine);
        var token = session(deputy);
        var from = today.date().plusDays(1);

        goingAway.leave(Optional.of(deputy), from, from.plusDays(1), "休假", member(leader));

        assertThat(rolesBehind(token)).isEmpty();
        TestClock.forward(Duration.ofDays(1));
        token = session(deputy);
        assertThat(rolesBehind(token)).containsExactly(new Grant(Role.UNIT_LEADER, mine));
        assertThat(holders.holders(Role.UNIT_LEADER, mine)).containsExactly(leader);
        TestClock.forward(Duration.ofDays(2));
        assertThat(rolesBehind(session(deputy))).isEmpty();
    }

    @Test
    void a_deputyship_ends_at_once_and_does_not_pass_on() {
        var mine = village.mine();
        var leader = village.holder(Role.UNIT_LEADER, mine);
        var deputy = village.worker(mine);
        goingAway.leave(Optional.of(deputy), today.date(), today.date(), "培训", member(leader));
        var token = session(deputy);
        assertThat(rolesBehind(token)).hasSize(1);

        goingAway.end(absenceOf(leader), member(leader));

        assertThat(rolesBehind(token)).isEmpty();
    }

    @Test
    void the_deputy_of_a_deputy_gets_nothing_and_a_circle_ends_with_the_next_in_line() {
        var mine = village.mine();
        var district = village.district(mine);
        var above = village.holder(Role.UNIT_LEADER, mine);
        var leader = village.holder(Role.UNIT_LEADER, district);
        var deputy = village.worker(mine);
        var third = village.worker(mine);
        goingAway.leave(Optional.of(deputy), today.date(), today.date(), "培训", member(leader));
        goingAway.leave(Optional.of(third), today.date(), today.date(), "培训", member(deputy));
        var other = village.holder(Role.HANDLER, district);
        goingAway.leave(Optional.of(leader), today.date(), today.date(), "休假", member(other));

        assertThat(member(third).grants()).isEmpty();
        assertThat(member(deputy).grants()).isEmpty();
        assertThat(member(above).grants())
                .contains(new Grant(Role.UNIT_LEADER, district), new Grant(Role.HANDLER, district));
        assertThat(member(above).standingIn())
                .extracting(Actor.StandIn::person)
                .containsExactlyInAnyOrder(leader, other);
    }

    @Test
    void one_deputy_at_a_time_and_never_oneself() {
        var mine = village.mine();
        var leader = member(village.holder(Role.UNIT_LEADER, mine));
        var deputy = village.worker(mine);
        LocalDate day = today.date();
        goingAway.leave(Optional.of(deputy), day, day.plusDays(3), "休假", leader);

        assertThatExceptionOfType(Refusal.Violation.class)
                .isThrownBy(() -> goingAway.leave(
                        Optional.of(village.worker(mine)), day.plusDays(3), day.plusDays(4), "休假", leader))
                .returns("absence-twice", Refusal::code);
        assertThatExceptionOfType(Refusal.Violation.class)
                .isThrownBy(() -> goingAway.leave(Optional.of(leader.person()), day, day, "休假", leader))
                .returns("deputy-yourself", Refusal::code);
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> goingAway.end(absenceOf(leader.person()), member(village.worker(mine))));
    }

    private long absenceOf(PersonId person) {
        return absences.of(person).getFirst().id();
    }

    private void give(PersonId person, UnitId unit, Actor by) {
        granting.grant(person, Role.HANDLER, unit, today.date(), Optional.empty(), by);
    }

    private Actor.Member administrator(UnitId unit) {
        return member(village.holder(Role.ADMINISTRATOR, unit));
    }

    private Actor.Member member(PersonId person) {
        return members.member(person, "某人");
    }

    private SessionToken session(PersonId person) {
        accounts.openMany(Map.of(person, "a password of tests"));
        var token = SessionToken.random();
        var now = TestClock.now();
        sessions.add(new Session(
                token.digest(),
                new Session.Holder.Person(person),
                now,
                now,
                now.plus(Duration.ofHours(12)),
                false,
                false,
                Device.UNKNOWN));
        return token;
    }

    private List<Grant> rolesBehind(SessionToken token) {
        return known.behind(token).map(KnownSessions.Known::actor).stream()
                .map(Actor.Member.class::cast)
                .flatMap(member -> member.grants().stream())
                .toList();
    }

    private List<IdentityEvent.GrantEnded> endedGrantsOf(PersonId person) {
        return events.stream(IdentityEvent.GrantEnded.class)
                .filter(event -> event.person().equals(person))
                .toList();
    }

    /** What other tests have left behind. */
    private void endAll(Role role) {
        grants.lockInForce(role).forEach(grant -> grants.end(grant.id(), TestClock.now(), Optional.empty()));
    }
}
