package cn.lianxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TrialData;
import cn.lianxin.concern.ConcernLine;
import cn.lianxin.concern.ConcernLists;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.concern.Reply;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.spreadsheet.SpreadsheetFormat;
import cn.lianxin.platform.spreadsheet.SpreadsheetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class LedgerImportTest {

    private static final int WHOLE = 1_400;

    @TempDir
    Path directory;

    @Autowired
    Office office;

    @Autowired
    ApplyingLedgers applying;

    @Autowired
    ExportingLedgers exporting;

    @Autowired
    ConcernLists lists;

    @Autowired
    ReadingConcerns concerns;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient database;

    @Test
    void a_ledger_arrives_whole_with_its_own_dates_and_replies() throws IOException {
        var rows = InventedLedger.rows(WHOLE, 1);
        var desk = office.open();

        var ledger = office.bring(written(SpreadsheetFormat.CSV_GB18030, rows), desk);

        assertThat(ledger.done()).isTrue();
        assertThat(List.of(ledger.filed(), ledger.known(), ledger.faulty())).containsExactly(WHOLE, 0, 0);
        assertArrived(rows, desk);
    }

    @Test
    void a_real_ledger_arrives_whole_and_comes_back_cell_by_cell() throws IOException {
        var file = TrialData.file("ledger-gb18030.csv");
        var rows = read(file);
        var desk = office.open();

        var ledger = office.bring(file, desk);

        assertThat(List.of(ledger.filed(), ledger.known(), ledger.faulty())).containsExactly(WHOLE, 0, 0);
        assertArrived(rows.subList(1, rows.size()), desk);
        assertThat(read(exported(ledger.id(), SpreadsheetFormat.CSV_GB18030, desk)))
                .isEqualTo(rows);
        assertThat(office.bring(file, desk).known()).isEqualTo(WHOLE);
        assertThat(lines(desk)).hasSize(WHOLE);
    }

    @Test
    void the_same_ledger_again_adds_nothing_and_a_longer_one_adds_what_is_new() throws IOException {
        var rows = InventedLedger.rows(260, 2);
        var desk = office.open();
        office.bring(written(SpreadsheetFormat.CSV_UTF8, rows.subList(0, 250)), desk);
        var before = lines(desk);

        var again = office.bring(written(SpreadsheetFormat.XLSX, rows.subList(0, 250)), desk);
        var longer = office.bring(written(SpreadsheetFormat.CSV_GB18030, rows), desk);

        assertThat(List.of(again.filed(), again.known())).containsExactly(0, 250);
        assertThat(List.of(longer.filed(), longer.known())).containsExactly(10, 250);
        assertThat(lines(desk)).hasSize(260).containsAll(before);
    }

    @Test
    void killed_after_any_batch_or_within_one_it_ends_in_the_same_rows() throws IOException {
        var file = written(SpreadsheetFormat.CSV_GB18030, InventedLedger.rows(3 * ApplyingLedgers.BATCH + 7, 3));
        var undisturbed = office.open();
        office.bring(file, undisturbed);

        for (int batches = 0; batches <= 4; batches++) {
            var desk = office.open();
            var id = office.begin(file, desk);
            for (int batch = 0; batch < batches; batch++) {
                applying.applyNext(id);
            }
            assertThatThrownBy(() -> killedWithinABatch(id)).isInstanceOf(Killed.class);
            var ledger = office.finish(id, desk);

            assertThat(List.of(ledger.filed(), ledger.known(), ledger.faulty())).containsExactly(607, 0, 0);
            assertThat(contents(desk)).isEqualTo(contents(undisturbed));
        }
    }

    @ParameterizedTest
    @EnumSource(SpreadsheetFormat.class)
    void what_was_imported_comes_back_cell_by_cell(SpreadsheetFormat format) throws IOException {
        var header = new ArrayList<>(InventedLedger.HEADER);
        header.addAll(List.of("联系电话", "", "备注"));
        var rows = new ArrayList<List<String>>();
        for (var row : InventedLedger.rows(30, 4)) {
            var longer = new ArrayList<>(row);
            longer.addAll(List.of("0351-0000", " 前后有空格 ", "=1+1"));
            rows.add(longer);
        }
        rows.add(List.of("8", "", "长过 Excel 的一格", "2024-01-01", "字".repeat(40_000), "", "", "", "", ""));
        rows.add(List.of("9", "", "没有时间的一行", "", "+86", "", "", "", "", "-"));
        var file = InventedLedger.write(directory, "in." + format.extension(), format, header, rows);
        var desk = office.open();

        var ledger = office.bring(file, desk);

        assertThat(ledger.faulty()).isEqualTo(1);
        var expected = new ArrayList<List<String>>(List.of(header));
        expected.addAll(rows);
        for (var out : SpreadsheetFormat.values()) {
            assertThat(read(exported(ledger.id(), out, desk))).isEqualTo(expected);
        }
    }

    @Test
    void what_was_answered_long_ago_is_closed_and_nobody_has_said_that_it_was_solved() throws IOException {
        var desk = office.open();
        var rows = List.of(List.of("1", "无名氏", "热水", "2019-04-25 09:30:00", "没有热水", "已修好", "2019-05-10 15:00:00"));

        office.bring(written(SpreadsheetFormat.CSV_UTF8, rows), desk);

        var line = lines(desk).getFirst();
        var file = concerns.open(ConcernNumber.parse(line.number()).orElseThrow(), Door.PAGE, desk.clerk());
        assertThat(line.state()).isEqualTo("CONCLUDED");
        assertThat(line.number()).startsWith("2019-");
        assertThat(file.talk())
                .extracting(said -> said.key())
                .containsExactly("step.FILED", "step.RECORDED", "step.CONCLUDED");
        assertThat(file.talk().get(1).reply())
                .hasValueSatisfying(reply -> assertThat(reply.opinion()).isEqualTo("已修好"));
        assertThat(file.talk().get(1).at()).isEqualTo("2019-05-10T07:00:00Z");
        assertThat(database.sql(
                                "select count(*) from verdict.verdict where concern = (select id from concern.concern where number = ?)")
                        .param(line.number())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void assertArrived(List<List<String>> rows, Office.Desk desk) {
        var byText = lines(desk).stream().map(LedgerImportTest::asRow).toList();
        var expected =
                rows.stream().map(LedgerImportTest::withoutNumberAndPerson).toList();
        assertThat(byText).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> withoutNumberAndPerson(List<String> row) {
        return row.subList(2, 7).stream()
                .map(cn.lianxin.platform.text.PlainText::block)
                .toList();
    }

    private static List<String> asRow(ConcernLine line) {
        return List.of(
                line.title(),
                shown(line.filedAt()),
                line.words(),
                line.reply().map(Reply::opinion).orElse(""),
                line.repliedAt().map(LedgerImportTest::shown).orElse(""));
    }

    private static String shown(java.time.Instant at) {
        return java.time.LocalDateTime.ofInstant(at, cn.lianxin.platform.web.Screen.ZONE)
                .format(java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));
    }

    private static final class Killed extends RuntimeException {}

    private void killedWithinABatch(UUID id) {
        transactions.executeWithoutResult(_ -> {
            applying.applyNext(id);
            throw new Killed();
        });
    }

    private List<List<String>> contents(Office.Desk desk) {
        return lines(desk).stream().map(LedgerImportTest::asRow).toList();
    }

    private List<ConcernLine> lines(Office.Desk desk) {
        var lines = new ArrayList<ConcernLine>();
        lists.eachLine(desk.clerk(), lines::add);
        return lines;
    }

    private Path written(SpreadsheetFormat format, List<List<String>> rows) throws IOException {
        return InventedLedger.write(directory, "台账." + format.extension(), format, InventedLedger.HEADER, rows);
    }

    private Path exported(UUID ledger, SpreadsheetFormat format, Office.Desk desk) throws IOException {
        var file = directory.resolve("out." + format.extension());
        try (var out = Files.newOutputStream(file)) {
            exporting.asImported(ledger, out, format, desk.clerk());
        }
        return file;
    }

    static List<List<String>> read(Path file) {
        try (var spreadsheet = SpreadsheetReader.open(file, String.valueOf(file.getFileName()))) {
            var all = new ArrayList<List<String>>(List.of(spreadsheet.header()));
            spreadsheet.rows().forEach(row -> all.add(row.cells()));
            return all;
        }
    }
}
