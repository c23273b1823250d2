package cn.lianxin.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * A day on which the State Council said whether to work.
 *
 * @param working true for a make-up day (调休上班), false for a day off
 * @param name of the holiday it belongs to
 */
record AnnouncedDay(LocalDate date, boolean working, String name) {

    boolean onWeekend() {
        return isWeekend(date);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
