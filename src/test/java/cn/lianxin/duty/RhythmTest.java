package cn.lianxin.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {

    @Test
    void a_period_is_owed_once_it_began_under_the_duty_and_is_over() {
        var from = LocalDate.of(2026, 10, 15);

        assertThat(Rhythm.MONTH.within(from, LocalDate.of(2027, 1, 30)))
                .extracting(Rhythm.Stretch::key)
                .containsExactly("2026-11", "2026-12");
        assertThat(Rhythm.QUARTER.within(from, LocalDate.of(2027, 3, 31)))
                .extracting(Rhythm.Stretch::key)
                .containsExactly("2027-Q1");
        assertThat(Rhythm.YEAR.within(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 30)))
                .extracting(Rhythm.Stretch::key)
                .containsExactly("2026");
        assertThat(Rhythm.OCCASION.within(from, from.plusYears(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-02, 2026-02-01, 2026-02-28",
        "QUARTER, 2026-Q4, 2026-10-01, 2026-12-31",
        "YEAR, 2028, 2028-01-01, 2028-12-31"
    })
    void a_period_is_named_by_its_key(Rhythm rhythm, String key, LocalDate from, LocalDate until) {
        assertThat(rhythm.named(key)).contains(new Rhythm.Stretch(key, from, until));
    }

    @Test
    void what_is_no_period_is_none() {
        for (var key : List.of("2026-13", "2026-Q5", "26-1", "", "2026-1", "occasion-1")) {
            for (var rhythm : Rhythm.values()) {
                assertThat(rhythm.named(key)).as("%s %s", rhythm, key).isEqualTo(Optional.empty());
            }
        }
    }

    @Test
    @DisplayName("个人信息保护法 §28: such a column is never allowed, whoever keeps the list")
    void some_columns_are_never_published() {
        for (var heading :
                List.of("身份证号", "身 份 证 号", "银行卡号", "开户行账号", "联系电话", "手机", "家庭住址", "病种", "Bank account", "ＩＤ card no")) {
            assertThat(NeverPublished.is(heading)).as(heading).isTrue();
        }
        for (var heading : List.of("姓名", "单位", "工分", "应得", "扣减原因", "编号", "整改措施", "中标单位")) {
            assertThat(NeverPublished.is(heading)).as(heading).isFalse();
        }
    }
}
