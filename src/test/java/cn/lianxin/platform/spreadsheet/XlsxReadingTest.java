package cn.lianxin.platform.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.lianxin.kernel.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxReadingTest {

    @TempDir
    Path directory;

    private interface Filling {
        void fill(Worksheet sheet);
    }

    @Test
    void cells_are_read_as_a_person_sees_them() throws IOException {
        var file = workbook(sheet -> {
            for (int column = 0; column < 12; column++) {
                sheet.value(0, column, "列" + column);
            }
            sheet.value(1, 0, LocalDate.of(2026, 11, 22));
            sheet.style(1, 0).format("yyyy年m月d日").set();
            sheet.value(1, 1, LocalDateTime.of(2026, 11, 22, 7, 40));
            sheet.style(1, 1).format("yyyy-mm-dd hh:mm").set();
            sheet.value(1, 2, 0.5);
            sheet.style(1, 2).format("0.0%").set();
            sheet.value(1, 3, 123);
            sheet.style(1, 3).format("000000").set();
            sheet.value(1, 4, 1234567.891);
            sheet.style(1, 4).format("#,##0.00").set();
            sheet.value(1, 5, 0.1 + 0.2);
            sheet.value(1, 6, 13800138000L);
            sheet.value(1, 7, true);
            sheet.formula(1, 8, "1+1");
            sheet.value(1, 9, 0.3125);
            sheet.style(1, 9).format("h:mm").set();
            sheet.value(1, 11, " 字 ");
        });

        assertThat(read(file))
                .containsExactly(new Row(
                        2,
                        List.of(
                                "2026-11-22",
                                "2026-11-22 07:40",
                                "50.0%",
                                "000123",
                                "1,234,567.89",
                                "0.3",
                                "13800138000",
                                "TRUE",
                                "",
                                "07:30",
                                "",
                                " 字 ")));
    }

    @Test
    void a_formula_gives_its_result() throws IOException {
        var file = rewritten(
                workbook(sheet -> {
                    sheet.value(0, 0, "和");
                    sheet.formula(1, 0, "1+1");
                    sheet.formula(2, 0, "A2");
                }),
                "sheet1.xml",
                xml -> xml.replace("<f>1+1</f>", "<f>1+1</f><v>2</v>")
                        .replaceAll("<c r=\"A3\"([^>]*)><f>A2</f>", "<c r=\"A3\" t=\"str\"$1><f>A2</f><v>两</v>"));

        assertThat(read(file)).extracting(row -> row.at(0)).containsExactly("2", "两");
    }

    @Test
    void empty_rows_are_left_out_and_numbers_are_kept() throws IOException {
        var file = workbook(sheet -> {
            sheet.value(2, 1, "工号");
            sheet.value(2, 2, "姓名");
            sheet.value(9, 1, "007");
            sheet.value(9, 2, "邦德");
        });

        try (var ledger = SpreadsheetReader.open(file, "人员.xlsx")) {
            assertThat(ledger.header()).containsExactly("", "工号", "姓名");
            assertThat(ledger.rows()).containsExactly(new Row(10, List.of("", "007", "邦德")));
        }
    }

    @Test
    void what_only_claims_to_be_a_workbook_is_refused() throws IOException {
        var whole = Files.readAllBytes(workbook(sheet -> sheet.value(0, 0, "甲".repeat(5000))));

        assertThat(refusalOf("工号,姓名\n1,甲\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("spreadsheet-not-xlsx");
        assertThat(refusalOf(Arrays.copyOf(whole, whole.length * 2 / 3))).isEqualTo("spreadsheet-not-xlsx");
        assertThat(refusalOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}))
                .isEqualTo("spreadsheet-old-excel");
        assertThat(refusalOf(zip("word/document.xml", "<w/>".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("spreadsheet-not-xlsx");
        assertThat(refusalOf(new byte[0])).isEqualTo("spreadsheet-empty");
    }

    @Test
    void a_sheet_that_is_cut_off_is_refused_where_it_ends() throws IOException {
        var file = rewritten(
                workbook(sheet -> {
                    for (int row = 0; row < 300; row++) {
                        sheet.value(row, 0, "行" + row);
                    }
                }),
                "sheet1.xml",
                xml -> xml.substring(0, xml.length() / 2));

        assertThat(refusalOf(Files.readAllBytes(file))).isEqualTo("spreadsheet-broken");
    }

    @Test
    void a_bomb_is_refused_before_it_goes_off() throws IOException {
        assertThat(refusalOf(zip("xl/worksheets/sheet1.xml", new byte[60 << 20])))
                .isEqualTo("spreadsheet-too-large-inside");
    }

    @Test
    void a_cell_that_claims_an_impossible_column_is_refused() throws IOException {
        var file = rewritten(
                workbook(sheet -> sheet.value(0, 0, "甲")),
                "sheet1.xml",
                xml -> xml.replace("r=\"A1\"", "r=\"ZZZZZZ1\""));

        assertThat(refusalOf(Files.readAllBytes(file))).isEqualTo("spreadsheet-broken");
    }

    @Test
    void outside_entities_are_not_fetched() throws IOException {
        var secret = Files.writeString(directory.resolve("secret"), "geheim");
        var file = rewritten(
                workbook(sheet -> sheet.inlineString(0, 0, "甲乙")),
                "sheet1.xml",
                xml -> xml.replace(
                                "?><worksheet",
                                "?><!DOCTYPE w [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><worksheet")
                        .replaceAll("<t>[^<]*</t>", "<t>&x;</t>"));

        try (var ledger = SpreadsheetReader.open(file, "a.xlsx")) {
            assertThat(ledger.header().toString()).doesNotContain("geheim");
        } catch (Refusal.Violation refused) {
            assertThat(refused.code()).isIn("spreadsheet-broken", "spreadsheet-empty");
        }
    }

    private List<Row> read(Path file) {
        try (var ledger = SpreadsheetReader.open(file, "台账.XLSX")) {
            return ledger.rows().toList();
        }
    }

    private String refusalOf(byte[] content) throws IOException {
        var file = Files.write(directory.resolve("upload"), content);
        return catchThrowableOfType(Refusal.Violation.class, () -> read(file)).code();
    }

    private Path workbook(Filling filling) throws IOException {
        var file = directory.resolve("book.xlsx");
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "Test", "1.0")) {
            filling.fill(workbook.newWorksheet("一"));
        }
        return file;
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private Path rewritten(Path file, String part, java.util.function.UnaryOperator<String> change) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipFile(file.toFile());
                var out = new ZipOutputStream(bytes)) {
            for (var entry : in.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                var content = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.write((entry.getName().endsWith(part) ? change.apply(content) : content)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return Files.write(file, bytes.toByteArray());
    }
}
