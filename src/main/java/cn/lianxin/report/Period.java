package cn.lianxin.report;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.platform.web.Words;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/**
 * A week, a month or a year; written {@code 2026-W48}, {@code 2026-11} or {@code 2026}.
 *
 * @param from its first day
 */
public record Period(ReportKind kind, LocalDate from) {

    private static final LocalTime ISSUED = LocalTime.of(8, 0);

    /** Refuses {@code period-unknown}, as also for years of which no indicator was ever defined. */
    static Period parse(String code) {
        var text = code.strip();
        try {
            if (text.matches("[2-9][0-9]{3}-W[0-9]{2}")) {
                return new Period(ReportKind.WEEK, LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE));
            }
            if (text.matches("[2-9][0-9]{3}-[0-9]{2}")) {
                return new Period(ReportKind.MONTH, YearMonth.parse(text).atDay(1));
            }
            if (text.matches("[2-9][0-9]{3}")) {
                return new Period(ReportKind.YEAR, Year.parse(text).atDay(1));
            }
        } catch (DateTimeException broken) {
            throw new Refusal.Violation("period", "period-unknown", text);
        }
        throw new Refusal.Violation("period", "period-unknown", text);
    }

    /** The one in which this day lies. */
    static Period around(ReportKind kind, LocalDate day) {
        return new Period(
                kind,
                switch (kind) {
                    case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    case MONTH -> day.withDayOfMonth(1);
                    case YEAR -> day.withDayOfYear(1);
                });
    }

    /** The last ones that are over, the newest first. */
    static List<Period> over(ReportKind kind, LocalDate today, int howMany) {
        return Stream.iterate(around(kind, today).before(), Period::before)
                .limit(howMany)
                .toList();
    }

    /** Refuses {@code period-not-over}: of a time that still runs nobody knows the numbers. */
    void mustBeOver(LocalDate today) {
        if (today.isBefore(end())) {
            throw new Refusal.Violation("period", "period-not-over", code());
        }
    }

    Period before() {
        return around(kind, from.minusDays(1));
    }

    /** The first day after it. */
    LocalDate end() {
        return switch (kind) {
            case WEEK -> from.plusWeeks(1);
            case MONTH -> from.plusMonths(1);
            case YEAR -> from.plusYears(1);
        };
    }

    Instant begins() {
        return from.atStartOfDay(Screen.ZONE).toInstant();
    }

    Instant ends() {
        return end().atStartOfDay(Screen.ZONE).toInstant();
    }

    /** When it is issued by itself: at eight on the first day after it. */
    Instant due() {
        return end().atTime(ISSUED).atZone(Screen.ZONE).toInstant();
    }

    /** As it is written in addresses. */
    public String code() {
        return switch (kind) {
            case WEEK ->
                "%04d-W%02d"
                        .formatted(from.get(IsoFields.WEEK_BASED_YEAR), from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> YearMonth.from(from).toString();
            case YEAR -> Year.from(from).toString();
        };
    }

    /** 2026 年 11 月; a week with its days, for nobody counts weeks. */
    public String name(Words words) {
        var last = end().minusDays(1);
        return switch (kind) {
            case WEEK -> words.of("report.week", code(), from.toString(), last.toString());
            case MONTH -> words.of("report.month", from.getYear() + "", from.getMonthValue() + "");
            case YEAR -> words.of("report.year", from.getYear() + "");
        };
    }
}
