package cn.lianxin.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.kernel.Refusal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void three_shifts_of_eight_hours_run_round_the_clock() {
        var roster = Roster.of("早 08:00-16:00，中 16:00-24:00，夜 00:00-08:00", "夜夜中中早早休休", FIRST);

        assertThat(roster.on(FIRST, 0).map(Shift::letter)).contains("夜");
        assertThat(roster.on(FIRST.plusDays(6), 0)).isEmpty();
        assertThat(roster.on(FIRST.plusDays(8), 0).map(Shift::letter)).contains("夜");
        assertThat(roster.on(FIRST, 2).map(Shift::letter)).contains("中");
        assertThat(roster.on(FIRST.minusDays(1), 0)).isEmpty();
    }

    @Test
    void four_shifts_of_six_hours_run_round_the_clock() {
        var roster = Roster.of("一 00:00-06:00; 二 06:00-12:00; 三 12:00-18:00; 四 18:00-24:00", "一一一一一一休二二二二二二休", FIRST);

        assertThat(roster.on(FIRST.plusDays(7), 0).map(Shift::letter)).contains("二");
    }

    @Test
    void a_shift_over_midnight_ends_on_the_next_day() {
        var roster = Roster.of("夜 22:00-06:00", "夜夜夜夜夜休", FIRST);
        var tenInTheEvening = FIRST.atTime(22, 0).atZone(WorkingCalendar.ZONE).toInstant();

        var end = roster.plusHours(tenInTheEvening, 8, 0);

        assertThat(end)
                .isEqualTo(LocalDateTime.of(2026, 1, 2, 6, 0)
                        .atZone(WorkingCalendar.ZONE)
                        .toInstant());
        assertThat(roster.onDuty(end.minusSeconds(60), 0)).isTrue();
        assertThat(roster.onDuty(end, 0)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                              | 早     | roster-no-shifts",
                "早班 08:00-16:00                | 早     | roster-shift-unclear",
                "早 08:00-25:00                  | 早     | roster-shift-unclear",
                "休 08:00-16:00                  | 休     | roster-shift-unclear",
                "早 08:00-21:00                  | 早休   | roster-shift-too-long",
                "早 08:00-16:00, 中 15:00-23:00  | 早中休 | roster-shifts-overlap",
                "早 08:00-16:00, 早 16:00-24:00  | 早休   | roster-shifts-overlap",
                "夜 22:00-06:00, 早 05:00-13:00  | 早夜休 | roster-shifts-overlap",
                "早 08:00-16:00                  | ''     | roster-no-pattern",
                "早 08:00-16:00                  | 休休   | roster-no-pattern",
                "早 08:00-16:00                  | 早中休 | roster-shift-unknown",
                "早 08:00-16:00                  | 早     | roster-no-day-of-rest",
                "早 08:00-16:00                  | 早早早早早早早休 | roster-no-day-of-rest",
                "早 08:00-16:00, 中 16:00-24:00, 夜 00:00-08:00 | 中夜休 | roster-no-rest-between",
                "早 08:00-16:00, 中 16:00-24:00, 夜 00:00-08:00 | 早早中中夜夜休休 | roster-no-rest-between",
                "夜 22:00-06:00, 早 08:00-16:00  | 夜早休 | roster-no-rest-between"
            })
    void a_roster_that_nobody_could_work_is_refused(String shifts, String pattern, String code) {
        assertThatThrownBy(() -> Roster.of(shifts, pattern, FIRST))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
