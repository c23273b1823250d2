package cn.lianxin.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every expected date was counted by hand on the announced calendar. */
class WorkingCalendarTest {

    private final WorkingCalendar calendar = new WorkingCalendar();

    @ParameterizedTest(name = "{0} works: {1} ({2})")
    @CsvSource({
        "2026-11-20, true, an ordinary Friday",
        "2026-11-21, false, an ordinary Saturday",
        "2026-11-22, false, an ordinary Sunday",
        "2025-12-31, true, the day before New Year",
        "2026-01-01, false, New Year",
        "2026-01-02, false, a Friday swapped off",
        "2026-01-04, true, a make-up Sunday",
        "2026-02-14, true, a make-up Saturday before Spring Festival",
        "2026-02-15, false, the first day of Spring Festival",
        "2026-02-16, false, New Year's Eve by the moon",
        "2026-02-23, false, its last day is a Monday",
        "2026-02-24, true, the first day after it",
        "2026-02-28, true, a make-up Saturday after it",
        "2026-05-09, true, a make-up Saturday in May",
        "2026-09-20, true, a make-up Sunday before National Day",
        "2026-09-25, false, Mid-Autumn on a Friday",
        "2026-10-08, true, the first day after National Day",
        "2026-10-10, true, a make-up Saturday in October",
        "2024-02-09, true, New Year's Eve of 2024 was no day off",
        "2024-02-18, true, a make-up Sunday",
        "2025-01-26, true, a make-up Sunday",
        "2025-10-06, false, Mid-Autumn within National Day",
        "2027-10-01, true, no list yet: a Friday",
        "2027-10-02, true, no list yet: no Saturday lengthens a promise",
        "2023-10-07, false, before the first list weekends are off"
    })
    void knows_on_which_days_the_office_works(LocalDate day, boolean works, String why) {
        assertThat(calendar.isWorkingDay(day)).as(why).isEqualTo(works);
    }

    @ParameterizedTest(name = "{1} working days after {0} is {2} ({3})")
    @CsvSource({
        "2026-11-16, 1, 2026-11-17, Monday to Tuesday",
        "2026-11-20, 1, 2026-11-23, over a weekend",
        "2026-11-16, 5, 2026-11-23, a week",
        "2026-11-21, 1, 2026-11-23, filed on a Saturday the Monday is the first day",
        "2026-11-21, 0, 2026-11-23, no day at all ends on a working day",
        "2026-11-20, 0, 2026-11-20, no day at all",
        "2025-12-31, 1, 2026-01-04, New Year to a make-up Sunday",
        "2025-12-31, 2, 2026-01-05, and the Monday after it",
        "2025-12-29, 5, 2026-01-06, over the end of the year",
        "2026-02-13, 1, 2026-02-14, Friday to a make-up Saturday",
        "2026-02-13, 2, 2026-02-24, over Spring Festival",
        "2026-02-14, 5, 2026-02-28, the fifth day is a make-up Saturday",
        "2026-02-14, 6, 2026-03-02, and the sixth a Monday",
        "2026-02-18, 3, 2026-02-26, filed within Spring Festival",
        "2026-04-03, 1, 2026-04-07, over Qingming",
        "2026-04-30, 3, 2026-05-08, over Labour Day",
        "2026-04-30, 4, 2026-05-09, to its make-up Saturday",
        "2026-09-18, 1, 2026-09-20, Friday to a make-up Sunday",
        "2026-09-24, 1, 2026-09-28, over Mid-Autumn",
        "2026-09-30, 3, 2026-10-10, over National Day to its make-up Saturday",
        "2026-09-15, 15, 2026-10-12, over two holidays and two make-up days",
        "2026-12-31, 1, 2027-01-01, the next year has no list",
        "2026-12-30, 5, 2027-01-04, and its weekend is counted"
    })
    void counts_working_days(LocalDate beginning, int days, LocalDate last, String why) {
        assertThat(calendar.plusWorkingDays(beginning, days)).as(why).isEqualTo(last);
    }

    @DisplayName("民法典 201、203：开始的当日不计入；最后一日是休息日的，顺延到次一工作日")
    @ParameterizedTest(name = "{1} natural days after {0} end on {2} ({3})")
    @CsvSource({
        "2026-11-02, 15, 2026-11-17, a Tuesday stays",
        "2026-11-06, 15, 2026-11-23, a Saturday moves to the Monday",
        "2026-11-07, 15, 2026-11-23, a Sunday too",
        "2026-01-30, 15, 2026-02-14, a make-up Saturday stays",
        "2026-01-31, 15, 2026-02-24, the first day of Spring Festival moves behind it",
        "2026-08-02, 60, 2026-10-08, National Day moves behind it",
        "2026-08-11, 60, 2026-10-10, a make-up Saturday stays",
        "2025-12-02, 30, 2026-01-04, New Year moves to the make-up Sunday",
        "2026-12-02, 30, 2027-01-01, a year without a list",
        "2026-12-03, 30, 2027-01-02, where no weekend lengthens a promise"
    })
    void counts_natural_days(LocalDate beginning, int days, LocalDate last, String why) {
        assertThat(calendar.endOfNaturalDays(beginning, days)).as(why).isEqualTo(last);
    }

