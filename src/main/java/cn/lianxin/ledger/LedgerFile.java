package cn.lianxin.ledger;

import cn.lianxin.platform.spreadsheet.SpreadsheetFormat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A ledger on its way out. It is written to a file of the server row by row and sent from there with its length: no slow
 * telephone holds the database open, and a download that breaks off is known to be broken.
 */
public final class LedgerFile {

    private LedgerFile() {}

    /** @param name without its ending */
    public static void send(
            String name, SpreadsheetFormat format, HttpServletResponse response, Consumer<OutputStream> content)
            throws IOException {
        var whole = Files.createTempFile("ledger", ".export");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(whole), 1 << 16)) {
                content.accept(out);
            }
            response.setContentType(format.mediaType());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(name + "." + format.extension(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setContentLengthLong(Files.size(whole));
            Files.copy(whole, response.getOutputStream());
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
