package cn.lianxin.personnel;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.spreadsheet.Spreadsheet;
import cn.lianxin.platform.spreadsheet.SpreadsheetReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Opens the table that a form brought; refuses {@code import-file-missing} where it brought none. */
final class Uploads {

    private Uploads() {}

    static UUID read(@Nullable MultipartFile file, BiFunction<String, Spreadsheet, UUID> reading) {
        var name = file == null ? null : file.getOriginalFilename();
        if (file == null || name == null || name.isEmpty()) {
            throw new Refusal.Violation("file", "import-file-missing");
        }
        try {
            var copy = Files.createTempFile("import", ".upload");
            try {
                file.transferTo(copy);
                try (var ledger = SpreadsheetReader.open(copy, name)) {
                    return reading.apply(name, ledger);
                }
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
