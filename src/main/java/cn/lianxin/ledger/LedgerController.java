package cn.lianxin.ledger;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.web.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The list of ledgers, and the form by which a new one comes in. */
@Controller
class LedgerController {

    private final ReadingLedgers reading;
    private final StagingLedgers staging;

    LedgerController(ReadingLedgers reading, StagingLedgers staging) {
        this.reading = reading;
        this.staging = staging;
    }

    @GetMapping("/ledger")
    ModelAndView list(Actor actor) {
        return new ModelAndView("ledger/list").addObject("imports", reading.all(actor));
    }

    @GetMapping("/ledger/imports/new")
    ModelAndView form(Actor actor) {
        return form(0, Faults.none(), actor);
    }

    @PostMapping("/ledger/imports")
    ModelAndView take(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "0") long unit,
            Actor actor)
            throws IOException {
        var units = reading.unitsOf(actor);
        var chosen = unit == 0 && units.size() == 1 ? units.getFirst().id() : new UnitId(unit);
        if (file == null
                || Objects.requireNonNullElse(file.getOriginalFilename(), "").isEmpty()) {
            return invalid(form(unit, Faults.none().add("file", "ledger-file-missing"), actor));
        }
        var kept = Files.createTempFile("ledger", ".upload");
        try {
            file.transferTo(kept);
            var id = staging.take(kept, Objects.requireNonNull(file.getOriginalFilename()), chosen, actor);
            return ImportController.seeOther("/ledger/imports/" + id);
        } catch (Refusal.Violation violation) {
            return invalid(form(unit, Faults.of(violation), actor));
        } catch (Refusal.Conflict nobodyReceives) {
            return invalid(form(unit, Faults.none().add("unit", "ledger-no-desk"), actor));
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private ModelAndView form(long unit, Faults faults, Actor actor) {
        return new ModelAndView("ledger/form")
                .addObject("units", reading.unitsOf(actor))
                .addObject("chosen", unit)
                .addObject("faults", faults);
    }

    private static ModelAndView invalid(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new Refusal.NotFound();
        }
    }
}
