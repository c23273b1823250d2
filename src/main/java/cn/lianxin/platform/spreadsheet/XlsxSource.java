package cn.lianxin.platform.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * Reads a workbook as rows: its first visible sheet, and the ones after it that repeat its header, because a sheet ends at
 * 1,048,576 rows and a ledger does not.
 */
final class XlsxSource implements Iterator<Row>, AutoCloseable {

    private final ReadableWorkbook workbook;
    private final XlsxCell cells;
    private final Deque<Sheet> sheets;
    private @Nullable Stream<org.dhatim.fastexcel.reader.Row> open;
    private Iterator<org.dhatim.fastexcel.reader.Row> rows =
            List.<org.dhatim.fastexcel.reader.Row>of().iterator();
    private @Nullable List<String> header;
    private @Nullable Row upcoming;
    private int lastNumber;
    private int offset;

    private XlsxSource(ReadableWorkbook workbook) {
        this.workbook = workbook;
        this.cells = new XlsxCell(workbook.isDate1904());
        this.sheets = new ArrayDeque<>(workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList());
    }

    static @Nullable Spreadsheet open(Path file) throws IOException {
        ZipGuard.check(file);
        var source = new XlsxSource(workbook(file));
        try {
            return Spreadsheet.of("XLSX", source, source);
        } catch (RuntimeException broken) {
            source.close();
            throw broken;
        }
    }

    /** A workbook without formats is rare but whole; one without anything else is not a workbook. */
    private static ReadableWorkbook workbook(Path file) {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (IOException | RuntimeException withoutFormats) {
            try {
                return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
            } catch (IOException | RuntimeException broken) {
                throw SpreadsheetReader.refusal("spreadsheet-not-xlsx");
            }
        }
    }

    @Override
    public boolean hasNext() {
        if (upcoming == null) {
            try {
                upcoming = read();
            } catch (IOException | RuntimeException broken) {
                throw SpreadsheetReader.refusal("spreadsheet-broken", lastNumber + 1);
            }
        }
        return upcoming != null;
    }

    @Override
    public Row next() {
        if (!hasNext() || upcoming == null) {
            throw new NoSuchElementException();
        }
        var row = upcoming;
        upcoming = null;
        return row;
    }

    private @Nullable Row read() throws IOException {
        while (true) {
            while (rows.hasNext()) {
                var row = row(rows.next());
                if (header == null && !row.isBlank()) {
                    header = row.cells();
                }
                return row;
            }
            if (!openNextSheet()) {
                return null;
            }
        }
    }

    private boolean openNextSheet() throws IOException {
        closeSheet();
        while (!sheets.isEmpty()) {
            var stream = sheets.removeFirst().openStream();
            var iterator = stream.iterator();
            open = stream;
            if (header == null || beginsWithHeader(iterator)) {
                rows = iterator;
                offset = lastNumber;
                return true;
            }
            closeSheet();
        }
        return false;
    }

    private boolean beginsWithHeader(Iterator<org.dhatim.fastexcel.reader.Row> candidate) {
        return candidate.hasNext() && row(candidate.next()).cells().equals(header);
    }

    private Row row(org.dhatim.fastexcel.reader.Row raw) {
        var texts = new ArrayList<String>(raw.getCellCount());
        for (int column = 0; column < raw.getCellCount(); column++) {
            texts.add(cells.shown(raw.getCell(column)));
        }
        var number = offset + raw.getRowNum();
        lastNumber = number;
        return new Row(number, texts).fittedTo(0);
    }

    private void closeSheet() {
        rows = Collections.emptyIterator();
        if (open != null) {
            open.close();
            open = null;
        }
    }

    @Override
    public void close() throws IOException {
        closeSheet();
        workbook.close();
    }
}
