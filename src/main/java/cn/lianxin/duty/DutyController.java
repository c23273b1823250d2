package cn.lianxin.duty;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of what has to be published, for whoever comes by; and its keeping. */
@Controller
@RequestMapping("/duties")
class DutyController {

    private final Duties duties;
    private final DutyStore store;
    private final KeepingDuties keeping;
    private final Directory directory;
    private final Clock clock;

    DutyController(Duties duties, DutyStore store, KeepingDuties keeping, Directory directory, Clock clock) {
        this.duties = duties;
        this.store = store;
        this.keeping = keeping;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list() {
        return new ModelAndView("duty/duties").addObject("duties", duties.on(today()));
    }

    @GetMapping("/{code:[a-z-]{3,41}}")
    ModelAndView show(@PathVariable String code, Actor actor) {
        return page(code, Faults.none(), Optional.empty(), "", actor);
    }

    @PostMapping("/{code:[a-z-]{3,41}}")
    ModelAndView change(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "-1") int days,
            @RequestParam(defaultValue = "false") boolean working,
            @RequestParam(defaultValue = "0") int staysDays,
            @RequestParam(defaultValue = "-1") int objectionDays,
            @RequestParam(defaultValue = "-1") int replyDays,
            @RequestParam(defaultValue = "false") boolean acknowledged,
            @RequestParam(defaultValue = "false") boolean unreadTold,
            @RequestParam(defaultValue = "") String columns,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(defaultValue = "") String reason,
            Actor.Member actor) {
        var typed = new KeepingDuties.Typed(
                days,
                working,
                staysDays,
                objectionDays,
                replyDays,
                acknowledged,
                unreadTold,
                columns,
                source,
                ended,
                reason);
        return step(code, Optional.of(typed), "", actor, () -> keeping.change(code, from, typed, actor));
    }

    @PostMapping("/{code:[a-z-]{3,41}}/occasions")
    ModelAndView happened(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") long circle,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> day,
            @RequestParam(defaultValue = "") String what,
            Actor.Member actor) {
        return step(
                code,
                Optional.empty(),
                what,
                actor,
                () -> keeping.happened(
                        code,
                        new UnitId(circle),
                        day.orElseThrow(() -> new Refusal.Violation("day", "duty-day")),
                        what,
                        actor));
    }

    private ModelAndView step(
            String code, Optional<KeepingDuties.Typed> typed, String what, Actor actor, Runnable step) {
        try {
            step.run();
        } catch (Refusal.Violation violation) {
            var page = page(code, Faults.of(violation), typed, what, actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        } catch (Refusal.Conflict conflict) {
            var page = page(code, Faults.none().add("", conflict.code()), typed, what, actor);
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        return LocalAddress.seeOther("/duties/" + code);
    }

    private ModelAndView page(
            String code, Faults faults, Optional<KeepingDuties.Typed> typed, String what, Actor actor) {
        var wordings = store.wordings(code);
        if (wordings.isEmpty()) {
            throw new Refusal.NotFound();
        }
        var changers =
                wordings.stream().flatMap(one -> one.by().stream()).distinct().toList();
        return new ModelAndView("duty/duty")
                .addObject(
                        "duty",
                        duties.find(code, today()).orElse(wordings.getFirst().duty()))
                .addObject("wordings", wordings)
                .addObject("names", directory.personNames(changers))
                .addObject(
                        "typed",
                        typed.orElseGet(
                                () -> KeepingDuties.Typed.of(wordings.getFirst().duty())))
                .addObject("what", what)
                .addObject("keeps", keeping.keeps(actor))
                .addObject("circles", circles(actor))
                .addObject("today", today())
                .addObject("faults", faults);
    }

    /** Where he says that something has happened. */
    private List<UnitCard> circles(Actor actor) {
        return directory.mines().stream()
                .filter(mine -> keeping.tells(mine.id(), actor))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }
}
