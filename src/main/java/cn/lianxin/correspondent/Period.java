package cn.lianxin.correspondent;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Screen;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A month or a year, in days of the enterprise.
 *
 * @param month empty text for a whole year, else two digits
 */
record Period(int year, String month) {

    private static final int MONTHS = 12;
    private static final int YEARS = 3;

    static Period of(YearMonth month) {
        return new Period(month.getYear(), "%02d".formatted(month.getMonthValue()));
    }

    /** {@code 2026-11} or {@code 2026}; this month where nothing was said. NotFound for what is neither. */
    static Period of(String typed, LocalDate today) {
        if (typed.isEmpty()) {
            return of(YearMonth.from(today));
        }
        if (!typed.matches("20[0-9]{2}(-(0[1-9]|1[0-2]))?")) {
            throw new Refusal.NotFound();
        }
        return new Period(Integer.parseInt(typed.substring(0, 4)), typed.length() == 4 ? "" : typed.substring(5));
    }

    /** The last twelve months and the last years. */
    static Stream<Period> offered(LocalDate today) {
        var now = YearMonth.from(today);
        return Stream.concat(
                IntStream.range(0, MONTHS).mapToObj(back -> of(now.minusMonths(back))),
                IntStream.range(0, YEARS).mapToObj(back -> new Period(today.getYear() - back, "")));
    }

    boolean isMonth() {
        return !month.isEmpty();
    }

    String key() {
        return isMonth() ? year + "-" + month : String.valueOf(year);
    }

    LocalDate first() {
        return LocalDate.of(year, isMonth() ? Integer.parseInt(month) : 1, 1);
    }

    /** The first day that is not of it any more. */
    LocalDate after() {
        return isMonth() ? first().plusMonths(1) : first().plusYears(1);
    }

    OffsetDateTime from() {
        return first().atStartOfDay(Screen.ZONE).toOffsetDateTime();
    }

    OffsetDateTime until() {
        return after().atStartOfDay(Screen.ZONE).toOffsetDateTime();
    }

    boolean isOver(LocalDate today) {
        return !today.isBefore(after());
    }

    String words(Screen screen) {
        return isMonth()
                ? screen.say("correspondent.month", String.valueOf(year), Integer.parseInt(month))
                : screen.say("correspondent.year", String.valueOf(year));
    }
}
