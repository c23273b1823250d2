package cn.lianxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class RowReadingTest {

    @Autowired
    RowReading reading;

    @Autowired
    Office office;

    @Autowired
    Village village;

    @Autowired
    Directory directory;

    private Office.Desk desk;

    @BeforeEach
    void open() {
        desk = office.open();
    }

    @Test
    void a_known_staff_number_or_an_unambiguous_name_is_the_worker_anybody_else_is_anonymous() {
        var worker = village.worker(desk.mine());
        var stranger = village.worker(village.mine());

        assertThat(reporter(village.staffNumber(worker))).isEqualTo(new Reporter.Named(worker));
        assertThat(reporter(name(worker))).isEqualTo(new Reporter.Named(worker));
        assertThat(reporter(name(stranger))).isEqualTo(new Reporter.Anonymous());
        assertThat(reporter("Z00000000")).isEqualTo(new Reporter.Anonymous());
        assertThat(reporter("")).isEqualTo(new Reporter.Anonymous());
    }

    @Test
    void who_wished_to_stay_unnamed_stays_unnamed() {
        var worker = village.worker(desk.mine());
        var header = List.of("反映人", "是否匿名", "反映时间", "内容");

        assertThat(read(header, name(worker), "是", "2024-01-05", "事").past().reporter())
                .isEqualTo(new Reporter.Anonymous());
        assertThat(read(header, name(worker), "保密", "2024-01-05", "事").past().reporter())
                .isEqualTo(new Reporter.Confidential(worker));
        assertThat(read(header, name(worker), "否", "2024-01-05", "事").past().reporter())
                .isEqualTo(new Reporter.Named(worker));
    }

    @Test
    void the_unit_is_the_one_that_the_row_names_else_the_workers_else_the_ledgers() {
        var district = village.district(desk.mine());
        var worker = village.worker(district);
        var header = List.of("反映人", "单位", "反映时间", "内容");
        var named = directory.unit(district).name();

        assertThat(read(header, "", named, "2024-01-05", "事").past().unit()).isEqualTo(district);
        assertThat(read(header, name(worker), "", "2024-01-05", "事").past().unit())
                .isEqualTo(district);
        assertThat(read(header, "", "", "2024-01-05", "事").past().unit()).isEqualTo(desk.mine());
        var elsewhere = read(header, "", "没有这个队", "2024-01-05", "事");
        assertThat(elsewhere.past().unit()).isEqualTo(desk.mine());
        assertThat(elsewhere.remarks())
                .containsExactly(new RowFault(2, "单位", "ledger-unit-unknown", List.of("没有这个队"), false));
    }

    @Test
    void the_matter_is_the_one_that_the_row_names_else_the_best_guess_and_a_guess_hides_nothing() {
        var header = List.of("事项", "反映时间", "内容");

        assertThat(read(header, "A1", "2024-01-05", "事").past().matter()).isEqualTo("A1");
        assertThat(read(header, "A2 奖金绩效", "2024-01-05", "事").past().matter()).isEqualTo("A2");
        assertThat(read(header, "奖金绩效", "2024-01-05", "事").past().matter()).isEqualTo("A2");
        assertThat(read(header, "", "2024-01-05", "夜班费和加班费没发").past().matter()).isEqualTo("A4");
        assertThat(read(header, "", "2024-01-05", "队长收钱吃拿卡要").past().matter()).isNotEqualTo("K4");
        assertThat(read(header, "", "2024-01-05", "嗯").past().matter()).isEqualTo("M6");
        assertThat(read(header, "别的", "2024-01-05", "嗯").remarks())
                .extracting(RowFault::code)
                .containsExactly("ledger-matter-unknown");
    }

    @Test
    void channel_and_kind_are_read_in_both_languages() {
        var header = List.of("渠道", "类型", "反映时间", "内容");

        var chinese = read(header, "来信", "投诉", "2024-01-05", "事").past();
        var english = read(header, "Letter", "complaint", "2024-01-05", "事").past();
        var neither = read(header, "", "", "2024-01-05", "事").past();

        assertThat(List.of(chinese.channel(), english.channel())).containsOnly(Channel.LETTER);
        assertThat(List.of(chinese.kind(), english.kind())).containsOnly(ConcernKind.COMPLAINT);
        assertThat(neither.channel()).isEqualTo(Channel.LEDGER);
    }

    @Test
    void a_reply_without_its_day_or_before_its_question_is_kept_and_remarked_upon() {
        var header = List.of("反映时间", "内容", "答复意见", "答复时间");

        var undated = read(header, "2024-01-05", "事", "办了", "");
        var tooEarly = read(header, "2024-01-05", "事", "办了", "2023-01-05");
        var sameDay = read(header, "2024-01-05 09:00", "事", "办了", "2024-01-05");
        var without = read(header, "2024-01-05", "事", "", "2024-01-06");

        assertThat(undated.past().reply().orElseThrow().at())
                .isEqualTo(undated.past().filedAt());
        assertThat(undated.remarks()).extracting(RowFault::code).containsExactly("ledger-replied-at-missing");
        assertThat(tooEarly.past().reply().orElseThrow().at()).isEqualTo(Instant.parse("2023-01-04T16:00:00Z"));
        assertThat(tooEarly.remarks()).extracting(RowFault::code).containsExactly("ledger-replied-before-filed");
        assertThat(sameDay.past().reply().orElseThrow().at())
                .isEqualTo(sameDay.past().filedAt());
        assertThat(sameDay.remarks()).isEmpty();
        assertThat(without.past().reply()).isEmpty();
        assertThat(without.remarks()).extracting(RowFault::code).containsExactly("ledger-reply-missing");
    }

    @Test
    void twenty_thousand_characters_stay_whole_and_what_deceives_the_eye_is_left_out() {
        var header = List.of("反映时间", "内容");
        var endless = "很长的话。".repeat(4_000);

        assertThat(read(header, "2024-01-05", endless).past().words()).isEqualTo(endless);
        assertThat(read(header, "2024-01-05", "a\u202Eb\u200B😀\u0007").past().words())
                .isEqualTo("ab😀");
        assertThat(LedgerRow.of(2, List.of("a\u0000b\uD800")).cells()).containsExactly("a\uFFFDb\uFFFD");
    }

    @Test
    void a_row_that_says_nothing_or_not_when_is_refused_at_its_column() {
        assertRefused(List.of("反映时间", "内容"), "CONTENT", "ledger-words-missing", "2024-01-05", "");
        assertRefused(List.of("反映时间", "内容"), "FILED_AT", "ledger-date-missing", "", "事");
        assertRefused(List.of("反映时间", "内容"), "FILED_AT", "ledger-date-unclear", "2024-02-30", "事");
    }

    @Test
    void an_amount_is_taken_as_offices_write_it_and_what_is_unclear_is_left_out_and_named() {
        var header = List.of("反映时间", "内容", "答复意见", "答复时间", "答复结论", "补发金额");

        assertThat(amount(read(header, "2024-01-05", "少发了", "补发", "2024-01-09", "支持", "1,280.50元")))
                .contains(new BigDecimal("1280.50"));
        assertThat(amount(read(header, "2024-01-05", "少发了", "说明", "2024-01-09", "解释", "")))
                .isEmpty();
        for (var unclear : List.of("面议", "-3", "0", "99999999")) {
            var understood = read(header, "2024-01-05", "少发了", "补发", "2024-01-09", "支持", unclear);
            assertThat(amount(understood)).isEmpty();
            assertThat(understood.remarks()).extracting(RowFault::code).containsExactly("ledger-amount-unclear");
        }
        var refused = read(header, "2024-01-05", "少发了", "不补", "2024-01-09", "不支持", "20");
        assertThat(amount(refused)).isEmpty();
        assertThat(refused.remarks()).extracting(RowFault::code).containsExactly("ledger-amount-unclear");
    }

    private static Optional<BigDecimal> amount(RowReading.Understood understood) {
        return understood.past().reply().orElseThrow().reply().amount();
    }

    private void assertRefused(List<String> header, String field, String code, String... cells) {
        assertThatThrownBy(() -> read(header, cells)).isInstanceOfSatisfying(Refusal.Violation.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.code()).isEqualTo(code);
        });
    }

    private Reporter reporter(String cell) {
        return read(List.of("反映人", "反映时间", "内容"), cell, "2024-01-05", "事")
                .past()
                .reporter();
    }

    private RowReading.Understood read(List<String> header, String... cells) {
        var ledger = new LedgerImport(
                UUID.randomUUID(),
                desk.mine(),
                Optional.of(desk.person()),
                Instant.EPOCH,
                "台账.csv",
                "UTF-8 ,",
                Columns.recognized(header),
                LedgerImport.State.RUNNING,
                1,
                0,
                0,
                0,
                0);
        return reading.understand(LedgerRow.of(2, List.of(cells)), ledger);
    }

    private String name(cn.lianxin.kernel.PersonId person) {
        return directory.person(person).name();
    }
}
