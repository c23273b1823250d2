package cn.lianxin.platform.spreadsheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Commas, quotes where they are needed, and CRLF, as RFC 4180 and Excel want it. */
final class CsvWriter extends SpreadsheetWriter {

    private final Writer writer;
    private final CSVPrinter printer;

    CsvWriter(OutputStream out, SpreadsheetFormat format) throws IOException {
        var isUtf8 = format == SpreadsheetFormat.CSV_UTF8;
        var charset = isUtf8 ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
        this.writer = new BufferedWriter(new OutputStreamWriter(out, charset), 1 << 16);
        if (isUtf8) {
            writer.write('\uFEFF');
        }
        this.printer = new CSVPrinter(writer, CSVFormat.DEFAULT);
    }

    @Override
    void put(List<String> cells) throws IOException {
        printer.printRecord(cells.stream().map(FormulaGuard::hide));
    }

    @Override
    public void close() throws IOException {
        printer.flush();
        writer.flush();
    }
}
