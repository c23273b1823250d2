package cn.lianxin.platform.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/** When the office is open on a working day: spans in order, none touching the next. */
record OfficeHours(List<Span> spans) {

    record Span(LocalTime opens, LocalTime closes) {}

    OfficeHours {
        spans = List.copyOf(spans);
        var last = LocalTime.MIN;
        for (var span : spans) {
            if (span.opens().isBefore(last) || !span.opens().isBefore(span.closes())) {
                throw new IllegalArgumentException("office hours overlap or are out of order: " + spans);
            }
            last = span.closes();
        }
    }

    /** From {@code 08:00-12:00,14:00-18:00}. */
    static OfficeHours of(String setting) {
        return new OfficeHours(
                Arrays.stream(setting.split(",")).map(OfficeHours::span).toList());
    }

    private static Span span(String setting) {
        var ends = setting.strip().split("-", 2);
        if (ends.length < 2) {
            throw new IllegalArgumentException("office hours such as 08:00-12:00 expected: " + setting);
        }
        return new Span(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
    }

    LocalDateTime closingOf(LocalDate day) {
        return day.atTime(spans.getLast().closes());
    }

    LocalDateTime pass(LocalDateTime beginning, int hours, WorkingCalendar calendar) {
        var left = Duration.ofHours(hours);
        var now = beginning;
        while (left.isPositive()) {
            var day = calendar.workingDayFrom(now.toLocalDate());
            for (var span : spans) {
                var from = later(now, day.atTime(span.opens()));
                var open = Duration.between(from, day.atTime(span.closes()));
                if (open.compareTo(left) >= 0) {
                    return from.plus(left);
                }
                left = open.isPositive() ? left.minus(open) : left;
            }
            now = day.plusDays(1).atStartOfDay();
        }
        return now;
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }
}
