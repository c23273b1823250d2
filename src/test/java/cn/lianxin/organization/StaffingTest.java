package cn.lianxin.organization;

import static cn.lianxin.organization.Enterprise.LONG_AGO;
import static cn.lianxin.organization.Enterprise.SETUP;
import static cn.lianxin.organization.Enterprise.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.lianxin.ProductTest;
import cn.lianxin.kernel.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ProductTest
@RecordApplicationEvents
class StaffingTest {

    /** More than all tests together hire. */
    private static final int EVERYBODY = 100_000;

    @Autowired
    Enterprise enterprise;

    @Autowired
    Staffing staffing;

    @Autowired
    Structuring structuring;

    @Autowired
    Appointments appointments;

    @Autowired
    Directory directory;

    @Autowired
    ApplicationEvents events;

    @Test
    void a_transfer_ends_the_old_post_the_day_before() {
        var group = enterprise.group();
        var first = enterprise.below(group, UnitKind.DISTRICT, "采一队");
        var second = enterprise.below(group, UnitKind.DISTRICT, "采二队");
        var miner = enterprise.person("钱学", first, "采煤工");
        var day = LocalDate.of(2025, 3, 10);

        staffing.transfer(miner, second, "采煤工", day, SETUP);

        assertThat(directory.person(miner).unit()).contains(second);
        var history = appointments.of(miner);
        assertThat(history).extracting(Appointment::unit).containsExactly(second, first);
        assertThat(history.get(1).until()).contains(LocalDate.of(2025, 3, 9));
        assertThat(events.stream(OrganizationEvent.class))
                .contains(new OrganizationEvent.PersonMoved(miner, Optional.of(first), second));
    }

    @Test
    void a_leaver_keeps_his_history_and_can_come_back() {
        var group = enterprise.group();
        var unit = enterprise.below(group, UnitKind.DISTRICT, "通风队");
        var miner = enterprise.person("孙福", unit, "测风员");
        staffing.appoint(miner, group, "安全网员", false, LocalDate.of(2024, 5, 1), false, SETUP);
        var lastDay = LocalDate.of(2026, 1, 31);

        staffing.leave(miner, lastDay, SETUP);

        var card = directory.person(miner);
        assertThat(card.leftOn()).contains(lastDay);
        assertThat(card.unit()).isEmpty();
        assertThat(appointments.of(miner))
                .hasSize(2)
                .allMatch(post -> post.until().equals(Optional.of(lastDay)));
        assertThat(directory.personByStaffNumber(card.staffNumber())).contains(card);
        assertThat(events.stream(OrganizationEvent.class)).contains(new OrganizationEvent.PersonLeft(miner, lastDay));
        assertThat(conflictOf(() -> staffing.transfer(miner, group, "工人", TODAY, SETUP)))
                .isEqualTo("person-has-left");

        staffing.takeBack(miner, unit, "测风员", LocalDate.of(2026, 3, 1), SETUP);

        assertThat(directory.person(miner).leftOn()).isEmpty();
        assertThat(appointments.of(miner)).hasSize(3);
    }

    @Test
    void one_main_post_at_a_time_and_others_beside_it() {
        var group = enterprise.group();
        var unit = enterprise.below(group, UnitKind.DISTRICT, "运输队");
        var miner = enterprise.person("李车", unit, "司机");

        staffing.appoint(miner, group, "工会委员", false, LONG_AGO, false, SETUP);

        assertThat(directory.person(miner).title()).isEqualTo("司机");
        assertThat(conflictOf(() -> staffing.appoint(miner, group, "科员", false, LONG_AGO, true, SETUP)))
                .isEqualTo("appointment-main-exists");
        assertThat(conflictOf(() -> staffing.transfer(miner, unit, "司机", TODAY, SETUP)))
                .isEqualTo("appointment-same");
        var beside =
                appointments.of(miner).stream().filter(post -> !post.main()).findFirst();
        staffing.relieve(miner, beside.orElseThrow().id(), TODAY.minusDays(1), SETUP);
        assertThat(appointments.of(miner))
                .filteredOn(post -> post.until().isEmpty())
                .hasSize(1);
    }

    @Test
    void dates_that_cannot_be_are_refused() {
        var unit = enterprise.group();
        var miner = enterprise.person("周期", unit, "工人");

        assertThat(violationOf(() -> staffing.leave(miner, TODAY.plusDays(2), SETUP)))
                .isEqualTo("date-in-future");
        assertThat(violationOf(() -> staffing.leave(miner, LONG_AGO.minusDays(1), SETUP)))
                .isEqualTo("date-before-appointment");
        assertThat(violationOf(() -> staffing.transfer(miner, unit, "班长", LONG_AGO.minusDays(1), SETUP)))
                .isEqualTo("date-before-appointment");
        assertThat(violationOf(() -> staffing.hire(new NewPerson("编号!", "吴", Employment.OWN, ""), SETUP)))
                .isEqualTo("staff-number-wrong");
        assertThat(violationOf(() ->
                        staffing.hire(new NewPerson(Enterprise.code(), "名".repeat(41), Employment.OWN, ""), SETUP)))
                .isEqualTo("name-too-long");
    }

    @Test
    void people_are_found_by_name_sound_initials_and_number() {
        var unit = enterprise.group();
        var miner = enterprise.person("单小曾", unit, "工人");
        var number = directory.person(miner).staffNumber();

        assertThat(directory.search("单小曾", EVERYBODY))
                .extracting(PersonCard::id)
                .contains(miner);
        assertThat(directory.search("shan xiao", EVERYBODY))
                .extracting(PersonCard::id)
                .contains(miner);
        assertThat(directory.search("SXZ", EVERYBODY))
                .extracting(PersonCard::id)
                .contains(miner);
        assertThat(directory.search(number.toLowerCase(java.util.Locale.ROOT), 50))
                .extracting(PersonCard::id)
                .containsExactly(miner);
        assertThat(directory.search("%", 50)).isEmpty();
        assertThat(directory.search("  ", 50)).isEmpty();
    }

    private static String conflictOf(ThrowingCallable step) {
        return catchThrowableOfType(Refusal.Conflict.class, step).code();
    }

    private static String violationOf(ThrowingCallable step) {
        return catchThrowableOfType(Refusal.Violation.class, step).code();
    }
}
