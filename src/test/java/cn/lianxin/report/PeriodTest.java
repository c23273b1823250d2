package cn.lianxin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @Test
    void a_week_goes_from_monday_to_sunday_over_the_end_of_the_year() {
        var week = Period.parse("2026-W53");

        assertThat(week.from()).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(week.end()).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(week.code()).isEqualTo("2026-W53");
        assertThat(Period.around(ReportKind.WEEK, LocalDate.of(2027, 1, 3))).isEqualTo(week);
    }

    @Test
    void it_is_due_at_eight_on_the_first_day_after_it() {
        assertThat(Period.parse("2026-11").due()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(Period.parse("2026-W48").due()).isEqualTo(Instant.parse("2026-11-30T00:00:00Z"));
    }

    @Test
    void before_it_lies_another_of_its_kind() {
        assertThat(Period.parse("2026-03").before().code()).isEqualTo("2026-02");
        assertThat(Period.parse("2026").before().code()).isEqualTo("2025");
        assertThat(Period.parse("2026-W01").before().code()).isEqualTo("2025-W52");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-13",
                "2026-W54",
                "2026-W00",
                "2026-11-29",
                "上周",
                "20261",
                "2026-W1",
                "1999",
                "1999-12",
                "0000-W01"
            })
    void what_is_no_period_is_said_to_be_none(String typed) {
        assertThatThrownBy(() -> Period.parse(typed))
                .isInstanceOf(Refusal.Violation.class)
                .hasMessageContaining("period-unknown");
    }

    @Test
    void a_time_that_still_runs_is_not_reported() {
        var month = Period.parse("2026-11");

        assertThatThrownBy(() -> month.mustBeOver(LocalDate.of(2026, 11, 30))).hasMessageContaining("period-not-over");
        month.mustBeOver(LocalDate.of(2026, 12, 1));
    }
}
