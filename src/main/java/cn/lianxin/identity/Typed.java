package cn.lianxin.identity;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Screen;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads what somebody typed into a field. */
final class Typed {

    private Typed() {}

    /**
     * A date as date fields send it, and as people type it where the browser has none.
     *
     * @throws Refusal.Violation {@code day-missing}, {@code day-unclear} at the field
     */
    static LocalDate day(String field, String text) {
        return optionalDay(field, text).orElseThrow(() -> new Refusal.Violation(field, "day-missing"));
    }

    /**
     * The next moment at which the clock shows this time of day.
     *
     * @throws Refusal.Violation {@code time-missing}, {@code time-unclear} at the field
     */
    static Instant nextTime(String field, String text, Instant now) {
        var plain = text.strip().replace('：', ':').replace('.', ':');
        if (plain.isEmpty()) {
            throw new Refusal.Violation(field, "time-missing");
        }
        try {
            var time = LocalTime.parse(plain.matches("[0-9]:.*") ? "0" + plain : plain);
            var today = now.atZone(Screen.ZONE).with(time);
            return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
        } catch (DateTimeParseException unclear) {
            throw new Refusal.Violation(field, "time-unclear");
        }
    }

    static Optional<LocalDate> optionalDay(String field, String text) {
        var plain = text.strip().replace('/', '-').replace('.', '-');
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(plain));
        } catch (DateTimeParseException unclear) {
            throw new Refusal.Violation(field, "day-unclear");
        }
    }
}
