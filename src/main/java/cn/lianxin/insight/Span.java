package cn.lianxin.insight;

import cn.lianxin.platform.web.Screen;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A year, a quarter of it or a month: when what is counted was filed, and when verdicts were published. */
public record Span(LocalDate first, LocalDate last) {

    private static final Pattern WRITTEN = Pattern.compile("(20[0-9]{2})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?");
    private static final int MONTHS = 3;
    private static final int LONGEST_PROMISE = 60;

    public static Span year(int year) {
        return new Span(Year.of(year).atDay(1), LocalDate.of(year, 12, 31));
    }

    public static Span quarter(int year, int quarter) {
        var begins = YearMonth.of(year, MONTHS * quarter - 2);
        return new Span(begins.atDay(1), begins.plusMonths(2).atEndOfMonth());
    }

    public static Span month(YearMonth month) {
        return new Span(month.atDay(1), month.atEndOfMonth());
    }

    public static Span quarterOf(LocalDate day) {
        return quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }

    /** {@code 2026}, {@code 2026-Q3} or {@code 2026-07}. */
    public static Optional<Span> parse(String written) {
        var match = WRITTEN.matcher(written);
        if (!match.matches()) {
            return Optional.empty();
        }
        var year = Integer.parseInt(match.group(1));
        if (match.group(2) != null) {
            return Optional.of(quarter(year, Integer.parseInt(match.group(2))));
        }
        return Optional.of(
                match.group(3) == null ? year(year) : month(YearMonth.of(year, Integer.parseInt(match.group(3)))));
    }

    public int year() {
        return first.getYear();
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** On which day a quarter is counted: no promise is longer than the sixty days of 信访工作条例 §34. */
    public LocalDate finalOn() {
        return last.plusDays(LONGEST_PROMISE + 1);
    }

    /** The moment as of which a quarter is counted, however late it is counted. */
    Instant finalAt() {
        return finalOn().atStartOfDay(Screen.ZONE).toInstant();
    }

    /** On which day what came up again is counted: ninety days after the last answer that counts. */
    public LocalDate recurrencesFinalOn() {
        return finalOn().plusDays(Recurrences.WITHIN.toDays() + 1);
    }

    boolean isMonth() {
        return first.getMonth() == last.getMonth();
    }

    /** The quarters of which it consists; of a month, the one in which it lies. */
    List<Span> quarters() {
        return Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusMonths(MONTHS))
                .map(Span::quarterOf)
                .toList();
    }

    List<Span> months() {
        return IntStream.range(0, 12)
                .mapToObj(YearMonth.from(first)::plusMonths)
                .filter(month -> !month.atDay(1).isAfter(last))
                .map(Span::month)
                .toList();
    }

    @Override
    public String toString() {
        if (isMonth()) {
            return YearMonth.from(first).toString();
        }
        return first.plusMonths(MONTHS).isAfter(last)
                ? year() + "-Q" + first.get(IsoFields.QUARTER_OF_YEAR)
                : Integer.toString(year());
    }
}
