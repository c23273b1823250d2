package cn.lianxin.platform.calendar;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.spreadsheet.Spreadsheet;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator brings in a year's list, announces a stoppage, writes down a roster. Nothing promised moves by it. */
@Component
public class KeepingCalendar {

    private static final int LONGEST_REASON = 100;
    private static final int LONGEST_STOPPAGE = 31;
    private static final int FARTHEST_YEARS = 2;

    private final CalendarStore store;
    private final WorkingCalendar calendar;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepingCalendar(
            CalendarStore store,
            WorkingCalendar calendar,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.calendar = calendar;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Takes the list and answers its year, or answers what is wrong with it and leaves everything as it was. */
    @Transactional
    YearListReading takeYear(Spreadsheet sheet, String fileName, Actor by) {
        mustKeepCalendar(by);
        var reading = YearListReading.of(sheet);
        if (reading.faults().isEmpty()) {
            reading = new YearListReading(reading.list(), reading.list().faults(calendar.announced(), today()));
        }
        if (reading.faults().isEmpty()) {
            store.replace(reading.list(), fileName, nameOf(by), clock.instant());
            audit.record(by, "calendar.year-imported", "year:" + reading.list().year(), fileName);
            events.publishEvent(new KnownDays.Changed());
        }
        return reading;
    }

    /** Refuses days that have begun, more than a month at once, and a stoppage without a reason. */
    @Transactional
    public void announceStoppage(LocalDate first, LocalDate last, String reason, Actor by) {
        mustKeepCalendar(by);
        var clean = PlainText.line(reason);
        if (!first.isAfter(today())) {
            throw new Refusal.Violation("first", "stoppage-in-the-past");
        }
        if (last.isBefore(first) || !last.isBefore(first.plusDays(LONGEST_STOPPAGE))) {
            throw new Refusal.Violation("last", "stoppage-length", LONGEST_STOPPAGE);
        }
        if (first.isAfter(today().plusYears(FARTHEST_YEARS))) {
            throw new Refusal.Violation("first", "stoppage-too-far");
        }
        if (clean.isBlank() || PlainText.lengthOf(clean) > LONGEST_REASON) {
            throw new Refusal.Violation("reason", "stoppage-reason", LONGEST_REASON);
        }
        first.datesUntil(last.plusDays(1)).forEach(day -> {
            if (store.addStoppage(day, clean, nameOf(by), clock.instant())) {
                audit.record(by, "calendar.stoppage-announced", "day:" + day, clean);
            }
        });
        events.publishEvent(new KnownDays.Changed());
    }

    /** Only a day that has not come yet. */
    @Transactional
    public void callOffStoppage(LocalDate day, Actor by) {
        mustKeepCalendar(by);
        if (!day.isAfter(today())) {
            throw new Refusal.Conflict("stoppage-over");
        }
        if (!store.removeStoppage(day)) {
            throw new Refusal.NotFound();
        }
        audit.record(by, "calendar.stoppage-called-off", "day:" + day, "");
        events.publishEvent(new KnownDays.Changed());
    }

    @Transactional
    public void keepRoster(String name, String shifts, String pattern, LocalDate firstDay, Actor by) {
        mustKeepCalendar(by);
        var clean = PlainText.line(name);
        if (clean.isBlank() || PlainText.lengthOf(clean) > LONGEST_REASON) {
            throw new Refusal.Violation("name", "roster-name", LONGEST_REASON);
        }
        if (rosters().stream().anyMatch(roster -> roster.name().equals(clean))) {
            throw new Refusal.Violation("name", "roster-name-taken");
        }
        Roster.of(PlainText.block(shifts), PlainText.line(pattern), firstDay);
        store.addRoster(clean, PlainText.block(shifts), PlainText.line(pattern), firstDay);
        audit.record(by, "calendar.roster-kept", "roster:" + clean, shifts + " / " + pattern);
    }

    @Transactional(readOnly = true)
    public List<Stoppage> stoppages() {
        return store.stoppages();
    }

    @Transactional(readOnly = true)
    public List<KeptRoster> rosters() {
        return store.rosters();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }

    static boolean keepsCalendar(Actor actor) {
        return actor.is(Role.ADMINISTRATOR);
    }

    private static void mustKeepCalendar(Actor by) {
        if (!keepsCalendar(by)) {
            throw new Refusal.NotFound();
        }
    }

    private static String nameOf(Actor by) {
        return by instanceof Actor.Member member ? member.name() : "";
    }
}
