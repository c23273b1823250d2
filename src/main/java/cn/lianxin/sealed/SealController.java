package cn.lianxin.sealed;

import cn.lianxin.concern.ReceiptWords;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.fairness.CountsAs;
import cn.lianxin.platform.fairness.CountsAs.Cost;
import cn.lianxin.platform.web.DisplayOverride;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** The page on which a report is sealed, and the way back. What it sends comes without cookies: no session, no name. */
@Controller
class SealController {

    private final SealingReports sealing;
    private final SenderReturns returns;
    private final Officers officers;
    private final Keys keys;
    private final SealedBody body;
    private final JsonMapper json;

    SealController(
            SealingReports sealing,
            SenderReturns returns,
            Officers officers,
            Keys keys,
            SealedBody body,
            JsonMapper json) {
        this.sealing = sealing;
        this.returns = returns;
        this.officers = officers;
        this.keys = keys;
        this.body = body;
        this.json = json;
    }

    @GetMapping("/sealed")
    ModelAndView page() {
        return new ModelAndView("sealed/seal")
                .addObject("officers", officers.all())
                .addObject("recovery", keys.recovery())
                .addObject("most", SealingReports.MOST_RECIPIENTS);
    }

    @PostMapping("/sealed")
    @CountsAs(Cost.FILING)
    ModelAndView seal(@RequestParam(defaultValue = "zh") String language, HttpServletRequest request) {
        DisplayOverride.language(language, request);
        var sealed = sealing.seal(body.read(request, NewSealedReport.Sent.class).checked());
        return shown("sealed/sent", sealed, HttpStatus.CREATED);
    }

    /** The same words as of other receipts; the device turns digits into words by itself. */
    @GetMapping("/sealed/words")
    ResponseEntity<String> words() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(7)))
                .body(String.join("\n", ReceiptWords.all()));
    }

    @GetMapping("/sealed/receipt")
    ModelAndView ask() {
        return new ModelAndView("sealed/receipt");
    }

    /** Nothing that was typed comes here, only what his device made of it. */
    @PostMapping("/sealed/receipt")
    ModelAndView open(
            @RequestParam(defaultValue = "") String opening,
            @RequestParam(defaultValue = "zh") String language,
            HttpServletRequest request) {
        DisplayOverride.language(language, request);
        return found(opening);
    }

    @PostMapping("/sealed/receipt/verdict")
    ModelAndView judge(
            @RequestParam(defaultValue = "") String opening,
            @RequestParam(defaultValue = "false") boolean enough,
            @RequestParam(defaultValue = "zh") String language,
            HttpServletRequest request) {
        DisplayOverride.language(language, request);
        returns.judge(opening, enough);
        return found(opening);
    }

    @PostMapping("/sealed/receipt/peace")
    ModelAndView say(
            @RequestParam(defaultValue = "") String opening,
            @RequestParam(defaultValue = "false") boolean trouble,
            @RequestParam(defaultValue = "zh") String language,
            HttpServletRequest request) {
        DisplayOverride.language(language, request);
        returns.say(opening, trouble);
        return found(opening);
    }

    /** The locked letter itself: without it nobody shows of what the proof speaks. */
    @PostMapping("/sealed/receipt/parcel")
    ResponseEntity<byte[]> parcel(
            @RequestParam(defaultValue = "") String opening, @RequestParam(defaultValue = "0") int step) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(returns.parcel(opening, step).bytes());
    }

    private ModelAndView found(String opening) {
        var report = returns.find(opening).orElseThrow(Refusal.NotFound::new);
        var answers =
                returns.answers(report).stream().map(json::writeValueAsString).toList();
        var peace = returns.peace(report);
        return shown("sealed/found", report, HttpStatus.OK)
                .addObject("answers", answers)
                .addObject("peace", peace)
                .addObject("proof", returns.proof(report))
                .addObject("guardian", peace.guardian().map(officers::shown));
    }

    private ModelAndView shown(String page, SealedReport report, HttpStatus status) {
        var shown = new ModelAndView(page)
                .addObject("report", report)
                .addObject("steps", officers.stepsOf(report))
                .addObject("owner", officers.ownerOf(report));
        shown.setStatus(status);
        return shown;
    }
}
