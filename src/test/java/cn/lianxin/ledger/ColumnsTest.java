package cn.lianxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.kernel.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void the_columns_of_a_complaint_office_are_recognized_by_their_names() {
        var columns = Columns.recognized(InventedLedger.HEADER);

        assertThat(columns.places())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        LedgerField.NUMBER, 0,
                        LedgerField.REPORTER, 1,
                        LedgerField.TITLE, 2,
                        LedgerField.FILED_AT, 3,
                        LedgerField.CONTENT, 4,
                        LedgerField.REPLY, 5,
                        LedgerField.REPLIED_AT, 6));
        assertThat(columns.others()).isEmpty();
    }

    @Test
    void spaces_marks_and_english_names_do_not_matter_and_unknown_columns_are_kept() {
        var columns = Columns.recognized(List.of(" 反映 时间*", "Title:", "诉求内容（必填）", "联系电话", "WORDS"));

        assertThat(columns.placeOf(LedgerField.FILED_AT)).isZero();
        assertThat(columns.placeOf(LedgerField.TITLE)).isEqualTo(1);
        assertThat(columns.placeOf(LedgerField.CONTENT)).isEqualTo(4);
        assertThat(columns.others()).containsExactly("诉求内容（必填）", "联系电话");
    }

    @Test
    void the_better_name_wins_over_the_first() {
        var columns = Columns.recognized(List.of("时间", "反映时间", "内容"));

        assertThat(columns.placeOf(LedgerField.FILED_AT)).isEqualTo(1);
        assertThat(columns.others()).containsExactly("时间");
    }

    @Test
    void what_is_kept_is_read_back() {
        var columns = Columns.recognized(InventedLedger.HEADER);

        assertThat(Columns.of(columns.header(), columns.fields())).isEqualTo(columns);
    }

    @Test
    void a_missing_column_and_a_column_chosen_twice_are_refused_at_their_select_boxes() {
        var header = List.of("甲", "乙");

        assertViolation(new Columns(header, Map.of(LedgerField.CONTENT, 0)), "FILED_AT", "ledger-column-missing");
        assertViolation(new Columns(header, Map.of(LedgerField.FILED_AT, 0)), "CONTENT", "ledger-column-missing");
        assertViolation(
                new Columns(header, Map.of(LedgerField.FILED_AT, 0, LedgerField.CONTENT, 0)),
                "CONTENT",
                "ledger-column-twice");
        assertViolation(
                new Columns(header, Map.of(LedgerField.FILED_AT, 0, LedgerField.CONTENT, 7)),
                "CONTENT",
                "ledger-column-unknown");
        assertThat(new Columns(header, Map.of(LedgerField.FILED_AT, 0, LedgerField.TITLE, 1)).checked())
                .isNotNull();
    }

    private static void assertViolation(Columns columns, String field, String code) {
        assertThatThrownBy(columns::checked).isInstanceOfSatisfying(Refusal.Violation.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.code()).isEqualTo(code);
        });
    }
}
