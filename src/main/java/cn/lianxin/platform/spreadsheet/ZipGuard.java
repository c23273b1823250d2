package cn.lianxin.platform.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks a workbook once into nothing before anybody parses it: what would fill the memory, or is cut off, stops here.
 * The sizes that a ZIP states about itself are not believed.
 */
final class ZipGuard {

    /** All parts together; a sheet is read row by row and may be large. */
    private static final long LARGEST_TOTAL = 1L << 30;
    /** Any part but a sheet is kept in memory. */
    private static final long LARGEST_KEPT_PART = 200L << 20;
    /** A real ledger shrinks to a tenth, seldom to a fiftieth. */
    private static final int DENSEST = 200;

    private static final long ALWAYS_FINE = 20L << 20;
    private static final int MOST_ENTRIES = 5_000;
    private static final int LONGEST_COLUMN_NAME = 3;

    private long total;

    private ZipGuard() {}

    static void check(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw tooLarge();
            }
            var guard = new ZipGuard();
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                guard.unpack(zip, entries.nextElement());
            }
        } catch (ZipException broken) {
            throw SpreadsheetReader.refusal("spreadsheet-not-xlsx");
        }
    }

    private void unpack(ZipFile zip, ZipEntry entry) throws IOException {
        var isSheet = entry.getName().contains("worksheets/");
        var columns = new ColumnNames();
        var buffer = new byte[1 << 16];
        long size = 0;
        try (var in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                total += read;
                if (total > LARGEST_TOTAL
                        || (!isSheet && size > LARGEST_KEPT_PART)
                        || (size > ALWAYS_FINE && size / DENSEST > entry.getCompressedSize())) {
                    throw tooLarge();
                }
                if (isSheet) {
                    columns.scan(buffer, read);
                }
            }
        }
    }

    private static RuntimeException tooLarge() {
        return SpreadsheetReader.refusal("spreadsheet-too-large-inside");
    }

    /** Columns end at XFD; the parser would make room for any column that a cell claims to stand in. */
    private static final class ColumnNames {
        private boolean inTag;
        private int matched;
        private int letters;

        private void scan(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                step(bytes[i]);
            }
        }

        private void step(byte next) {
            if (next == '<' || next == '>') {
                inTag = next == '<';
                matched = 0;
            } else if (inTag) {
                switch (matched) {
                    case 0 -> matched = next == ' ' || next == '\n' || next == '\t' || next == '\r' ? 1 : 0;
                    case 1 -> matched = next == 'r' ? 2 : next == ' ' ? 1 : 0;
                    case 2 -> matched = next == '=' ? 3 : 0;
                    case 3 -> {
                        matched = next == '"' || next == '\'' ? 4 : 0;
                        letters = 0;
                    }
                    default -> {
                        letters++;
                        matched = Character.isLetter(next) ? 4 : 0;
                        if (matched == 4 && letters > LONGEST_COLUMN_NAME) {
                            throw SpreadsheetReader.refusal("spreadsheet-broken", 1);
                        }
                    }
                }
            }
        }
    }
}
