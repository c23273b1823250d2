package cn.lianxin.platform.spreadsheet;

import cn.lianxin.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Opens a ledger that somebody gave us: whatever its name claims, its bytes decide whether it is taken. */
public final class SpreadsheetReader {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private SpreadsheetReader() {}

    /**
     * Opens a CSV (UTF-8, GBK, GB18030, or UTF-16 with a byte order mark; comma, semicolon or tab) or the first sheet of
     * an XLSX. Dates come as ISO text, numbers as they are shown, formulas as their results. Refuses, as a violation of
     * {@code file}: {@code spreadsheet-empty}, {@code spreadsheet-kind-unknown}, {@code spreadsheet-old-excel},
     * {@code spreadsheet-not-xlsx}, {@code spreadsheet-not-csv}, {@code spreadsheet-encoding-unknown},
     * {@code spreadsheet-broken} and {@code spreadsheet-too-large-inside}.
     *
     * @param name what the file was called where it came from
     */
    public static Spreadsheet open(Path file, String name) {
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        try {
            if (Files.size(file) == 0) {
                throw refusal("spreadsheet-empty");
            }
            var spreadsheet =
                    switch (extension) {
                        case "xlsx", "xlsm" -> workbook(file);
                        case "csv", "txt", "tsv" -> text(file);
                        case "xls", "et" -> throw refusal("spreadsheet-old-excel");
                        default -> throw refusal("spreadsheet-kind-unknown");
                    };
            if (spreadsheet == null) {
                throw refusal("spreadsheet-empty");
            }
            return spreadsheet;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Spreadsheet workbook(Path file) throws IOException {
        if (beginsWith(file, OLD_EXCEL)) {
            throw refusal("spreadsheet-old-excel");
        }
        if (!beginsWith(file, ZIP)) {
            throw refusal("spreadsheet-not-xlsx");
        }
        return XlsxSource.open(file);
    }

    private static @Nullable Spreadsheet text(Path file) throws IOException {
        if (beginsWith(file, ZIP) || beginsWith(file, OLD_EXCEL)) {
            throw refusal("spreadsheet-not-csv");
        }
        return CsvSource.open(file);
    }

    private static boolean beginsWith(Path file, byte[] signature) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(signature.length);
            return Arrays.equals(bytes, signature);
        }
    }

    static Refusal.Violation refusal(String code, Object... arguments) {
        return new Refusal.Violation("file", code, arguments);
    }
}
