package cn.lianxin.duty;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
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

    private static final int MOST_TOLD = 20;

    /**
     * What stood in the form about something that happened.
     *
     * @param within the unit among whose units one chooses
     */
    record Told(Optional<UnitId> unit, Optional<UnitId> within, Optional<LocalDate> day, String what) {}

    private final Duties duties;
    private final DutyStore store;
    private final KeepingDuties keeping;
    private final OccasionPlaces places;
    private final Directory directory;
    private final Clock clock;

    DutyController(
            Duties duties,
            DutyStore store,
            KeepingDuties keeping,
            OccasionPlaces places,
            Directory directory,
            Clock clock) {
        this.duties = duties;
        this.store = store;
        this.keeping = keeping;
        this.places = places;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list() {
        return new ModelAndView("duty/duties").addObject("duties", duties.on(today()));
    }

    @GetMapping("/{code:[a-z-]{3,41}}")
    ModelAndView show(@PathVariable String code, @RequestParam Optional<Long> within, Actor actor) {
        var told = new Told(Optional.empty(), within.map(UnitId::new), Optional.empty(), "");
        return page(code, Faults.none(), Optional.empty(), told, actor);
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
        var nothing = new Told(Optional.empty(), Optional.empty(), Optional.empty(), "");
        return step(code, Optional.of(typed), nothing, actor, () -> keeping.change(code, from, typed, actor));
    }

    @PostMapping("/{code:[a-z-]{3,41}}/occasions")
    ModelAndView happened(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") long unit,
            @RequestParam Optional<Long> within,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> day,
            @RequestParam(defaultValue = "") String what,
            Actor.Member actor) {
        var told = new Told(Optional.of(new UnitId(unit)), within.map(UnitId::new), day, what);
        return step(
                code,
                Optional.empty(),
                told,
                actor,
                () -> keeping.happened(
                        code,
                        new UnitId(unit),
                        day.orElseThrow(() -> new Refusal.Violation("day", "duty-day")),
                        what,
                        actor));
    }

    private ModelAndView step(String code, Optional<KeepingDuties.Typed> typed, Told told, Actor actor, Runnable step) {
        try {
            step.run();
        } catch (Refusal.Violation violation) {
            var page = page(code, Faults.of(violation), typed, told, actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        } catch (Refusal.Conflict conflict) {
            var page = page(code, Faults.none().add("", conflict.code()), typed, told, actor);
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        return LocalAddress.seeOther("/duties/" + code);
    }

    private ModelAndView page(String code, Faults faults, Optional<KeepingDuties.Typed> typed, Told told, Actor actor) {
        var wordings = store.wordings(code);
        if (wordings.isEmpty()) {
            throw new Refusal.NotFound();
        }
        var changers =
                wordings.stream().flatMap(one -> one.by().stream()).distinct().toList();
        var occasions = duties.told(code, MOST_TOLD);
        var units = occasions.stream()
                .flatMap(one -> Stream.of(one.unit(), one.circle()))
                .distinct()
                .toList();
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
                .addObject("told", told)
                .addObject("keeps", keeping.keeps(actor))
                .addObject("places", places.of(told.within(), actor))
                .addObject("occasions", occasions)
                .addObject("units", directory.unitNames(units))
                .addObject("today", today())
                .addObject("faults", faults);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }
}
