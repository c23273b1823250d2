package cn.lianxin.ledger;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.spreadsheet.SpreadsheetFormat;
import cn.lianxin.platform.web.Screen;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Ledgers as files. */
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
        LedgerFile.send(name, format, response, out -> exporting.everything(out, format, language, actor));
    }

    @GetMapping("/ledger/imports/{id}/file")
    void asImported(
            @PathVariable String id,
            @RequestParam(defaultValue = FORMAT) SpreadsheetFormat format,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        var ledger = reading.get(LedgerController.id(id), actor);
        LedgerFile.send(
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
        LedgerFile.send(name, format, response, out -> exporting.faults(ledger.id(), out, format, language, actor));
    }

    private static String withoutExtension(String name) {
        var dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }
}
