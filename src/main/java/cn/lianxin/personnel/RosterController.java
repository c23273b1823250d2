package cn.lianxin.personnel;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Wording;
import cn.lianxin.platform.web.Faults;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The monthly roster in the browser: a file, a look at who joins, moves and leaves, and then all of it or nothing. */
@Controller
class RosterController {

    private final Rosters rosters;
    private final Importing importing;
    private final RosterPages pages;

    RosterController(Rosters rosters, Importing importing, RosterPages pages) {
        this.rosters = rosters;
        this.importing = importing;
        this.pages = pages;
    }

    @GetMapping("/personnel")
    ModelAndView home(Actor actor) {
        Forms.requireAdministrator(actor);
        return pages.home(new Typed("roster", Map.of()), Faults.none(), actor);
    }

    @PostMapping("/personnel/rosters")
    ModelAndView stage(
            @RequestParam Map<String, String> values, @RequestParam @Nullable MultipartFile file, Actor actor) {
        Forms.requireAdministrator(actor);
        try {
            var day = day(values.getOrDefault("day", ""));
            var id = Uploads.read(
                    file, (name, ledger) -> rosters.stage(values.getOrDefault("unit", ""), day, name, ledger, actor));
            return Forms.onwards("/personnel/rosters/" + id);
        } catch (Refusal.Violation violation) {
            var page = pages.home(new Typed("roster", values), Faults.of(violation), actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private static LocalDate day(String text) {
        try {
            return Wording.date(text);
        } catch (Refusal.Violation unclear) {
            throw new Refusal.Violation("day", unclear.code());
        }
    }

    @GetMapping("/personnel/rosters/{id}")
    ModelAndView look(@PathVariable UUID id, @RequestParam Map<String, String> values, Actor actor) {
        Forms.requireAdministrator(actor);
        return page(id, new Typed("roster", values), Faults.none(), actor);
    }

    private ModelAndView page(UUID id, Typed typed, Faults faults, Actor actor) {
        return importing
                .find(id, actor)
                .filter(file -> file.done().isEmpty())
                .map(file -> pages.look(file, typed, faults, actor))
                .orElseGet(() -> pages.applied(id, actor));
    }

    @PostMapping("/personnel/rosters/{id}/application")
    ModelAndView apply(@PathVariable UUID id, @RequestParam Map<String, String> values, Actor actor) {
        Forms.requireAdministrator(actor);
        var file = importing.find(id, actor);
        if (file.isEmpty()) {
            return pages.applied(id, actor);
        }
        var mapping = ColumnMapping.of(file.get().subject(), file.get().header(), values);
        try {
            rosters.apply(
                    id,
                    mapping,
                    values.getOrDefault("seen", ""),
                    values.getOrDefault("leaving", ""),
                    values.getOrDefault("reason", ""),
                    actor);
            return Forms.onwards("/personnel/rosters/" + id);
        } catch (Refusal.Violation refused) {
            return again(id, values, Faults.of(refused), HttpStatus.UNPROCESSABLE_CONTENT, actor);
        } catch (Refusal.Conflict refused) {
            var faults =
                    Faults.none().add("", refused.code(), refused.arguments().toArray());
            return again(id, values, faults, HttpStatus.CONFLICT, actor);
        }
    }

    private ModelAndView again(UUID id, Map<String, String> values, Faults faults, HttpStatusCode status, Actor actor) {
        var page = page(id, new Typed("apply", values), faults, actor);
        page.setStatus(status);
        return page;
    }
}
