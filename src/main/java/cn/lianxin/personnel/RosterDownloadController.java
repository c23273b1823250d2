package cn.lianxin.personnel;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.spreadsheet.SpreadsheetFormat;
import cn.lianxin.platform.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a roster would do as tables, for whoever has to check them with others; and the roster as it is today. */
@Controller
class RosterDownloadController {

    private final Rosters rosters;
    private final Importing importing;
    private final PresentRoster present;
    private final MessageSource messages;

    RosterDownloadController(Rosters rosters, Importing importing, PresentRoster present, MessageSource messages) {
        this.rosters = rosters;
        this.importing = importing;
        this.present = present;
        this.messages = messages;
    }

    @GetMapping("/personnel/rosters/present.xlsx")
    void present(@RequestParam String unit, Actor actor, HttpServletResponse response) throws IOException {
        Forms.requireAdministrator(actor);
        var whose = rosters.unit(unit, actor);
        var header = PresentRoster.COLUMNS.stream().map(ImportColumn::firstName).toList();
        try (var out = Downloads.open(response, SpreadsheetFormat.XLSX, "roster-" + whose.code(), header)) {
            present.write(whose, out, actor);
        }
    }

    @GetMapping("/personnel/rosters/{id}/lists/{list}.csv")
    void list(
            @PathVariable UUID id,
            @PathVariable String list,
            @RequestParam Map<String, String> values,
            Actor actor,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Forms.requireAdministrator(actor);
        var wanted = RosterList.withParameter(list);
        var file = importing.get(id, actor);
        var plan = rosters.plan(file, ColumnMapping.of(file.subject(), file.header(), values), actor);
        if (wanted == RosterList.LEAVES) {
            leaves(plan, new Words(messages, locale), response);
        } else {
            lines(wanted, plan, new Words(messages, locale), response);
        }
    }

    @GetMapping("/personnel/rosters/{id}/faults.csv")
    void faults(
            @PathVariable UUID id,
            @RequestParam Map<String, String> values,
            Actor actor,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Forms.requireAdministrator(actor);
        var file = importing.get(id, actor);
        var plan = rosters.plan(file, ColumnMapping.of(file.subject(), file.header(), values), actor);
        Downloads.faults(response, plan.faults(), new Words(messages, locale));
    }

    private static void lines(RosterList list, RosterPlan plan, Words words, HttpServletResponse response)
            throws IOException {
        var header = Stream.of("number", "name", "before", "after", "note", "row")
                .map(column -> words.of("personnel.roster." + column))
                .toList();
        try (var out = Downloads.open(response, SpreadsheetFormat.CSV_UTF8, list.parameter(), header)) {
            for (var line : plan.list(list)) {
                out.write(List.of(
                        line.number(),
                        line.name(),
                        line.before(words),
                        line.after(words),
                        line.note(words),
                        line.row() == 0 ? "" : String.valueOf(line.row())));
            }
        }
    }

    private void leaves(RosterPlan plan, Words words, HttpServletResponse response) throws IOException {
        var outcome = rosters.rehearse(plan);
        var header = Stream.of("number", "name", "before", "open", "successors")
                .map(column -> words.of("personnel.roster." + column))
                .toList();
        try (var out = Downloads.open(response, SpreadsheetFormat.CSV_UTF8, "leaves", header)) {
            for (var line : plan.list(RosterList.LEAVES)) {
                var handover = outcome.handoverOf(line.number());
                out.write(List.of(
                        line.number(),
                        line.name(),
                        line.before(words),
                        String.valueOf(handover.open()),
                        handover.names()));
            }
        }
    }
}
