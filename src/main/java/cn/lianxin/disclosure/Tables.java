package cn.lianxin.disclosure;

import cn.lianxin.duty.NeverPublished;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.spreadsheet.Spreadsheet;
import cn.lianxin.platform.spreadsheet.SpreadsheetFormat;
import cn.lianxin.platform.spreadsheet.SpreadsheetReader;
import cn.lianxin.platform.spreadsheet.SpreadsheetWriter;
import cn.lianxin.platform.text.PlainText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.multipart.MultipartFile;

/** Tables in and out. In comes only what the list of the duty allows: the rest is let go of before anybody keeps it. */
final class Tables {

    private static final int MOST_ROWS = 3_000;
    private static final int LONGEST_CELL = 300;

    private Tables() {}

    /**
     * What was uploaded, or else what was pasted; empty if neither. Refuses what {@link SpreadsheetReader} does, and
     * {@code table-no-column}, {@code table-no-row}, {@code table-rows}, {@code table-cell}, {@code cell-…}.
     */
    static Optional<Table> brought(Optional<MultipartFile> file, String pasted, List<String> allowed) {
        var uploaded = file.filter(one ->
                one.getOriginalFilename() != null && !one.getOriginalFilename().isEmpty());
        if (uploaded.isEmpty() && pasted.isBlank()) {
            return Optional.empty();
        }
        try {
            var copy = Files.createTempFile("notice", ".upload");
            try {
                if (uploaded.isPresent()) {
                    uploaded.get().transferTo(copy);
                    return Optional.of(read(copy, uploaded.get().getOriginalFilename() + "", allowed));
                }
                Files.writeString(copy, pasted, StandardCharsets.UTF_8);
                return Optional.of(read(copy, "pasted.txt", allowed));
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException broken) {
            throw new Refusal.Violation("table", "upload-broken");
        }
    }

    private static Table read(Path file, String name, List<String> allowed) {
        try (var spreadsheet = SpreadsheetReader.open(file, name)) {
            var table = of(spreadsheet, allowed);
            Revealed.mustNotBeIn(table);
            return table;
        } catch (Refusal.Violation violation) {
            throw violation.field().equals("table")
                    ? violation
                    : new Refusal.Violation(
                            "table", violation.code(), violation.arguments().toArray());
        }
    }

    private static Table of(Spreadsheet spreadsheet, List<String> allowed) {
        var known = allowed.stream().map(NeverPublished::normal).collect(Collectors.toSet());
        var kept = new ArrayList<Integer>();
        var columns = new ArrayList<String>();
        var leftOut = new ArrayList<String>();
        for (var place = 0; place < spreadsheet.header().size(); place++) {
            var heading = PlainText.line(spreadsheet.header().get(place));
            if (isAllowed(heading, known)) {
                kept.add(place);
                columns.add(heading);
            } else if (!heading.isEmpty()) {
                leftOut.add(Revealed.inText(heading).isPresent() ? "…" : heading);
            }
        }
        if (columns.isEmpty()) {
            throw new Refusal.Violation("table", "table-no-column", String.join("、", allowed));
        }
        var rows = spreadsheet
                .rows()
                .map(row -> kept.stream().map(row::at).map(PlainText::line).toList())
                .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                .limit(MOST_ROWS + 1L)
                .toList();
        if (rows.isEmpty()) {
            throw new Refusal.Violation("table", "table-no-row");
        }
        if (rows.size() > MOST_ROWS) {
            throw new Refusal.Violation("table", "table-rows", MOST_ROWS);
        }
        for (var row = 0; row < rows.size(); row++) {
            if (rows.get(row).stream().anyMatch(cell -> PlainText.lengthOf(cell) > LONGEST_CELL)) {
                throw new Refusal.Violation("table", "table-cell", row + 1, LONGEST_CELL);
            }
        }
        return new Table(columns, rows, leftOut);
    }

    private static boolean isAllowed(String heading, Set<String> known) {
        return known.contains(NeverPublished.normal(heading)) && !NeverPublished.is(heading);
    }

    static byte[] csv(Table table) {
        var out = new ByteArrayOutputStream();
        try (var writer = SpreadsheetWriter.open(out, SpreadsheetFormat.CSV_UTF8, table.columns())) {
            for (var row : table.rows()) {
                writer.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
