package cn.lianxin.disclosure;

import cn.lianxin.duty.Duties;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Writing a notice, and the second person's approval. */
@Controller
@RequestMapping("/disclosures")
class WritingController {

    private final Writing writing;
    private final Approving approving;
    private final WritingPages pages;
    private final Duties duties;
    private final Keepers keepers;
    private final Clock clock;

    WritingController(
            Writing writing, Approving approving, WritingPages pages, Duties duties, Keepers keepers, Clock clock) {
        this.writing = writing;
        this.approving = approving;
        this.pages = pages;
        this.duties = duties;
        this.keepers = keepers;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView begin(
            @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String period,
            @RequestParam Optional<Long> circle,
            Actor.Member actor) {
        return pages.beginning(duty, period, circle.map(UnitId::new), Faults.none(), actor);
    }

    @PostMapping
    ModelAndView begin(
            @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "0") long circle,
            Actor.Member actor) {
        var units = keepers.unitsOf(actor);
        if (units.isEmpty()) {
            throw new Refusal.NotFound();
        }
        var wanted = new UnitId(circle);
        try {
            return LocalAddress.seeOther("/disclosures/"
                    + writing.begin(
                            unit(duty, duties.placeOf(period, wanted), units, actor), wanted, duty, period, actor)
                    + "/draft");
        } catch (Refusal.Violation violation) {
            var page = pages.beginning(duty, period, Optional.of(wanted), Faults.of(violation), actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @GetMapping("/{number:[0-9]{1,18}}/draft")
    ModelAndView draft(@PathVariable long number, Actor.Member actor) {
        return pages.draft(number, Faults.none(), Optional.empty(), actor);
    }

    @PostMapping("/{number:[0-9]{1,18}}/draft")
    ModelAndView save(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String pasted,
            @RequestParam Optional<MultipartFile> table,
            @RequestParam(defaultValue = "false") boolean withoutTable,
            @RequestParam Optional<List<MultipartFile>> files,
            @RequestParam(defaultValue = "") String then,
            Actor.Member actor) {
        var typed = new WritingPages.Typed(title, body, pasted);
        return step(number, Optional.of(typed), actor, () -> {
            pages.save(number, typed, table, withoutTable, files.orElse(List.of()), actor);
            if (then.equals("submit")) {
                writing.submit(number, actor);
            }
            return "/disclosures/" + number + "/draft";
        });
    }

    @PostMapping("/{number:[0-9]{1,18}}/discarding")
    ModelAndView discard(@PathVariable long number, Actor.Member actor) {
        return step(number, Optional.empty(), actor, () -> {
            writing.discard(number, actor);
            return "/disclosures";
        });
    }

    @PostMapping("/{number:[0-9]{1,18}}/approval")
    ModelAndView approve(
            @PathVariable long number,
            @RequestParam(defaultValue = "0") int place,
            @RequestParam(defaultValue = "false") boolean filesSeen,
            Actor.Member actor) {
        return step(number, Optional.empty(), actor, () -> {
            approving.approve(number, place, filesSeen, actor);
            return "/disclosures/" + number;
        });
    }

    @PostMapping("/{number:[0-9]{1,18}}/giving-back")
    ModelAndView giveBack(
            @PathVariable long number,
            @RequestParam(defaultValue = "0") int place,
            @RequestParam(defaultValue = "") String returned,
            Actor.Member actor) {
        return step(number, Optional.empty(), actor, () -> {
            approving.giveBack(number, place, returned, actor);
            return "/disclosures";
        });
    }

    @GetMapping("/{number:[0-9]{1,18}}/again")
    ModelAndView again(@PathVariable long number, Actor.Member actor) {
        return pages.again(number, Version.Kind.CORRECTION, "", false, Faults.none(), actor);
    }

    /** A correction or a withdrawal: both are published by two people as the first version was. */
    @PostMapping("/{number:[0-9]{1,18}}/again")
    ModelAndView again(
            @PathVariable long number,
            @RequestParam Version.Kind kind,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean closesEarlier,
            Actor.Member actor) {
        if (kind == Version.Kind.PUBLICATION) {
            throw new Refusal.NotFound();
        }
        try {
            writing.beginAgain(number, kind, reason, closesEarlier, actor);
        } catch (Refusal.Violation violation) {
            var page = pages.again(number, kind, reason, closesEarlier, Faults.of(violation), actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        } catch (Refusal.Conflict conflict) {
            var page = pages.again(
                    number, kind, reason, closesEarlier, Faults.none().add("", conflict.code()), actor);
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        return LocalAddress.seeOther("/disclosures/" + number + "/draft");
    }

    /** The one that the table of responsibility names, where he writes for it; else the one where he works. */
    private UnitId unit(String code, UnitId place, List<UnitId> units, Actor.Member actor) {
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        return duties.find(code, today)
                .flatMap(duty -> duties.unitFor(duty, place, today))
                .filter(unit -> keepers.writes(unit, actor))
                .or(() -> keepers.workplace(actor).filter(unit -> keepers.writes(unit, actor)))
                .orElse(units.getFirst());
    }

    private ModelAndView step(
            long number, Optional<WritingPages.Typed> typed, Actor.Member actor, Supplier<String> step) {
        try {
            return LocalAddress.seeOther(step.get());
        } catch (Refusal.Violation violation) {
            var page = pages.draft(number, Faults.of(violation), typed, actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        } catch (Refusal.Conflict conflict) {
            var page = pages.draft(number, Faults.none().add("", conflict.code()), typed, actor);
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
    }
}
