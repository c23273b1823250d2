package cn.lianxin.platform.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which days the office works, and when a period ends. Weekends are off unless a make-up day says otherwise. In a year
 * to come whose list is missing every day counts as a working day: a promise then ends no later than any list could make it end,
 * and nothing is guessed. {@link #missingYear} says so weeks before.
 */
@Component
public class WorkingCalendar {

    /** The enterprise lives by one clock, wherever its server stands. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String USUAL_HOURS = "08:00-12:00,14:00-18:00";

    /** The longest promise: sixty days and thirty more (信访工作条例 第三十四条). */
    private static final int LONGEST_PROMISE = 90;

    private final OfficeHours hours;
    private volatile AnnouncedDays announced = AnnouncedDays.packaged();

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

    /** Whether the list of days off and make-up days of that year is there. */
    public boolean knows(int year) {
        return announced.knows(year);
    }

    /** The year without a list that the longest promise given today would reach into; empty while there is none. */
    public Optional<Integer> missingYear(LocalDate today) {
        return IntStream.rangeClosed(
                        today.getYear(), today.plusDays(LONGEST_PROMISE).getYear())
                .filter(year -> !knows(year))
                .boxed()
                .findFirst();
    }

    public boolean isWorkingDay(LocalDate day) {
        return announced
                .isWorking(day)
                .orElseGet(() -> !AnnouncedDay.isWeekend(day) || announced.lieAhead(day.getYear()));
    }

    /** From now on it counts by these days; what was promised before stays as it was. */
    void use(AnnouncedDays days) {
        announced = days;
    }

    AnnouncedDays announced() {
        return announced;
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
}
