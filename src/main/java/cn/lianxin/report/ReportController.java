package cn.lianxin.report;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.spreadsheet.SpreadsheetFormat;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.platform.web.Words;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One report: as a page, on paper, as a workbook, and its sheet for the notice board. */
@Controller
class ReportController {

    private final ReadingReports reading;
    private final Issuing issuing;
    private final Readers readers;
    private final Layout layout;
    private final Papers papers;
    private final MessageSource messages;

    ReportController(
            ReadingReports reading,
            Issuing issuing,
            Readers readers,
            Layout layout,
            Papers papers,
            MessageSource messages) {
        this.reading = reading;
        this.issuing = issuing;
        this.readers = readers;
        this.layout = layout;
        this.papers = papers;
        this.messages = messages;
    }

    @GetMapping("/reports/{id}")
    ModelAndView show(@PathVariable String id, Locale language, Actor.Member actor) {
        return page(reading.whole(id, actor), language, "", Faults.none(), actor);
    }

    @GetMapping("/reports/{id}/report.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String id, Locale language, Actor.Member actor) {
        var report = laidOut(reading.whole(id, actor), language);
        return file(papers.report(report, words(language)), report.fileName() + ".pdf", MediaType.APPLICATION_PDF);
    }

    @GetMapping("/reports/{id}/report.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable String id, Locale language, Actor.Member actor) {
        var report = laidOut(reading.whole(id, actor), language);
        return file(
                Workbooks.report(report),
                report.fileName() + ".xlsx",
                MediaType.parseMediaType(SpreadsheetFormat.XLSX.mediaType()));
    }

    @GetMapping("/reports/{id}/sheet")
    ModelAndView sheet(@PathVariable String id, Locale language, Actor.Member actor) {
        var issue = reading.sheet(id, actor);
        return new ModelAndView("report/sheet").addObject("issue", issue).addObject("report", laidOut(issue, language));
    }

    @GetMapping("/reports/{id}/sheet.pdf")
    ResponseEntity<byte[]> board(@PathVariable String id, Locale language, Actor.Member actor) {
        var report = laidOut(reading.sheet(id, actor), language);
        var name = words(language).of("report.sheet.file", report.fileName());
        return file(papers.sheet(report, words(language)), name + ".pdf", MediaType.APPLICATION_PDF);
    }

    @PostMapping("/reports/{id}/correction")
    ModelAndView correct(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String remarks,
            Locale language,
            Actor.Member actor) {
        var former = reading.whole(id, actor);
        try {
            return LocalAddress.seeOther("/reports/" + issuing.correct(former, remarks, actor));
        } catch (Refusal.Violation violation) {
            var page = page(former, language, remarks, Faults.of(violation), actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private ModelAndView page(Issue issue, Locale language, String typed, Faults faults, Actor actor) {
        return new ModelAndView("report/report")
                .addObject("issue", issue)
                .addObject("report", laidOut(issue, language))
                .addObject("correction", reading.correctionOf(issue))
                .addObject("keeps", readers.keeps(issue.unit(), actor))
                .addObject("typed", typed)
                .addObject("faults", faults);
    }

    private LaidOut laidOut(Issue issue, Locale language) {
        return layout.of(issue, reading.contents(issue), words(language));
    }

    private Words words(Locale language) {
        return new Words(messages, language);
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .headers(headers -> headers.setContentDisposition(ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()))
                .body(bytes);
    }
}
