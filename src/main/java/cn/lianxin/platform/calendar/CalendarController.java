package cn.lianxin.platform.calendar;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.spreadsheet.SpreadsheetReader;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The calendar that promises are counted by: everybody who signed in reads it, administrators keep it. */
@Controller
class CalendarController {

    private static final int SHOWN_DAYS = 7;

    private final KeepingCalendar keeping;
    private final WorkingCalendar calendar;

    CalendarController(KeepingCalendar keeping, WorkingCalendar calendar) {
        this.keeping = keeping;
        this.calendar = calendar;
    }

    @GetMapping("/calendar")
    ModelAndView show(Actor actor) {
        return page(actor, List.of(), Faults.none(), Map.of());
    }

    @PostMapping("/calendar/years")
    ModelAndView takeYear(@RequestParam @Nullable MultipartFile file, Actor actor) {
        mustKeep(actor);
        try {
            var reading = take(file, actor);
            return reading.faults().isEmpty()
                    ? LocalAddress.seeOther("/calendar#year-" + reading.list().year())
                    : invalid(page(
                            actor, reading.faults(), Faults.none().add("file", "calendar-list-refused"), Map.of()));
        } catch (Refusal.Violation violation) {
            return invalid(page(actor, List.of(), Faults.of(violation), Map.of()));
        }
    }

    @PostMapping("/calendar/stoppages")
    ModelAndView announceStoppage(@RequestParam Map<String, String> typed, Actor actor) {
        mustKeep(actor);
        try {
            var first = day("first", typed);
            var last = typed.getOrDefault("last", "").isBlank() ? first : day("last", typed);
            keeping.announceStoppage(first, last, typed.getOrDefault("reason", ""), actor);
        } catch (Refusal.Violation violation) {
            return invalid(page(actor, List.of(), Faults.of(violation), typed));
        }
        return LocalAddress.seeOther("/calendar#stoppages");
    }

    @PostMapping("/calendar/stoppages/{day}/calling-off")
    ModelAndView callOff(@PathVariable String day, Actor actor) {
        mustKeep(actor);
        try {
            keeping.callOffStoppage(LocalDate.parse(day), actor);
        } catch (DateTimeException noDay) {
            throw new Refusal.NotFound();
        }
        return LocalAddress.seeOther("/calendar#stoppages");
    }

    @PostMapping("/calendar/rosters")
    ModelAndView keepRoster(@RequestParam Map<String, String> typed, Actor actor) {
        mustKeep(actor);
        try {
            keeping.keepRoster(
                    typed.getOrDefault("name", ""),
                    typed.getOrDefault("shifts", ""),
                    typed.getOrDefault("pattern", ""),
                    day("firstDay", typed),
                    actor);
        } catch (Refusal.Violation violation) {
            return invalid(page(actor, List.of(), Faults.of(violation), typed));
        }
        return LocalAddress.seeOther("/calendar#rosters");
    }

    private YearListReading take(@Nullable MultipartFile file, Actor actor) {
        if (file == null
                || file.getOriginalFilename() == null
                || file.getOriginalFilename().isEmpty()) {
            throw new Refusal.Violation("file", "calendar-file-missing");
        }
        try {
            var copy = Files.createTempFile("calendar", ".upload");
            try {
                file.transferTo(copy);
                try (var sheet = SpreadsheetReader.open(copy, file.getOriginalFilename())) {
                    return keeping.takeYear(sheet, file.getOriginalFilename(), actor);
                }
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelAndView page(Actor actor, List<ListFault> listFaults, Faults faults, Map<String, String> typed) {
        var years = new TreeMap<Integer, List<Holiday>>(java.util.Comparator.reverseOrder());
        var announced = calendar.announced();
        announced.years().forEach(year -> years.put(year, Holiday.of(announced.of(year))));
        var today = keeping.today();
        return new ModelAndView("platform/calendar/calendar")
                .addObject(
                        "page",
                        new CalendarPage(
                                calendar.missingYear(today),
                                years,
                                keeping.stoppages(),
                                keeping.rosters(),
                                today.datesUntil(today.plusDays(SHOWN_DAYS)).toList(),
                                KeepingCalendar.keepsCalendar(actor),
                                listFaults,
                                faults,
                                typed));
    }

    private static LocalDate day(String field, Map<String, String> typed) {
        try {
            return LocalDate.parse(typed.getOrDefault(field, ""));
        } catch (DateTimeException noDay) {
            throw new Refusal.Violation(field, "calendar-date-unclear");
        }
    }

    private static void mustKeep(Actor actor) {
        if (!KeepingCalendar.keepsCalendar(actor)) {
            throw new Refusal.NotFound();
        }
    }

    private static ModelAndView invalid(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
