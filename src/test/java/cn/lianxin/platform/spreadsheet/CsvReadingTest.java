package cn.lianxin.platform.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.lianxin.kernel.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {

    private static final String LEDGER = "工号,姓名,单位\r\n00123,张三,采一队\r\n00124,李四,\"掘进,二队\"\r\n";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
    void chinese_is_read_in_every_encoding_that_offices_use(String charset) throws IOException {
        var rows = read(LEDGER.getBytes(Charset.forName(charset)));

        assertThat(rows)
                .containsExactly(
                        new Row(2, List.of("00123", "张三", "采一队")), new Row(3, List.of("00124", "李四", "掘进,二队")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_decides_and_is_no_part_of_the_header(String charset) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("\uFEFF".getBytes(Charset.forName(charset)));
        bytes.writeBytes(LEDGER.getBytes(Charset.forName(charset)));

        try (var ledger = SpreadsheetReader.open(file(bytes.toByteArray()), "a.csv")) {
            assertThat(ledger.header()).containsExactly("工号", "姓名", "单位");
            assertThat(ledger.rows()).hasSize(2);
        }
    }

    @Test
    void characters_beyond_the_first_plane_survive_gb18030() throws IOException {
        assertThat(read("姓名\n𠮷野😀\n".getBytes(Charset.forName("GB18030"))))
                .containsExactly(new Row(2, List.of("𠮷野😀")));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_separator_is_found(String separator) throws IOException {
        var text = "编码,名称,备注\n1,\"甲;,\t乙\",无\n2,丙,有;\n"
                .replace("编码,名称,备注", String.join(separator, "编码", "名称", "备注"))
                .replace("1,\"", "1" + separator + "\"")
                .replace("\",无", "\"" + separator + "无")
                .replace("2,丙,有;", String.join(separator, "2", "丙", "有"));

        assertThat(read(text.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Row(2, List.of("1", "甲;,\t乙", "无")), new Row(3, List.of("2", "丙", "有")));
    }

    @Test
    void quotes_keep_line_breaks_and_quotes_and_rows_keep_their_numbers() throws IOException {
        var rows = read("题,文\n\"a\",\"第一行\r\n第二行\"\n\n\"说\"\"好\"\"\", 空格 \n".getBytes(StandardCharsets.UTF_8));

        assertThat(rows).containsExactly(new Row(2, List.of("a", "第一行\r\n第二行")), new Row(4, List.of("说\"好\"", " 空格 ")));
    }

    @Test
    void ragged_rows_are_filled_up_and_never_cut() throws IOException {
        var rows = read("a,b,c\n1\n1,2,3,4,,\n,,\n".getBytes(StandardCharsets.UTF_8));

        assertThat(rows).containsExactly(new Row(2, List.of("1", "", "")), new Row(3, List.of("1", "2", "3", "4")));
        assertThat(rows.getFirst().at(9)).isEmpty();
    }

    @Test
    void columns_of_one_name_stay_apart() throws IOException {
        try (var ledger = SpreadsheetReader.open(file("名,名,\n1,2,3\n".getBytes(StandardCharsets.UTF_8)), "a.CSV")) {
            assertThat(ledger.header()).containsExactly("名", "名");
            assertThat(ledger.rows()).containsExactly(new Row(2, List.of("1", "2", "3")));
        }
    }

    @Test
    void rows_above_the_header_that_say_nothing_are_passed_over() throws IOException {
        assertThat(read("\n , \n工号,姓名\n1,甲\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Row(4, List.of("1", "甲")));
    }

    @Test
    void what_is_no_ledger_is_refused_with_a_reason() throws IOException {
        assertThat(refusalOf(new byte[0], "a.csv")).isEqualTo("spreadsheet-empty");
        assertThat(refusalOf("\n\n ,\n".getBytes(StandardCharsets.UTF_8), "a.csv"))
                .isEqualTo("spreadsheet-empty");
        assertThat(refusalOf(new byte[] {'P', 'K', 3, 4, 20, 0}, "a.csv")).isEqualTo("spreadsheet-not-csv");
        assertThat(refusalOf(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0}, "a.csv"))
                .isIn("spreadsheet-not-csv", "spreadsheet-encoding-unknown");
        assertThat(refusalOf(new byte[] {'a', ',', 'b', '\n', 0, ','}, "a.csv")).isEqualTo("spreadsheet-not-csv");
        assertThat(refusalOf(new byte[] {'a', (byte) 0xFF, (byte) 0xFF, '\n'}, "a.csv"))
                .isEqualTo("spreadsheet-encoding-unknown");
        assertThat(refusalOf(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xB9, '\n'}, "a.csv"))
                .isEqualTo("spreadsheet-encoding-unknown");
        assertThat(refusalOf("x".getBytes(StandardCharsets.UTF_8), "a.pdf")).isEqualTo("spreadsheet-kind-unknown");
        assertThat(refusalOf("x".getBytes(StandardCharsets.UTF_8), "a.xls")).isEqualTo("spreadsheet-old-excel");
    }

    @Test
    void a_quote_that_never_closes_is_refused_at_its_row() throws IOException {
        assertThat(refusalOf("a,b\n1,2\n3,\"4\n5,6\n".getBytes(StandardCharsets.UTF_8), "a.csv"))
                .isEqualTo("spreadsheet-broken");
    }

    private List<Row> read(byte[] content) throws IOException {
        try (var ledger = SpreadsheetReader.open(file(content), "台账.csv")) {
            return ledger.rows().toList();
        }
    }

    private String refusalOf(byte[] content, String name) throws IOException {
        var file = file(content);
        return catchThrowableOfType(Refusal.Violation.class, () -> {
                    try (var ledger = SpreadsheetReader.open(file, name)) {
                        ledger.rows().forEach(row -> {});
                    }
                })
                .code();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("upload"), content);
    }
}
