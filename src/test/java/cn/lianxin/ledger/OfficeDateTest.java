package cn.lianxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.kernel.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeDateTest {

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2019-04-25 09:32:09, 2019-04-25T01:32:09Z, false",
        "2019-04-25T09:32:09, 2019-04-25T01:32:09Z, false",
        "2019/4/25 9:32, 2019-04-25T01:32:00Z, false",
        "2019/4/25, 2019-04-24T16:00:00Z, true",
        "2019.4.25, 2019-04-24T16:00:00Z, true",
        "2019年4月25日, 2019-04-24T16:00:00Z, true",
        "2019年4月25日9时32分, 2019-04-25T01:32:00Z, false",
        "2019年4月25日 下午2点, 2019-04-25T06:00:00Z, false",
        "２０１９－０４－２５, 2019-04-24T16:00:00Z, true",
        "20190425, 2019-04-24T16:00:00Z, true",
        "43580, 2019-04-24T16:00:00Z, true",
        "43580.5, 2019-04-25T04:00:00Z, false"
    })
    void dates_are_understood_in_the_forms_that_offices_use(String text, Instant at, boolean dayOnly) {
        assertThat(OfficeDate.parse(text)).contains(new OfficeDate(at, dayOnly));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "2024-13-01", "上个月", "25/04/2019", "2019-04-25 25:00", "7", "-", "99999999"})
    void what_is_no_day_is_not_guessed(String text) {
        assertThat(OfficeDate.parse(text)).isEmpty();
    }

    @Test
    void days_that_have_not_come_and_days_long_gone_are_refused_each_with_its_reason() {
        assertThatThrownBy(() -> OfficeDate.of("2027-01-01", LedgerField.FILED_AT, NOW))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class, it -> assertThat(it.code()).isEqualTo("ledger-date-in-future"));
        assertThatThrownBy(() -> OfficeDate.of("1919-04-25", LedgerField.FILED_AT, NOW))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class, it -> assertThat(it.code()).isEqualTo("ledger-date-too-early"));
    }
}
