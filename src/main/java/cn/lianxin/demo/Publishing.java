package cn.lianxin.demo;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.report.ReportsInTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * Issues the reports of the last weeks, months and of the year before. The offices began to in this quarter: what was over
 * by then they made up for on its first day.
 */
final class Publishing {

    private static final int WEEKS = 6;
    private static final int MONTHS = 4;
    private static final LocalTime ISSUED = LocalTime.of(8, 25);

    private final Company company;
    private final ReportsInTime.Office office;
    private final SetClock time;
    private final Instant now;

    Publishing(Company company, ReportsInTime.Office office, SetClock time, Instant now) {
        this.company = company;
        this.office = office;
        this.time = time;
        this.now = now;
    }

    void issue(LocalDate today) {
        var mine = company.plan().mines().getFirst().code();
        for (var house : new String[] {"G", "G-C", mine}) {
            var year = today.withDayOfYear(1);
            issue(house, Integer.toString(year.getYear() - 1), year, "去年的情况补发，今年起按时发。", true);
            for (var back = MONTHS; back > 0; back--) {
                var month = YearMonth.from(today).minusMonths(back);
                issue(house, month.toString(), month.plusMonths(1).atDay(1), "", true);
            }
        }
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (var back = WEEKS; back > 0; back--) {
            var week = DateTimeFormatter.ISO_WEEK_DATE
                    .format(monday.minusWeeks(back))
                    .substring(0, "2026-W48".length());
            var issued = issue(mine, week, monday.minusWeeks(back - 1L), back == 1 ? "澡堂和班车的事集中，后勤科本周答复完。" : "", false);
            if (back == 2) {
                issued.ifPresent(first -> correct(mine, first));
            }
        }
    }

    /** @param over the first day after the period */
    private Optional<Long> issue(String house, String period, LocalDate over, String remarks, boolean open) {
        var began = now.atZone(WorkingCalendar.ZONE).toLocalDate().with(IsoFields.DAY_OF_QUARTER, 1);
        var at = at(over.isBefore(began) ? began : over);
        if (at.isAfter(now)) {
            return Optional.empty();
        }
        time.set(at);
        return Optional.of(office.issue(company.unit(house), period, remarks, open, officer(house)));
    }

    private void correct(String house, long former) {
        time.set(time.instant().plusSeconds(5400));
        office.correct(former, "头一期发早了，有两件当天补登的没数进去，重数一遍。", officer(house));
    }

    private Actor.Member officer(String house) {
        return company.member(
                company.plan().holders(Role.DESK_OFFICER, house).getFirst().staffNumber());
    }

    private static Instant at(LocalDate day) {
        return day.atTime(ISSUED).atZone(WorkingCalendar.ZONE).toInstant();
    }
}
