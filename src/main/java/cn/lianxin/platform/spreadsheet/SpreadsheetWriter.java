package cn.lianxin.platform.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes a ledger row by row, without a cap. Every cell is text: numbers keep their leading zeros, and what begins like a
 * formula is not one. {@link SpreadsheetReader} reads back the same texts.
 */
public abstract sealed class SpreadsheetWriter implements AutoCloseable permits CsvWriter, XlsxWriter {

    /**
     * Begins a ledger with its header.
     *
     * @param out is left open when the writer is closed; it belongs to the caller
     */
    public static SpreadsheetWriter open(OutputStream out, SpreadsheetFormat format, List<String> header)
            throws IOException {
        return open(out, format, header, "");
    }

    /**
     * The same with a line at the foot of every printed page; in no cell, so that what is read back does not change.
     *
     * @param foot has no place in CSV, which has no pages
     */
    public static SpreadsheetWriter open(OutputStream out, SpreadsheetFormat format, List<String> header, String foot)
            throws IOException {
        var writer =
                switch (format) {
                    case CSV_UTF8, CSV_GB18030 -> new CsvWriter(out, format);
                    case XLSX -> new XlsxWriter(out, header, foot, XlsxWriter.ROWS_OF_A_SHEET);
                };
        writer.write(header);
        return writer;
    }

    /** Adds a row. A lone surrogate, which no encoding can carry, becomes U+FFFD. */
    public final void write(List<String> cells) throws IOException {
        put(cells.stream().map(SpreadsheetWriter::whole).toList());
    }

    abstract void put(List<String> cells) throws IOException;

    @Override
    public abstract void close() throws IOException;

    private static String whole(String text) {
        if (text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
            return text;
        }
        var whole = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
