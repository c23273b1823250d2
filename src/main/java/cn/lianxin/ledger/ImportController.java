package cn.lianxin.ledger;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One imported ledger: what its columns mean, how far it is, what became of it. */
@Controller
class ImportController {

    private static final String SECONDS_TO_REFRESH = "2";

    private final ReadingLedgers reading;
    private final StagingLedgers staging;
    private final ImportWork work;

    ImportController(ReadingLedgers reading, StagingLedgers staging, ImportWork work) {
        this.reading = reading;
        this.staging = staging;
        this.work = work;
    }

    /** While it runs the page comes again by itself, by a header that every browser obeys without a script. */
    @GetMapping("/ledger/imports/{id}")
    ModelAndView show(@PathVariable String id, Actor actor, HttpServletResponse response) {
        var ledger = reading.get(LedgerController.id(id), actor);
        if (ledger.staged()) {
            return columns(ledger, ledger.columns(), Faults.none(), HttpStatus.OK);
        }
        var underWay = ledger.running() && work.isUnderWay(ledger.id());
        if (underWay) {
            response.setHeader("Refresh", SECONDS_TO_REFRESH);
        }
        return new ModelAndView("ledger/import")
                .addObject("ledger", ledger)
                .addObject("unit", reading.unitName(ledger.unit()))
                .addObject("underWay", underWay)
                .addObject("faultCount", reading.countFaults(ledger))
                .addObject("faults", reading.firstFaults(ledger));
    }

    @PostMapping("/ledger/imports/{id}/columns")
    ModelAndView map(@PathVariable String id, HttpServletRequest request, Actor actor) {
        var ledger = reading.get(LedgerController.id(id), actor);
        var chosen = chosen(ledger, request);
        try {
            staging.map(ledger.id(), chosen, actor);
            return seeOther("/ledger/imports/" + ledger.id());
        } catch (Refusal.Violation violation) {
            return columns(ledger, chosen, Faults.of(violation), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Begins, or goes on where an end of the program interrupted it. */
    @PostMapping("/ledger/imports/{id}/start")
    ModelAndView start(@PathVariable String id, Actor actor) {
        var ledger = reading.get(LedgerController.id(id), actor);
        try {
            staging.begin(ledger.id(), actor);
        } catch (Refusal.Violation violation) {
            return columns(ledger, ledger.columns(), Faults.of(violation), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        work.goOn(ledger.id());
        return seeOther("/ledger/imports/" + ledger.id());
    }

    @PostMapping("/ledger/imports/{id}/removal")
    ModelAndView discard(@PathVariable String id, Actor actor) {
        staging.discard(LedgerController.id(id), actor);
        return seeOther("/ledger");
    }

    private ModelAndView columns(LedgerImport ledger, Columns chosen, Faults faults, HttpStatus status) {
        var page = new ModelAndView("ledger/columns")
                .addObject("ledger", ledger)
                .addObject("columns", chosen)
                .addObject("unit", reading.unitName(ledger.unit()))
                .addObject("faults", faults)
                .addObject("ready", isReady(ledger.columns()))
                .addObject("preview", isReady(ledger.columns()) ? reading.preview(ledger) : List.of());
        page.setStatus(status);
        return page;
    }

    private static boolean isReady(Columns columns) {
        try {
            columns.checked();
            return true;
        } catch (Refusal.Violation incomplete) {
            return false;
        }
    }

    private static Columns chosen(LedgerImport ledger, HttpServletRequest request) {
        var places = new EnumMap<LedgerField, Integer>(LedgerField.class);
        for (var field : LedgerField.all()) {
            var value = request.getParameter(field.name());
            if (value != null && value.matches("\\d{1,5}")) {
                places.put(field, Integer.valueOf(value));
            }
        }
        return new Columns(ledger.columns().header(), places);
    }

    static ModelAndView seeOther(String address) {
        var redirect = new ModelAndView("redirect:" + address);
        redirect.setStatus(HttpStatus.SEE_OTHER);
        return redirect;
    }
}
