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
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class GoingAwayTest {

    @Autowired
    GoingAway goingAway;

    @Autowired
    Members members;

    @Autowired
    Absences absences;

    @Autowired
    Inbox inbox;

    @Autowired
    Village village;

    @Autowired
    CurrentDay today;

    UnitId mine;
    UnitId district;
    Actor.Member handler;
    PersonId deputy;

    @BeforeEach
    void found() {
        mine = village.mine();
        district = village.district(mine);
        handler = member(village.holder(Role.HANDLER, district));
        deputy = village.worker(district);
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void the_usual_deputy_has_the_roles_until_the_hour_and_not_longer() {
        goingAway.nameUsually(Optional.of(deputy), handler);

        goingAway.underground(TestClock.now().plus(Duration.ofHours(8)), handler);

        assertThat(member(deputy).grants()).containsExactly(new Grant(Role.HANDLER, district));
        assertThat(inbox.unread(deputy)).isEqualTo(1);
        TestClock.forward(Duration.ofHours(8));
        assertThat(member(deputy).grants()).isEmpty();
        assertThat(absences.now(handler.person())).isEmpty();
    }

    @Test
    void who_is_back_early_acts_for_himself_at_once() {
        goingAway.nameUsually(Optional.of(deputy), handler);
        goingAway.underground(TestClock.now().plus(Duration.ofHours(8)), handler);

        goingAway.end(absences.now(handler.person()).orElseThrow().id(), handler);

        assertThat(member(deputy).grants()).isEmpty();
    }

    @Test
    void a_deputy_who_cannot_passes_it_to_the_next_in_line() {
        var leader = village.holder(Role.UNIT_LEADER, district);
        goingAway.nameUsually(Optional.of(deputy), handler);
        goingAway.underground(TestClock.now().plus(Duration.ofHours(8)), handler);

        goingAway.decline(absences.now(handler.person()).orElseThrow().id(), member(deputy));

        assertThat(member(deputy).grants()).isEmpty();
        assertThat(member(leader).grants()).contains(new Grant(Role.HANDLER, district));
        assertThat(inbox.unread(leader)).isEqualTo(1);
    }

    @Test
    void a_superior_or_the_desk_says_it_for_somebody_who_is_ill_and_nobody_else() {
        var leader = member(village.holder(Role.UNIT_LEADER, mine));
        var elsewhere = member(village.holder(Role.UNIT_LEADER, village.mine()));
        var day = today.date();

        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> goingAway.enterFor(handler.person(), Optional.empty(), day, day, "生病", elsewhere));
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(
                        () -> goingAway.enterFor(handler.person(), Optional.empty(), day, day, "生病", member(deputy)));
        goingAway.enterFor(handler.person(), Optional.empty(), day, day, "生病", leader);

        assertThat(absences.now(handler.person())).isPresent();
        assertThat(inbox.unread(handler.person())).isEqualTo(1);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        var now = TestClock.now();
        var day = today.date();
        var gone = village.worker(district);
        village.leave(gone);

        refused("absence-end-past", () -> goingAway.underground(now.minusSeconds(1), handler));
        refused("underground-too-long", () -> goingAway.underground(now.plus(Duration.ofHours(25)), handler));
        refused("deputy-yourself", () -> goingAway.nameUsually(Optional.of(handler.person()), handler));
        refused("account-person-left", () -> goingAway.nameUsually(Optional.of(gone), handler));
        refused("account-person-left", () -> goingAway.leave(Optional.of(gone), day, day.plusDays(1), "休假", handler));
        refused(
                "absence-end-past",
                () -> goingAway.leave(Optional.empty(), day.minusDays(3), day.minusDays(1), "休假", handler));
        refused("period-backwards", () -> goingAway.leave(Optional.empty(), day, day.minusDays(1), "休假", handler));
        refused("record-reason-missing", () -> goingAway.leave(Optional.empty(), day, day, " ", handler));
        goingAway.underground(now.plus(Duration.ofHours(8)), handler);
        refused("absence-twice", () -> goingAway.underground(now.plus(Duration.ofHours(9)), handler));
    }

    private static void refused(String code, ThrowingCallable activity) {
        assertThatExceptionOfType(Refusal.Violation.class).isThrownBy(activity).returns(code, Refusal::code);
    }

    private Actor.Member member(PersonId person) {
        return members.member(person, "某人");
    }
}
