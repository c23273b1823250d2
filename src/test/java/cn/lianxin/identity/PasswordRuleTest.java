package cn.lianxin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import cn.lianxin.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    private static final List<String> KNOWN = List.of("王建国", "北岭一矿", "北岭", "青川能源集团", "lianxin", "");

    @ParameterizedTest
    @CsvSource({
        "1234567, password-too-short",
        "井下一千米啊, password-too-short",
        "bl-0012345, password-is-staff-number",
        "ＢＬ-0012345, password-is-staff-number",
        "Woaini1314, password-too-common",
        "１２３４５６７８９, password-too-common",
        "aabbaabbab, password-too-common",
        "3456789012, ",
        "hgfedcba, password-too-common",
        "王建国123王建国, password-is-known-word",
        "LianXin-2033, ",
        "Ｌianxin888, password-is-known-word",
        "北岭一矿王建国！, password-is-known-word",
        "青川能源集团有盏矿灯, "
    })
    void what_is_easy_to_guess_is_refused(String password, String code) {
        if (code == null) {
            assertThatNoException().isThrownBy(() -> PasswordRule.check(password, "BL-0012345", KNOWN));
        } else {
            assertThatExceptionOfType(Refusal.Violation.class)
                    .isThrownBy(() -> PasswordRule.check(password, "BL-0012345", KNOWN))
                    .returns(code, Refusal::code)
                    .returns("password", Refusal.Violation::field);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"井下一千米有盏灯", "煤 矿 工 人 有 力 量", "correct horse", "😀😁😂🤣😃😄😅😆"})
    void any_characters_will_do(String password) {
        assertThatNoException().isThrownBy(() -> PasswordRule.check(password, "BL-0012345", KNOWN));
    }

    @Test
    void a_whole_sentence_will_do() {
        var sentence = "井下一千米有盏灯，照着回家的路。".repeat(8);

        assertThat(sentence.codePointCount(0, sentence.length())).isEqualTo(PasswordRule.LONGEST);
        assertThatNoException().isThrownBy(() -> PasswordRule.check(sentence, "BL-0012345", KNOWN));
    }

    @Test
    void an_account_rests_longer_with_each_failure_and_never_longer_than_a_quarter_of_an_hour() {
        var now = Instant.parse("2026-11-22T00:00:00Z");

        var rests = IntStream.of(4, 5, 6, 7, 8, 9, 1000)
                .mapToObj(failures -> Throttle.restAfter(failures, now)
                        .map(until -> Duration.between(now, until).toMinutes())
                        .orElse(0L));

        assertThat(rests).containsExactly(0L, 1L, 2L, 4L, 8L, 15L, 15L);
    }

    @Test
    void a_slip_is_read_without_mistakes_however_it_is_typed() {
        var password = FirstPassword.random();

        assertThat(password.printed())
                .matches("[a-z3479]{4}-[a-z3479]{4}-[a-z3479]{4}")
                .doesNotContainPattern("[lio]");
        assertThat(FirstPassword.asOnRecord(password.printed().toUpperCase(Locale.ROOT)))
                .isEqualTo(password.letters());
        assertThat(FirstPassword.asOnRecord(password.printed().replace('-', ' ')))
                .isEqualTo(password.letters());
        assertThat(FirstPassword.asOnRecord("井下-Ab")).isEqualTo("井下-Ab");
    }
}
