package cn.lianxin.duty;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How often something falls due. */
public enum Rhythm {
    MONTH(1),
    QUARTER(3),
    YEAR(12),
    /** Whenever it happens. */
    OCCASION(0);

    private static final int MONTHS_OF_A_QUARTER = 3;

    private final int months;

    Rhythm(int months) {
        this.months = months;
    }

    /** One stretch of which something is published. */
    record Stretch(String key, LocalDate from, LocalDate until) {}

    /** Those that begin and end within these days, both included; none where nothing returns. */
    List<Stretch> within(LocalDate first, LocalDate last) {
        var stretches = new ArrayList<Stretch>();
        if (this == OCCASION) {
            return stretches;
        }
        var month = beginning(YearMonth.from(first));
        while (!month.plusMonths(months).atDay(1).isAfter(last.plusDays(1))) {
            if (!month.atDay(1).isBefore(first)) {
                stretches.add(stretch(month));
            }
            month = month.plusMonths(months);
        }
        return stretches;
    }

    /** By its key, as {@code 2026-11}, {@code 2026-Q4} or {@code 2026}. */
    Optional<Stretch> named(String key) {
        var pattern =
                switch (this) {
                    case MONTH -> "\\d{4}-(0[1-9]|1[0-2])";
                    case QUARTER -> "\\d{4}-Q[1-4]";
                    case YEAR -> "\\d{4}";
                    case OCCASION -> "(?!)";
                };
        if (!key.matches(pattern)) {
            return Optional.empty();
        }
        var year = Integer.parseInt(key.substring(0, 4));
        return Optional.of(stretch(
                switch (this) {
                    case MONTH -> YearMonth.parse(key);
                    case QUARTER -> YearMonth.of(year, (key.charAt(6) - '1') * MONTHS_OF_A_QUARTER + 1);
                    case YEAR, OCCASION -> YearMonth.of(year, 1);
                }));
    }

    private YearMonth beginning(YearMonth month) {
        return month.minusMonths((month.getMonthValue() - 1) % months);
    }

    private Stretch stretch(YearMonth month) {
        var key =
                switch (this) {
                    case MONTH -> month.toString();
                    case QUARTER -> month.getYear() + "-Q" + ((month.getMonthValue() - 1) / MONTHS_OF_A_QUARTER + 1);
                    case YEAR, OCCASION -> Integer.toString(month.getYear());
                };
        return new Stretch(
                key, month.atDay(1), month.plusMonths(months).atDay(1).minusDays(1));
    }
}
