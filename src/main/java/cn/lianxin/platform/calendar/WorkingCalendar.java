package cn.lianxin.platform.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which days the office works, and when a period ends. Weekends are off unless a make-up day says otherwise. A year whose
 * holidays were not announced yet is counted by weekends alone and never refused; {@link #knows} lets a page say so.
 */
@Component
public class WorkingCalendar {

    /** The enterprise lives by one clock, wherever its server stands. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String USUAL_HOURS = "08:00-12:00,14:00-18:00";

    private final AnnouncedDays announced = AnnouncedDays.packaged();
    private final OfficeHours hours;

    /**
     * @param hours when the office is open on a working day, from the setting {@code lianxin.office-hours}:
     *     {@code 08:00-12:00,14:00-18:00} unless given
     */
    @Autowired
    public WorkingCalendar(@Value("${lianxin.office-hours:" + USUAL_HOURS + "}") String hours) {
        this.hours = OfficeHours.of(hours);
    }

    /** With the usual office hours. */
    public WorkingCalendar() {
        this(USUAL_HOURS);
    }

    /** Whether the days off and make-up days of that year are on the list; if not, its weekends are the days off. */
    public boolean knows(int year) {
        return announced.knows(year);
    }

    public boolean isWorkingDay(LocalDate day) {
        return announced.isWorking(day).orElseGet(() -> !isWeekend(day));
    }

    /** The day itself if it is a working day, else the next one that is. */
    public LocalDate workingDayFrom(LocalDate day) {
        var working = day;
        while (!isWorkingDay(working)) {
            working = working.plusDays(1);
        }
        return working;
    }

    /**
     * The last day of a period of working days (民法典 201: the day on which it begins does not count). Zero days end on
     * the day itself, or on the next working day.
     */
    public LocalDate plusWorkingDays(LocalDate beginning, int days) {
        requireNotNegative(days);
        var last = beginning;
        for (int left = days; left > 0; left--) {
            last = workingDayFrom(last.plusDays(1));
        }
        return workingDayFrom(last);
    }

    /**
     * The last day of a period of natural days (民法典 201, 203: the day on which it begins does not count; where the last
     * one is a day off, the next working day takes its place).
     */
    public LocalDate endOfNaturalDays(LocalDate beginning, int days) {
        requireNotNegative(days);
        return workingDayFrom(beginning.plusDays(days));
    }

    /** When a period that ends on this day is over (民法典 203): when the office closes. */
    public Instant closingOf(LocalDate day) {
        return hours.closingOf(day).atZone(ZONE).toInstant();
    }

    /**
     * When so many open hours of the office have passed. What begins while it is closed is counted from its next
     * opening; a period that is used up exactly when it closes ends then, not at the next opening.
     */
    public Instant plusWorkingHours(Instant beginning, int hoursToPass) {
        requireNotNegative(hoursToPass);
        return hours.pass(beginning.atZone(ZONE).toLocalDateTime(), hoursToPass, this)
                .atZone(ZONE)
                .toInstant();
    }

    private static void requireNotNegative(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("a period of " + length);
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
