package cn.lianxin.platform.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The days off and make-up days of one year, as the General Office of the State Council announces them, and whether they
 * can be right. Law: 全国年节及纪念日放假办法. Whatever is swapped is worked for: the weekdays that are off are the statutory
 * days and as many more as there are make-up days, or a row is missing.
 */
record YearList(int year, List<AnnouncedDay> days) {

    private static final int THIRTEEN_DAYS_SINCE = 2025;
    private static final int STATUTORY_DAYS = 13;
    private static final int STATUTORY_DAYS_BEFORE = 11;

    /** What falls on the same day every year; the others follow the moon. */
    private static final List<MonthDay> FIXED = Stream.of("--01-01", "--05-01", "--10-01", "--10-02", "--10-03")
            .map(MonthDay::parse)
            .toList();

    YearList {
        days = List.copyOf(days);
    }

    /** What is wrong with the list as a whole; empty if it can be taken. */
    List<ListFault> faults(AnnouncedDays known, LocalDate today) {
        if (year < today.getYear()) {
            return List.of(new ListFault(0, Integer.toString(year), "calendar-year-over", Integer.toString(year)));
        }
        var faults = new ArrayList<ListFault>();
        FIXED.stream()
                .map(day -> day.atYear(year))
                .filter(day -> days.stream().noneMatch(off -> off.date().equals(day) && !off.working()))
                .forEach(day ->
                        faults.add(new ListFault(0, day.toString(), "calendar-holiday-missing", day.toString())));
        if (faults.isEmpty()) {
            balance().ifPresent(faults::add);
        }
        changedPast(known, today)
                .forEach(day -> faults.add(new ListFault(0, day.toString(), "calendar-day-over", day)));
        return faults;
    }

    private java.util.Optional<ListFault> balance() {
        var weekdaysOff =
                days.stream().filter(day -> !day.working() && !day.onWeekend()).count();
        var makeUp = days.stream().filter(AnnouncedDay::working).count();
        var due = weekdaysOff - statutory();
        if (due == makeUp) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(new ListFault(
                0,
                Integer.toString(year),
                due > makeUp ? "calendar-make-up-missing" : "calendar-day-off-missing",
                weekdaysOff,
                statutory(),
                due,
                makeUp));
    }

    private int statutory() {
        return year >= THIRTEEN_DAYS_SINCE ? STATUTORY_DAYS : STATUTORY_DAYS_BEFORE;
    }

    /** Days that have passed and would be another kind of day afterwards. */
    private List<String> changedPast(AnnouncedDays known, LocalDate today) {
        if (!known.knows(year)) {
            return List.of();
        }
        Map<LocalDate, Boolean> next = new HashMap<>();
        days.forEach(day -> next.put(day.date(), day.working()));
        return LocalDate.of(year, 1, 1)
                .datesUntil(today.isBefore(LocalDate.of(year, 1, 1)) ? LocalDate.of(year, 1, 1) : today)
                .filter(day -> !java.util.Objects.equals(next.get(day), workingBefore(known, day)))
                .map(LocalDate::toString)
                .toList();
    }

    private static @org.jspecify.annotations.Nullable Boolean workingBefore(AnnouncedDays known, LocalDate day) {
        var before = known.days().get(day);
        return before == null ? null : before.working();
    }
}
