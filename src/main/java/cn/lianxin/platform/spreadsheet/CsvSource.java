package cn.lianxin.platform.spreadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a text file as rows. */
final class CsvSource implements Iterator<Row> {

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    private CsvSource(CSVParser parser) {
        this.parser = parser;
        this.records = parser.iterator();
    }

    static @Nullable Spreadsheet open(Path file) throws IOException {
        var encoding = Encoding.of(file);
        char separator;
        try (var sample = encoding.reader(file)) {
            separator = Separator.of(sample);
        }
        var parser = Separator.format(separator).parse(encoding.reader(file));
        var shown = separator == '\t' ? "TAB" : String.valueOf(separator);
        var description =
                encoding.charset().name().toUpperCase(Locale.ROOT) + (encoding.mark() > 0 ? " BOM " : " ") + shown;
        try {
            return Spreadsheet.of(description, new CsvSource(parser), parser);
        } catch (RuntimeException broken) {
            parser.close();
            throw broken;
        }
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (IllegalStateException | UncheckedIOException openQuote) {
            throw SpreadsheetReader.refusal("spreadsheet-broken", parser.getRecordNumber() + 1);
        }
    }

    @Override
    public Row next() {
        var row = records.next();
        return new Row(
                Math.toIntExact(row.getRecordNumber()),
                row.stream().map(FormulaGuard::reveal).toList());
    }
}
