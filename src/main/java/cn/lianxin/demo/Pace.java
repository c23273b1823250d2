package cn.lianxin.demo;

import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.promise.Grade;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** When people do things: offices while they are open, workers before and after their shift, the dispatcher at any hour. */
record Pace(WorkingCalendar calendar, Dice dice) {

    private static final List<LocalTime> AROUND_SHIFTS =
            List.of(LocalTime.of(6, 35), LocalTime.of(14, 15), LocalTime.of(19, 40), LocalTime.of(22, 5));

    /** After at most so many open hours of the office. */
    Instant office(Instant from, int hours) {
        return calendar.plusWorkingHours(from, Math.max(1, hours)).minus(Duration.ofMinutes(dice.between(1, 52)));
    }

    /** Some minutes later, day or night. */
    Instant atOnce(Instant from, int leastMinutes, int mostMinutes) {
        return from.plusSeconds(60L * dice.between(leastMinutes, mostMinutes) + dice.between(0, 59));
    }

    /** When the handler has found out what there is to find out, which takes its time by the grade. */
    Instant findsOut(Instant from, Grade grade, int late) {
        return switch (grade) {
            case U0, U1 -> atOnce(from, 60, 1000 * late);
            case U2 -> office(from, dice.between(2, 15) * late);
            case U3 -> office(from, dice.between(4, 26) * late);
            case U4 -> office(from, dice.between(12, 84) * late);
            case U5 -> office(from, dice.between(50, 190));
        };
    }

    /** The next but so many times that he has his telephone in his hand. */
    Instant worker(Instant from, int days) {
        var day = LocalDate.ofInstant(from, WorkingCalendar.ZONE).plusDays(days);
        var time = aroundShift(day);
        return time.isAfter(from) ? time : atOnce(from, 20, 150);
    }

    /** Some time of this day before or after a shift. */
    Instant aroundShift(LocalDate day) {
        return day.atTime(dice.one(AROUND_SHIFTS))
                .plusSeconds(dice.between(0, 100 * 60))
                .atZone(WorkingCalendar.ZONE)
                .toInstant();
    }

    /** Some time of this day, or of the next on which the office is open. */
    Instant openHours(LocalDate day) {
        return office(
                calendar.workingDayFrom(day).atStartOfDay(WorkingCalendar.ZONE).toInstant(), dice.between(1, 8));
    }
}
