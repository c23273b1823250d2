package cn.lianxin.ledger;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.spreadsheet.SpreadsheetFormat;
import cn.lianxin.platform.web.Screen;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Ledgers as files. Each is written to a file of the server row by row and sent from there with its length: no slow telephone
 * holds the database open, and a download that breaks off is known to be broken.
 */
@Controller
class ExportController {

    private static final String FORMAT = "CSV_UTF8";

    private final ExportingLedgers exporting;
    private final ReadingLedgers reading;
    private final LedgerWords words;
    private final Clock clock;

    ExportController(ExportingLedgers exporting, ReadingLedgers reading, LedgerWords words, Clock clock) {
        this.exporting = exporting;
        this.reading = reading;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/ledger/export")
    void everything(
            @RequestParam(defaultValue = FORMAT) SpreadsheetFormat format,
            Actor actor,
            Locale language,
            HttpServletResponse response)
            throws IOException {
        var name = words.say("ledger.export.file", language) + "-" + LocalDate.ofInstant(clock.instant(), Screen.ZONE);
        send(name, format, response, out -> exporting.everything(out, format, language, actor));
    }

    @GetMapping("/ledger/imports/{id}/file")
    void asImported(
            @PathVariable String id,
            @RequestParam(defaultValue = FORMAT) SpreadsheetFormat format,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        var ledger = reading.get(LedgerController.id(id), actor);
        send(
                withoutExtension(ledger.fileName()),
                format,
                response,
                out -> exporting.asImported(ledger.id(), out, format, actor));
    }

    @GetMapping("/ledger/imports/{id}/faults.csv")
    void faults(
            @PathVariable String id,
            @RequestParam(defaultValue = FORMAT) SpreadsheetFormat format,
            Actor actor,
            Locale language,
            HttpServletResponse response)
            throws IOException {
        var ledger = reading.get(LedgerController.id(id), actor);
        var name = withoutExtension(ledger.fileName()) + "-" + words.say("ledger.fault.file", language);
        send(name, format, response, out -> exporting.faults(ledger.id(), out, format, language, actor));
    }

    private static void send(
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

    private static String withoutExtension(String name) {
        var dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }
}
