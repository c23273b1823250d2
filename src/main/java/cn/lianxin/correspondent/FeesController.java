package cn.lianxin.correspondent;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.Channel;
import cn.lianxin.newsroom.Channels;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.platform.web.Screen;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The fee sheets of those who keep the books. */
@Controller
@RequestMapping("/correspondents/fees")
class FeesController {

    private static final int SHOWN = 120;
    private static final String SHEET = "/{sheet:[0-9]{1,18}}";

    private final Sheets sheets;
    private final SheetLines lines;
    private final DrawingSheets drawing;
    private final ClosingSheets closing;
    private final Channels channels;
    private final Clock clock;

    FeesController(
            Sheets sheets,
            SheetLines lines,
            DrawingSheets drawing,
            ClosingSheets closing,
            Channels channels,
            Clock clock) {
        this.sheets = sheets;
        this.lines = lines;
        this.drawing = drawing;
        this.closing = closing;
        this.channels = channels;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(Actor actor) {
        return list(Map.of(), Faults.none(), Keepers.keeper(actor));
    }

    @PostMapping
    ModelAndView drawUp(@RequestParam Map<String, String> typed, Actor actor) {
        var by = Keepers.keeper(actor);
        try {
            return seen(drawing.drawUp(at(typed, "unit"), at(typed, "month"), by));
        } catch (Refusal.Violation violation) {
            return as(HttpStatus.UNPROCESSABLE_CONTENT, list(typed, Faults.of(violation), by));
        }
    }

    @GetMapping(SHEET)
    ModelAndView show(@PathVariable long sheet, Actor actor) {
        return show(sheet, Map.of(), Faults.none(), Keepers.keeper(actor));
    }

    /** All that a closed month was computed from and what came out; its digest is the one on the page. */
    @GetMapping(SHEET + "/document")
    ResponseEntity<byte[]> document(@PathVariable long sheet, Actor actor) {
        var head = sheets.get(sheet, Keepers.keeper(actor));
        if (!head.isClosed()) {
            throw new Refusal.NotFound();
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"fees-" + head.month() + ".txt\"")
                .body(head.document().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(SHEET + "/collection")
    ModelAndView collect(@PathVariable long sheet, Actor actor) {
        return step(sheet, Map.of(), actor, by -> drawing.collect(sheet, by));
    }

    @PostMapping(SHEET + "/pieces/{article:[0-9]{1,18}}")
    ModelAndView share(
            @PathVariable long sheet,
            @PathVariable long article,
            @RequestParam Map<String, String> typed,
            Actor actor) {
        return step(sheet, typed, actor, by -> drawing.share(sheet, article, at(typed, "people-" + article), by));
    }

    @PostMapping(SHEET + "/corrections")
    ModelAndView correct(@PathVariable long sheet, @RequestParam Map<String, String> typed, Actor actor) {
        return step(
                sheet,
                typed,
                actor,
                by -> drawing.correct(
                        sheet,
                        at(typed, "of-month"),
                        at(typed, "staff-number"),
                        at(typed, "yuan"),
                        at(typed, "why"),
                        by));
    }

    @PostMapping(SHEET + "/corrections/{correction:[0-9]{1,18}}/removal")
    ModelAndView remove(@PathVariable long sheet, @PathVariable long correction, Actor actor) {
        return step(sheet, Map.of(), actor, by -> drawing.removeCorrection(sheet, correction, by));
    }

    @PostMapping(SHEET + "/closing")
    ModelAndView close(@PathVariable long sheet, @RequestParam(defaultValue = "") String digest, Actor actor) {
        return step(sheet, Map.of(), actor, by -> closing.close(sheet, digest, by));
    }

    private interface Step {
        void by(Actor.Member member);
    }

    private ModelAndView step(long sheet, Map<String, String> typed, Actor actor, Step step) {
        var by = Keepers.keeper(actor);
        try {
            step.by(by);
            return seen(sheet);
        } catch (Refusal.Violation violation) {
            return as(HttpStatus.UNPROCESSABLE_CONTENT, show(sheet, typed, Faults.of(violation), by));
        } catch (Refusal.Conflict conflict) {
            return as(HttpStatus.CONFLICT, show(sheet, typed, Faults.none().add("", conflict.code()), by));
        }
    }

    private ModelAndView list(Map<String, String> typed, Faults faults, Actor.Member by) {
        return new ModelAndView("correspondent/fees")
                .addObject("sheets", sheets.all(by, SHOWN))
                .addObject("units", drawing.units(by))
                .addObject(
                        "lastMonth",
                        YearMonth.from(LocalDate.ofInstant(clock.instant(), Screen.ZONE))
                                .minusMonths(1))
                .addObject("typed", typed)
                .addObject("faults", faults);
    }

    private ModelAndView show(long sheet, Map<String, String> typed, Faults faults, Actor.Member by) {
        var head = sheets.get(sheet, by);
        return new ModelAndView("correspondent/sheet")
                .addObject("head", head)
                .addObject("fees", lines.read(head))
                .addObject("steps", sheets.steps(sheet))
                .addObject(
                        "channels",
                        channels.all().stream().collect(Collectors.toMap(Channel::code, Function.identity())))
                .addObject("same", head.isClosed() && closing.isSame(head))
                .addObject("mayClose", closing.mayClose(head, by))
                .addObject("typed", typed)
                .addObject("faults", faults);
    }

    private static ModelAndView as(HttpStatus status, ModelAndView page) {
        page.setStatus(status);
        return page;
    }

    private static ModelAndView seen(long sheet) {
        return LocalAddress.seeOther("/correspondents/fees/" + sheet);
    }

    private static String at(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "");
    }
}
