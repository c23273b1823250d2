package cn.lianxin.platform.calendar;

import cn.lianxin.kernel.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Who works when, round the clock: shifts of a day and the pattern in which a crew goes through them (三八制、四六制). Law:
 * 劳动法 第三十八条 (a day of rest every week).
 *
 * @param shifts of one day, none overlapping another
 * @param pattern day by day the letter of a shift, or {@code 休}; repeated without end
 * @param firstDay the day on which the first crew begins the pattern
 */
public record Roster(List<Shift> shifts, List<String> pattern, LocalDate firstDay) {

    private static final String REST = "休";
    private static final Duration LONGEST_SHIFT = Duration.ofHours(12);
    private static final Duration SHORTEST_REST = Duration.ofHours(8);
    private static final int LONGEST_PATTERN = 366;
    private static final int DAYS_OF_A_WEEK = 7;

    /** Refuses what nobody could work: {@code roster-*}, each with what has to be mended. */
    public Roster {
        shifts = List.copyOf(shifts);
        pattern = List.copyOf(pattern);
        mustHaveShifts(shifts);
        mustBeWorkable(shifts, pattern);
    }

    /**
     * From {@code 早 08:00-16:00, 中 16:00-24:00, 夜 00:00-08:00} and {@code 夜夜中中早早休休}.
     */
    static Roster of(String shifts, String pattern, LocalDate firstDay) {
        var named = Arrays.stream(shifts.split("[,，;；\n]"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Roster::shift)
                .toList();
        return new Roster(
                named,
                pattern.codePoints()
                        .filter(c -> !Character.isWhitespace(c))
                        .mapToObj(Character::toString)
                        .toList(),
                firstDay);
    }

    private static Shift shift(String text) {
        var form = text.replace('：', ':').replace('－', '-').replace('—', '-');
        var parts = form.split("[\\s-]+");
        if (parts.length != 3 || parts[0].codePointCount(0, parts[0].length()) != 1) {
            throw new Refusal.Violation("shifts", "roster-shift-unclear", text);
        }
        try {
            var midnight = parts[2].equals("24:00");
            return new Shift(
                    parts[0], LocalTime.parse(parts[1]), midnight ? LocalTime.MIDNIGHT : LocalTime.parse(parts[2]));
        } catch (DateTimeException noTime) {
            throw new Refusal.Violation("shifts", "roster-shift-unclear", text);
        }
    }

    private static void mustHaveShifts(List<Shift> shifts) {
        if (shifts.isEmpty()) {
            throw new Refusal.Violation("shifts", "roster-no-shifts");
        }
        for (var shift : shifts) {
            if (shift.letter().equals(REST)) {
                throw new Refusal.Violation("shifts", "roster-shift-unclear", shift.letter());
            }
            if (shift.length().compareTo(LONGEST_SHIFT) > 0) {
                throw new Refusal.Violation("shifts", "roster-shift-too-long", shift.letter(), LONGEST_SHIFT.toHours());
            }
            for (var other : shifts.subList(0, shifts.indexOf(shift))) {
                if (shift.letter().equals(other.letter()) || shift.overlaps(other)) {
                    throw new Refusal.Violation("shifts", "roster-shifts-overlap", other.letter(), shift.letter());
                }
            }
        }
    }

    private static void mustBeWorkable(List<Shift> shifts, List<String> pattern) {
        if (pattern.stream().allMatch(REST::equals) || pattern.size() > LONGEST_PATTERN) {
            throw new Refusal.Violation("pattern", "roster-no-pattern", LONGEST_PATTERN);
        }
        for (var letter : pattern) {
            if (!letter.equals(REST) && find(shifts, letter).isEmpty()) {
                throw new Refusal.Violation("pattern", "roster-shift-unknown", letter);
            }
        }
        var worked = 0;
        for (int day = 0; day < pattern.size() * 2 + DAYS_OF_A_WEEK; day++) {
            worked = letter(pattern, day).equals(REST) ? 0 : worked + 1;
            if (worked >= DAYS_OF_A_WEEK) {
                throw new Refusal.Violation("pattern", "roster-no-day-of-rest");
            }
            mustRestBetween(shifts, pattern, day);
        }
    }

    private static void mustRestBetween(List<Shift> shifts, List<String> pattern, int day) {
        var today = find(shifts, letter(pattern, day));
        var tomorrow = find(shifts, letter(pattern, day + 1));
        if (today.isEmpty() || tomorrow.isEmpty()) {
            return;
        }
        var any = LocalDate.EPOCH;
        var rest = Duration.between(today.get().ending(any), tomorrow.get().beginning(any.plusDays(1)));
        if (rest.compareTo(SHORTEST_REST) < 0) {
            throw new Refusal.Violation(
                    "pattern",
                    "roster-no-rest-between",
                    today.get().letter(),
                    tomorrow.get().letter(),
                    SHORTEST_REST.toHours());
        }
    }

    private static String letter(List<String> pattern, long day) {
        return pattern.get((int) Math.floorMod(day, (long) pattern.size()));
    }

    private static Optional<Shift> find(List<Shift> shifts, String letter) {
        return shifts.stream().filter(shift -> shift.letter().equals(letter)).findFirst();
    }

    /**
     * The shift of a crew on this day, empty on its day of rest.
     *
     * @param crew how many days this crew is ahead of the first one in the pattern
     */
    Optional<Shift> on(LocalDate day, int crew) {
        return find(shifts, letter(pattern, ChronoUnit.DAYS.between(firstDay, day) + crew));
    }

    boolean onDuty(Instant at, int crew) {
        var now = at.atZone(WorkingCalendar.ZONE).toLocalDateTime();
        return spans(now.toLocalDate().minusDays(1), 2, crew).stream()
                .anyMatch(span -> !now.isBefore(span.from()) && now.isBefore(span.to()));
    }

    /** When the crew has been on duty for so many hours; holidays do not stop a roster. */
    Instant plusHours(Instant beginning, int hours, int crew) {
        if (hours < 0) {
            throw new IllegalArgumentException("a period of " + hours);
        }
        var left = Duration.ofHours(hours);
        var now = beginning.atZone(WorkingCalendar.ZONE).toLocalDateTime();
        for (var day = now.toLocalDate().minusDays(1); left.isPositive(); day = day.plusDays(1)) {
            for (var span : spans(day, 1, crew)) {
                var from = now.isAfter(span.from()) ? now : span.from();
                var open = Duration.between(from, span.to());
                if (open.compareTo(left) >= 0) {
                    return from.plus(left).atZone(WorkingCalendar.ZONE).toInstant();
                }
                left = open.isPositive() ? left.minus(open) : left;
            }
        }
        return beginning;
    }

    private record Span(LocalDateTime from, LocalDateTime to) {}

    private List<Span> spans(LocalDate first, int days, int crew) {
        var spans = new ArrayList<Span>();
        first.datesUntil(first.plusDays(days))
                .forEach(day ->
                        on(day, crew).ifPresent(shift -> spans.add(new Span(shift.beginning(day), shift.ending(day)))));
        return spans;
    }
}
