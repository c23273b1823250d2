package cn.lianxin.platform.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class RoundTripTest {

    private static final List<String> HARD = List.of(
            "00123",
            "=1+1",
            "'=1+1",
            "''@x",
            "'普通",
            "+8613800138000",
            "-5.3",
            "-",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(A1)",
            "＝1",
            "\t缩进",
            "\r回车开头",
            "第一行\n第二行\r\n第三行\r第四行",
            "说\"好\"",
            "a,b;c\td",
            "  两头空格  ",
            "\n",
            "👨‍👩‍👧 😀 𠮷",
            "_x000D_ 不是回车",
            "控制\u0001\u000B符",
            "2026-11-22",
            "1E5",
            "TRUE",
            "<a href=\"x\">&amp;</a>",
            "‏עברית‎",
            "字".repeat(20_000),
            "");

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void every_cell_comes_back_as_it_went(SpreadsheetFormat format) throws IOException {
        var header =
                IntStream.range(0, HARD.size()).mapToObj(column -> "列" + column).toList();
        var backwards = HARD.reversed();

        var rows = throughFile(format, header, List.of(HARD, backwards));

        assertThat(rows).extracting(Row::cells).containsExactly(HARD, backwards);
        assertThat(rows).extracting(Row::number).containsExactly(2, 3);
    }

    @ParameterizedTest
    @EnumSource
    void random_cells_come_back_as_they_went(SpreadsheetFormat format) throws IOException {
        var random = new Random(11);
        var alphabet = "ab '\"=+-@,;\t\r\n_x0D中文😀＝\u0002";
        var rows = new ArrayList<List<String>>();
        for (int row = 0; row < 500; row++) {
            var cells = new ArrayList<String>(List.of("行" + row));
            for (int column = 0; column < 5; column++) {
                var points = alphabet.codePoints().toArray();
                var text = new StringBuilder();
                for (int length = random.nextInt(6); length > 0; length--) {
                    text.appendCodePoint(points[random.nextInt(points.length)]);
                }
                cells.add(text.toString());
            }
            rows.add(cells);
        }

        var back = throughFile(format, List.of("a", "b", "c", "d", "e", "f"), rows);

        assertThat(back).extracting(Row::cells).containsExactlyElementsOf(rows);
    }

    @Test
    void no_cell_of_a_csv_begins_like_a_formula() throws IOException {
        var file = write(
                SpreadsheetFormat.CSV_UTF8, List.of("a"), List.of(List.of("=1+1"), List.of("@x"), List.of("-1+1")));

        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo("\uFEFFa\r\n'=1+1\r\n'@x\r\n'-1+1\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void a_hundred_thousand_rows_pass_through_little_memory(SpreadsheetFormat format) throws IOException {
        var file = directory.resolve("large");
        var filler = "井下通风".repeat(40);
        try (var out = Files.newOutputStream(file);
                var writer = SpreadsheetWriter.open(out, format, List.of("号", "文"))) {
            for (int row = 0; row < 100_000; row++) {
                writer.write(List.of(String.valueOf(row), filler + row));
            }
        }
        System.gc();
        var before = used();
        long most = 0;
        long rows = 0;

        try (var ledger = SpreadsheetReader.open(file, "large." + format.extension())) {
            var iterator = ledger.rows().iterator();
            while (iterator.hasNext()) {
                var row = iterator.next();
                assertThat(row.at(0)).isEqualTo(String.valueOf(rows++));
                if (rows % 25_000 == 0) {
                    System.gc();
                    most = Math.max(most, used() - before);
                }
            }
        }

        assertThat(rows).isEqualTo(100_000);
        assertThat(most).as("bytes in use while reading").isLessThan(20L << 20);
    }

    @Test
    void a_full_sheet_goes_on_in_the_next() throws IOException {
        var file = directory.resolve("sheets.xlsx");
        try (var out = Files.newOutputStream(file);
                var writer = new XlsxWriter(out, List.of("号"), "", 100)) {
            writer.write(List.of("号"));
            for (int row = 0; row < 250; row++) {
                writer.write(List.of("第" + row));
            }
        }

        try (var ledger = SpreadsheetReader.open(file, "sheets.xlsx")) {
            assertThat(ledger.rows().map(row -> row.at(0)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 250).mapToObj(row -> "第" + row).toList());
        }
    }

    @Test
    void a_lone_surrogate_becomes_a_replacement_character() throws IOException {
        var broken = "x" + (char) 0xD83D + "y";

        assertThat(throughFile(SpreadsheetFormat.XLSX, List.of("a"), List.of(List.of(broken))))
                .extracting(row -> row.at(0))
                .containsExactly("x\uFFFDy");
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private List<Row> throughFile(SpreadsheetFormat format, List<String> header, List<List<String>> rows)
            throws IOException {
        try (var ledger = SpreadsheetReader.open(write(format, header, rows), "台账." + format.extension())) {
            assertThat(ledger.header()).isEqualTo(header);
            return ledger.rows().toList();
        }
    }

    private Path write(SpreadsheetFormat format, List<String> header, List<List<String>> rows) throws IOException {
        var file = directory.resolve("written");
        try (var out = Files.newOutputStream(file);
                var writer = SpreadsheetWriter.open(out, format, header)) {
            for (var row : rows) {
                writer.write(row);
            }
        }
        return file;
    }
}
