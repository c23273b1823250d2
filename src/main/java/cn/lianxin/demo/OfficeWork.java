package cn.lianxin.demo;

import cn.lianxin.organization.Directory;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.report.ReportsInTime;
import cn.lianxin.spotcheck.SpotChecksInTime;
import cn.lianxin.verdict.VerdictsInTime;
import cn.lianxin.verdict.VerdictsToCheck;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Random;
import org.springframework.stereotype.Component;

/** What the offices did beside the stories, week by week: verdicts came out, answers were asked about, reports issued. */
@Component
class OfficeWork {

    private static final LocalTime MORNING = LocalTime.of(9, 10);
    private static final LocalTime EVENING = LocalTime.of(17, 20);
    private static final int WEEKS_TO_CALL = 3;
    private static final Duration BEFORE_TODAY = Duration.ofDays(2);

    private final SpotChecksInTime spotChecks;
    private final VerdictsInTime verdicts;
    private final VerdictsToCheck judged;
    private final ReportsInTime reports;
    private final Directory directory;
    private final Clock clock;

    OfficeWork(
            SpotChecksInTime spotChecks,
            VerdictsInTime verdicts,
            VerdictsToCheck judged,
            ReportsInTime reports,
            Directory directory,
            Clock clock) {
        this.spotChecks = spotChecks;
        this.verdicts = verdicts;
        this.judged = judged;
        this.reports = reports;
        this.directory = directory;
        this.clock = clock;
    }

    /** Spot checks began in a quarter of which everybody has been called by now. Within the caller's transaction, and once. */
    void playWeeks(Company company, LocalDate today) {
        var time = new SetClock();
        var checks = spotChecks.on(time, new Random(today.toEpochDay()));
        if (checks.haveBegun()) {
            return;
        }
        verdicts.catchUp();
        var release = verdicts.releasingOn(time);
        var callers = new Callers(company, checks, judged, directory, time, new Dice(today.toEpochDay()), today);
        for (var monday = firstMonday(today); monday.isBefore(today); monday = monday.plusWeeks(1)) {
            set(time, monday, MORNING);
            release.run();
            checks.draw();
            callers.callIn(monday);
            if (!monday.plusDays(4).isAfter(today)) {
                set(time, monday.plusDays(4), EVENING);
                checks.reveal();
            }
        }
        new Publishing(company, reports.on(time), time, clock.instant()).issue(today);
        time.set(clock.instant().minus(BEFORE_TODAY));
        checks.form();
        time.set(clock.instant());
        checks.ask();
    }

    private static LocalDate firstMonday(LocalDate today) {
        return today.minusWeeks(WEEKS_TO_CALL)
                .with(IsoFields.DAY_OF_QUARTER, 1)
                .minusMonths(3)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    private static void set(SetClock time, LocalDate day, LocalTime to) {
        time.set(day.atTime(to).atZone(WorkingCalendar.ZONE).toInstant());
    }
}
