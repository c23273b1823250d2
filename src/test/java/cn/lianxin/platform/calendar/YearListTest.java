package cn.lianxin.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("全国年节及纪念日放假办法：调走的工作日要在周末补上")
class YearListTest {

    private static final AnnouncedDays KNOWN = AnnouncedDays.packaged();

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026})
    void the_lists_of_the_years_that_come_with_the_product_can_be_right(int year) {
        assertThat(new YearList(year, KNOWN.of(year)).faults(KNOWN, LocalDate.of(year, 1, 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026})
    void a_list_that_lacks_any_one_of_its_rows_is_refused(int year) {
        var days = KNOWN.of(year);
        for (int row = 0; row < days.size(); row++) {
            var rest = new ArrayList<>(days);
            var missing = rest.remove(row);
            if (!missing.working() && missing.onWeekend()) {
                continue;
            }

            var faults = new YearList(year, rest)
                    .faults(AnnouncedDays.packaged().with(List.of(), java.util.Set.of()), LocalDate.of(year, 1, 1));

            assertThat(faults).as("without %s", missing).isNotEmpty();
        }
    }

    @Test
    void a_missing_make_up_day_is_said_with_its_numbers() {
        var days = KNOWN.of(2026).stream()
                .filter(day -> !day.date().equals(LocalDate.of(2026, 9, 20)))
                .toList();

        var faults = new YearList(2026, days).faults(KNOWN, LocalDate.of(2026, 1, 1));

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("calendar-make-up-missing");
            assertThat(fault.arguments()).containsExactly(19L, 13, 6L, 5L);
        });
    }

    @Test
    void a_day_that_has_passed_keeps_its_kind() {
        var days = new ArrayList<>(KNOWN.of(2026));
        days.removeIf(day -> day.date().equals(LocalDate.of(2026, 1, 4)));
        days.add(new AnnouncedDay(LocalDate.of(2026, 1, 10), true, "元旦"));
        var list = new YearList(2026, days);

        assertThat(list.faults(KNOWN, LocalDate.of(2026, 1, 1))).isEmpty();
        assertThat(list.faults(KNOWN, LocalDate.of(2026, 6, 1)))
                .extracting(ListFault::content)
                .containsExactly("2026-01-04", "2026-01-10");
    }

    @Test
    void a_year_that_is_over_is_closed() {
        assertThat(new YearList(2025, KNOWN.of(2025)).faults(KNOWN, LocalDate.of(2026, 1, 1)))
                .extracting(ListFault::code)
                .containsExactly("calendar-year-over");
    }
}
