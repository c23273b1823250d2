package cn.lianxin.api.office;

import static cn.lianxin.application.ApplicationScope.LEDGER;

import cn.lianxin.api.document.FromQuery;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.kernel.Actor;
import cn.lianxin.ledger.ExportingLedgers;
import cn.lianxin.ledger.LedgerFile;
import cn.lianxin.platform.spreadsheet.SpreadsheetFormat;
import cn.lianxin.platform.web.Screen;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ledger as a file: every concern that the caller may see. */
@RestController
@RequestMapping("/api/v1/ledger")
class LedgerController {

    record FormatWanted(Optional<SpreadsheetFormat> format) {}

    private final ExportingLedgers exporting;
    private final Clock clock;

    LedgerController(ExportingLedgers exporting, Clock clock) {
        this.exporting = exporting;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            value = Topic.OFFICE,
            file = {"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    @RequiresScope(LEDGER)
    void exportLedger(@FromQuery FormatWanted wanted, Actor actor, Locale language, HttpServletResponse response)
            throws IOException {
        var format = wanted.format().orElse(SpreadsheetFormat.CSV_UTF8);
        var name = "ledger-" + LocalDate.ofInstant(clock.instant(), Screen.ZONE);
        LedgerFile.send(name, format, response, out -> exporting.everything(out, format, language, actor));
    }
}
