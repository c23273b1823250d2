package cn.lianxin.identity;

import cn.lianxin.kernel.Refusal;
import java.time.LocalDate;
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
