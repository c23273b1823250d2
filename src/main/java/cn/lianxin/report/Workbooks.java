package cn.lianxin.report;

import cn.lianxin.platform.spreadsheet.SpreadsheetFormat;
import cn.lianxin.platform.spreadsheet.SpreadsheetWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A report as a workbook: one table below the other, each under its name. */
final class Workbooks {

    private Workbooks() {}

    static byte[] report(LaidOut report) {
        var out = new ByteArrayOutputStream();
        try (var writer = SpreadsheetWriter.open(out, SpreadsheetFormat.XLSX, List.of(report.title()))) {
            for (var sentence : report.lead()) {
                writer.write(List.of(sentence));
            }
            for (var table : report.tables()) {
                writer.write(List.of(""));
                writer.write(List.of(table.title()));
                writer.write(table.headings());
                for (var row : table.rows()) {
                    writer.write(row);
                }
                if (table.rows().isEmpty()) {
                    writer.write(List.of(table.empty()));
                }
            }
            writer.write(List.of(""));
            writer.write(List.of(report.remarks()));
            for (var sentence : report.imprint()) {
                writer.write(List.of(sentence));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
