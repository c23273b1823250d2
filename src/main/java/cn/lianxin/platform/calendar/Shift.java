package cn.lianxin.platform.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * One shift of a roster (早班、中班、夜班). A shift that ends at or before the hour it begins ends on the next day.
 *
 * @param letter by which the pattern of the roster names it
 */
public record Shift(String letter, LocalTime begins, LocalTime ends) {

    Duration length() {
        var length = Duration.between(begins, ends);
        return length.isPositive() ? length : length.plusDays(1);
    }

    LocalDateTime beginning(LocalDate day) {
        return day.atTime(begins);
    }

    LocalDateTime ending(LocalDate day) {
        return beginning(day).plus(length());
    }

    /** Whether the two would be on duty at the same hour of some day. */
    boolean overlaps(Shift other) {
        var apart = Math.floorMod(
                Duration.between(begins, other.begins).toMinutes(),
                Duration.ofDays(1).toMinutes());
        return apart < length().toMinutes()
                || apart + other.length().toMinutes() > Duration.ofDays(1).toMinutes();
    }
}
