package cn.lianxin.platform.spreadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** An open ledger: its header, and its rows once, from the first to the last. Close it when done. */
public final class Spreadsheet implements AutoCloseable {

    private final String description;
    private final List<String> header;
    private final Iterator<Row> rows;
    private final AutoCloseable source;

    private Spreadsheet(String description, List<String> header, Iterator<Row> rows, AutoCloseable source) {
        this.description = description;
        this.header = header;
        this.rows = rows;
        this.source = source;
    }

    /** Takes the first row that says anything as header; null if there is none. */
    static @Nullable Spreadsheet of(String description, Iterator<Row> raw, AutoCloseable source) {
        while (raw.hasNext()) {
            var first = raw.next();
            if (!first.isBlank()) {
                var header = first.fittedTo(0).cells();
                return new Spreadsheet(description, header, raw, source);
            }
        }
        return null;
    }

    /** What the file turned out to be, for people to check: {@code GB18030 ,} or {@code XLSX}. */
    public String description() {
        return description;
    }

    /** The names of the columns as they stand there; two may be alike and some empty, so columns are told apart by position. */
    public List<String> header() {
        return header;
    }

    /**
     * The rows below the header, read while they are consumed; empty ones are left out. Can be asked once. A file that
     * proves broken further down is refused then, as {@link SpreadsheetReader#open} does.
     */
    public Stream<Row> rows() {
        var ordered = Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(ordered, false)
                .filter(Predicate.not(Row::isBlank))
                .map(row -> row.fittedTo(header.size()));
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