    @ParameterizedTest(name = "{1} open hours after {0} is {2} ({3})")
    @CsvSource({
        "2026-11-16T09:30, 2, 2026-11-16T11:30, within the morning",
        "2026-11-16T09:30, 4, 2026-11-16T15:30, over noon",
        "2026-11-16T08:00, 4, 2026-11-16T12:00, exactly the morning ends at noon",
        "2026-11-16T14:00, 4, 2026-11-16T18:00, exactly the afternoon ends at closing",
        "2026-11-16T12:30, 1, 2026-11-16T15:00, from noon the afternoon counts",
        "2026-11-16T16:00, 4, 2026-11-17T10:00, into the next morning",
        "2026-11-16T18:00, 4, 2026-11-17T12:00, from closing the next morning counts",
        "2026-11-16T23:59, 4, 2026-11-17T12:00, at night too",
        "2026-11-17T02:00, 4, 2026-11-17T12:00, before the opening",
        "2026-11-20T17:00, 4, 2026-11-23T11:00, over a weekend",
        "2026-11-21T10:00, 4, 2026-11-23T12:00, from a Saturday",
        "2026-02-13T17:00, 4, 2026-02-14T11:00, into a make-up Saturday",
        "2026-02-14T17:00, 4, 2026-02-24T11:00, over Spring Festival",
        "2025-12-31T17:00, 10, 2026-01-05T09:00, over New Year and its make-up Sunday",
        "2026-11-16T09:30, 24, 2026-11-19T09:30, three days",
        "2026-11-21T10:00, 0, 2026-11-21T10:00, no hour at all"
    })
    void counts_open_hours(LocalDateTime beginning, int hours, LocalDateTime end, String why) {
        assertThat(calendar.plusWorkingHours(at(beginning), hours)).as(why).isEqualTo(at(end));
    }

    @Test
    void a_period_is_over_when_the_office_closes() {
        assertThat(calendar.closingOf(LocalDate.parse("2026-11-23"))).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
    }

    @Test
    void says_which_years_it_knows() {
        assertThat(calendar.knows(2023)).isFalse();
        assertThat(calendar.knows(2024)).isTrue();
        assertThat(calendar.knows(2026)).isTrue();
        assertThat(calendar.knows(2027)).isFalse();
    }

    @Test
    void says_weeks_before_that_the_list_of_the_next_year_is_missing() {
        assertThat(calendar.missingYear(LocalDate.parse("2026-10-02"))).isEmpty();
        assertThat(calendar.missingYear(LocalDate.parse("2026-10-03"))).contains(2027);
        assertThat(calendar.missingYear(LocalDate.parse("2027-03-01"))).contains(2027);
    }

    @Test
    void no_list_that_is_announced_later_makes_a_promise_end_earlier_than_it_was_given() {
        var before = new WorkingCalendar();
        before.use(new AnnouncedDays(
                new java.util.TreeMap<>(AnnouncedDays.packaged().days().headMap(LocalDate.of(2026, 1, 1))),
                java.util.Set.of()));

        for (var day = LocalDate.parse("2025-11-01"); day.getYear() < 2027; day = day.plusDays(1)) {
            for (var length : new int[] {1, 5, 15}) {
                assertThat(before.plusWorkingDays(day, length))
                        .isBeforeOrEqualTo(calendar.plusWorkingDays(day, length));
            }
            assertThat(before.endOfNaturalDays(day, 60)).isBeforeOrEqualTo(calendar.endOfNaturalDays(day, 60));
        }
    }

    @Test
    void knows_the_announced_number_of_working_days_of_a_year() {
        assertThat(workingDaysOf(2024)).isEqualTo(251);
        assertThat(workingDaysOf(2025)).isEqualTo(248);
        assertThat(workingDaysOf(2026)).isEqualTo(248);
    }

    @Test
    void office_hours_are_a_setting() {
        var shifts = new WorkingCalendar("06:00-14:00");

        assertThat(shifts.plusWorkingHours(at(LocalDateTime.parse("2026-11-16T13:00")), 2))
                .isEqualTo(at(LocalDateTime.parse("2026-11-17T07:00")));
        assertThatThrownBy(() -> new WorkingCalendar("14:00-08:00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkingCalendar("always")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_added_working_day_is_one_working_day_later() {
        for (var day = LocalDate.parse("2023-12-25"); day.getYear() < 2028; day = day.plusDays(1)) {
            var next = calendar.plusWorkingDays(day, 1);

            assertThat(next).isAfter(day);
            assertThat(calendar.isWorkingDay(next)).isTrue();
            assertThat(day.plusDays(1).datesUntil(next)).noneMatch(calendar::isWorkingDay);
            assertThat(calendar.plusWorkingDays(day, 7)).isEqualTo(calendar.plusWorkingDays(next, 6));
        }
    }

    private long workingDaysOf(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(calendar::isWorkingDay)
                .count();
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(WorkingCalendar.ZONE).toInstant();
    }
}
