package cn.lianxin.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.lianxin.kernel.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevealedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ID        | 140202198001011234
                    ID        | 14020219800101123x
                    ID        | １４０２０２１９８００１０１１２３Ｘ
                    ID        | 140202 19800101 1234
                    ID        | 证号140202198001011234，请核对
                    ID        | 一四〇二〇二一九八〇〇一〇一一二三四
                    ID        | 壹肆零贰零贰壹玖捌零零壹零壹壹贰叁肆
                    ID        | 140202800101123
                    ACCOUNT   | 6222021234567890123
                    ACCOUNT   | 6222 0212 3456 7890 123
                    ACCOUNT   | 6222-0212-3456-7890
                    ACCOUNT   | 6 2 2 2 0 2 1 2 3 4 5 6 7 8 9 0
                    TELEPHONE | 13812345678
                    TELEPHONE | 138 1234 5678
                    TELEPHONE | 138-1234-5678
                    TELEPHONE | +86 13812345678
                    TELEPHONE | 幺三八一二三四五六七八
                    MAIL      | wang@example.com
                    PLATE     | 晋A12345
                    PLATE     | 晋A·D12345
                    """)
    void what_leads_to_somebody_is_found_everywhere(Revealed kind, String text) {
        assertThat(Revealed.inText(text)).contains(kind);
        assertThat(Revealed.inCell(text, false)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    LANDLINE  | 0351-2345678
                    ILLNESS   | 尘肺二期
                    ILLNESS   | 因病住院
                    ADDRESS   | 矿东路 3 号
                    ADDRESS   | 3号楼2单元
                    """)
    void in_a_row_of_somebody_more_is_too_much(Revealed kind, String text) {
        assertThat(Revealed.inCell(text, true)).contains(kind);
        assertThat(Revealed.inCell(text, false)).isEmpty();
        assertThat(Revealed.inText(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "应得 12,345.67 元，扣减 200 元",
                "2026-11-01 至 2026-11-30",
                "2026年11月1日—2026年11月30日 08:00-16:00",
                "120 130 140 150",
                "1 2 3 4 5 6 7 8 9",
                "1203 工作面回风巷 850 米处",
                "职业病危害（粉尘、噪声）检测合格，职业病防治科负责",
                "合同金额 1234567890.00 元",
                "二〇二六年十一月三十日",
                "单体液压支柱 DW25-300/100",
                "工分 1.25，系数 0.95，出勤 26",
                "3301 综采工作面 12 架 13 架 14 架 15 架",
                "监督电话 0351-2345678"
            })
    void harmless_words_of_a_mine_are_let_through(String text) {
        assertThat(Revealed.inText(text)).isEmpty();
        assertThat(Revealed.inCell(text, false)).isEmpty();
    }

    @Test
    void it_is_said_which_row_and_which_column() {
        var table = new Table(
                List.of("姓名", "备注"), List.of(List.of("张一", "无"), List.of("李二", "卡 6222021234567890123")), List.of());

        var refused = catchThrowableOfType(Refusal.Violation.class, () -> Revealed.mustNotBeIn(table));

        assertThat(refused.code()).isEqualTo("cell-account");
        assertThat(refused.arguments()).containsExactly(2, "备注");
    }

    @Test
    void a_number_that_was_cut_over_two_cells_is_found() {
        var table = new Table(List.of("姓名", "工分", "备注"), List.of(List.of("张一", "140202198", "001011234")), List.of());

        var refused = catchThrowableOfType(Refusal.Violation.class, () -> Revealed.mustNotBeIn(table));

        assertThat(refused.code()).isEqualTo("row-id");
    }
}
