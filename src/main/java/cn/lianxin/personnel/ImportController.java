package cn.lianxin.personnel;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.spreadsheet.SpreadsheetFormat;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Import in the browser: a file, a look at what it would do, and then all of it or nothing. */
@Controller
class ImportController {

    private static final int SHOWN_ROWS = 10;

    private final Importing importing;
    private final MessageSource messages;

    ImportController(Importing importing, MessageSource messages) {
        this.importing = importing;
        this.messages = messages;
    }

    @GetMapping("/personnel/imports/new")
    ModelAndView choose(@RequestParam(defaultValue = "PEOPLE") String subject, Actor actor) {
        Forms.requireAdministrator(actor);
        return upload(new Typed("upload", Map.of("subject", subject)), Faults.none());
    }

    /** Where this page was before. */
    @GetMapping("/organization/imports/new")
    ModelAndView moved(@RequestParam(defaultValue = "PEOPLE") ImportSubject subject, Actor actor) {
        Forms.requireAdministrator(actor);
        return new ModelAndView(
                "redirect:/personnel/imports/new?subject=" + subject.name(), HttpStatus.MOVED_PERMANENTLY);
    }

    private static ModelAndView upload(Typed typed, Faults faults) {
        return new ModelAndView("personnel/upload").addObject("typed", typed).addObject("faults", faults);
    }

    @PostMapping("/personnel/imports")
    ModelAndView stage(
            @RequestParam Map<String, String> values, @RequestParam @Nullable MultipartFile file, Actor actor) {
        Forms.requireAdministrator(actor);
        try {
            var subject = ImportSubject.named(values.getOrDefault("subject", ""));
            return Forms.onwards("/personnel/imports/"
                    + Uploads.read(file, (name, ledger) -> importing.stage(subject, name, ledger, actor)));
        } catch (Refusal.Violation violation) {
            var page = upload(new Typed("upload", values), Faults.of(violation));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @GetMapping("/personnel/imports/{id}")
    ModelAndView preview(@PathVariable UUID id, @RequestParam Map<String, String> values, Actor actor) {
        Forms.requireAdministrator(actor);
        var ledger = importing.get(id, actor);
        if (ledger.done().isPresent()) {
            return new ModelAndView("personnel/imported").addObject("ledger", ledger);
        }
        var mapping = ColumnMapping.of(ledger.subject(), ledger.header(), values);
        var rows = importing.rows(ledger);
        return new ModelAndView("personnel/preview")
                .addObject("ledger", ledger)
                .addObject("mapping", mapping)
                .addObject("plan", importing.plan(rows, mapping, actor))
                .addObject("rows", rows.stream().limit(SHOWN_ROWS).toList())
                .addObject("total", rows.size());
    }

    @PostMapping("/personnel/imports/{id}/application")
    ModelAndView apply(@PathVariable UUID id, @RequestParam Map<String, String> values, Actor actor) {
        Forms.requireAdministrator(actor);
        var ledger = importing.get(id, actor);
        var mapping = ColumnMapping.of(ledger.subject(), ledger.header(), values);
        importing.apply(id, mapping, actor);
        return Forms.onwards("/personnel/imports/" + id);
    }

    @GetMapping("/personnel/imports/{id}/faults.csv")
    void faults(
            @PathVariable UUID id,
            @RequestParam Map<String, String> values,
            Actor actor,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Forms.requireAdministrator(actor);
        var ledger = importing.get(id, actor);
        var mapping = ColumnMapping.of(ledger.subject(), ledger.header(), values);
        var plan = importing.plan(importing.rows(ledger), mapping, actor);
        Downloads.faults(response, plan.faults(), new Words(messages, locale));
    }

    /** An empty ledger with the right header. */
    @GetMapping("/personnel/imports/template.xlsx")
    void template(@RequestParam ImportSubject subject, Actor actor, HttpServletResponse response) throws IOException {
        Forms.requireAdministrator(actor);
        var header = subject.columns().stream().map(ImportColumn::firstName).toList();
        Downloads.open(response, SpreadsheetFormat.XLSX, subject.name().toLowerCase(Locale.ROOT), header)
                .close();
    }
}
