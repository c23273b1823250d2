package cn.lianxin.api.office;

import static cn.lianxin.application.ApplicationScope.CONCERNS;
import static cn.lianxin.application.ApplicationScope.ORGANIZATION;
import static cn.lianxin.application.ApplicationScope.ORGANIZATION_READ;
import static cn.lianxin.application.ApplicationScope.RECEIPTS;
import static cn.lianxin.application.ApplicationScope.SELF;
import static cn.lianxin.application.ApplicationScope.WORK;

import cn.lianxin.api.document.FromBody;
import cn.lianxin.api.document.FromQuery;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.RequestFault;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.calendar.KeepingCalendar;
import cn.lianxin.platform.calendar.WorkingCalendar;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The calendar that promises are counted by: read by everybody, kept by administrators. */
@RestController
@RequestMapping("/api/v1/calendar")
class DaysController {

    private static final int MOST_DAYS = 366;

    record Span(LocalDate from, LocalDate until) {}

    /** @param known whether a list of that year was brought in; else weekdays are taken for working days */
    record DayItem(LocalDate day, boolean working, boolean known) {}

    record DayItems(List<DayItem> items) {}

    record StoppageItem(LocalDate day, String reason) {}

    record StoppageItems(List<StoppageItem> items) {}

    record RosterItem(String name, String shifts, String pattern, LocalDate firstDay) {}

    record RosterItems(List<RosterItem> items) {}

    record StoppageToAnnounce(LocalDate first, Optional<LocalDate> last, String reason) {}

    record RosterToKeep(
            String name,
            @Size(max = 2_000) String shifts,
            @Size(max = 1_000) String pattern,
            LocalDate firstDay) {}

    private final KeepingCalendar keeping;
    private final WorkingCalendar calendar;

    DaysController(KeepingCalendar keeping, WorkingCalendar calendar) {
        this.keeping = keeping;
        this.calendar = calendar;
    }

    @GetMapping("/days")
    @Operation(Topic.OFFICE)
    @RequiresScope({CONCERNS, WORK, SELF, ORGANIZATION_READ, ORGANIZATION, RECEIPTS})
    DayItems listDays(@FromQuery Span span) {
        if (span.until().isBefore(span.from())
                || !span.until().isBefore(span.from().plusDays(MOST_DAYS))) {
            throw RequestFault.parameter("until", "parameter-span");
        }
        return new DayItems(span.from()
                .datesUntil(span.until().plusDays(1))
                .map(day -> new DayItem(day, calendar.isWorkingDay(day), calendar.knows(day.getYear())))
                .toList());
    }

    @GetMapping("/stoppages")
    @Operation(Topic.OFFICE)
    @RequiresScope({CONCERNS, WORK, SELF, ORGANIZATION_READ, ORGANIZATION, RECEIPTS})
    StoppageItems listStoppages() {
        return new StoppageItems(keeping.stoppages().stream()
                .map(stoppage -> new StoppageItem(stoppage.day(), stoppage.reason()))
                .toList());
    }

    @GetMapping("/rosters")
    @Operation(Topic.OFFICE)
    @RequiresScope({CONCERNS, WORK, SELF, ORGANIZATION_READ, ORGANIZATION, RECEIPTS})
    RosterItems listRosters() {
        return new RosterItems(keeping.rosters().stream()
                .map(kept -> new RosterItem(
                        kept.name(),
                        kept.shifts(),
                        kept.pattern(),
                        kept.roster().firstDay()))
                .toList());
    }

    @PostMapping("/stoppages")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(Topic.OFFICE)
    @RequiresScope(ORGANIZATION)
    void announceStoppage(@FromBody StoppageToAnnounce asked, Actor actor) {
        keeping.announceStoppage(asked.first(), asked.last().orElse(asked.first()), asked.reason(), actor);
    }

    @PostMapping("/stoppages/{day}/calling-off")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.OFFICE)
    @RequiresScope(ORGANIZATION)
    void callOffStoppage(@PathVariable String day, Actor actor) {
        if (!day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw new Refusal.NotFound();
        }
        try {
            keeping.callOffStoppage(LocalDate.parse(day), actor);
        } catch (DateTimeException noDay) {
            throw new Refusal.NotFound();
        }
    }

    @PostMapping("/rosters")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(Topic.OFFICE)
    @RequiresScope(ORGANIZATION)
    void keepRoster(@FromBody RosterToKeep asked, Actor actor) {
        keeping.keepRoster(asked.name(), asked.shifts(), asked.pattern(), asked.firstDay(), actor);
    }
}
