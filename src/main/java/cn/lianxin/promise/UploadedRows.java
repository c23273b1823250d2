package cn.lianxin.promise;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.spreadsheet.Row;
import cn.lianxin.platform.spreadsheet.Spreadsheet;
import cn.lianxin.platform.spreadsheet.SpreadsheetReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The rows of a spreadsheet that was sent with a form. */
final class UploadedRows {

    private UploadedRows() {}

    static List<Row> of(@Nullable MultipartFile file, Function<Spreadsheet, List<Row>> rows) {
        var name = file == null ? null : file.getOriginalFilename();
        if (file == null || name == null || name.isEmpty()) {
            throw new Refusal.Violation("file", "rules-file-missing");
        }
        try {
            var copy = Files.createTempFile("rules", ".upload");
            try {
                file.transferTo(copy);
                try (var sheet = SpreadsheetReader.open(copy, name)) {
                    return rows.apply(sheet);
                }
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
