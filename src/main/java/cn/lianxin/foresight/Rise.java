package cn.lianxin.foresight;

import cn.lianxin.silence.Discoveries;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * A matter of which more is heard at a place than its own last year lets expect.
 *
 * @param recent so many in the last four weeks, from {@code since} to {@code until}
 * @param usual so many in four weeks of the time before
 * @param before so many altogether then
 * @param from the first day of the time before
 */
record Rise(
        Place place,
        String matter,
        long recent,
        double usual,
        long before,
        LocalDate from,
        LocalDate since,
        LocalDate until,
        double chance) {

    static final int RECENT_DAYS = 28;
    static final int YEAR = 364;

    /** With less behind it, nothing is usual yet. */
    static final int FEWEST_DAYS = 84;

    /** Fewer is no rise that anybody has to act on. */
    private static final int FEWEST = 5;

    /** @param from first day of which anything is known */
    static List<Rise> among(Collection<SeenCases.Counted> counted, LocalDate from, LocalDate since, LocalDate until) {
        long days = since.toEpochDay() - from.toEpochDay();
        if (days < FEWEST_DAYS) {
            return List.of();
        }
        double part = (double) RECENT_DAYS / (RECENT_DAYS + days);
        // Looked at is what could be one: by the sum, of which the chance is independent.
        var looked = counted.stream()
                .filter(one -> one.recent() + one.before() >= FEWEST)
                .map(one -> new Rise(
                        one.place(),
                        one.matter(),
                        one.recent(),
                        (double) one.before() * RECENT_DAYS / days,
                        one.before(),
                        from,
                        since,
                        until,
                        atLeast(one.recent(), one.before(), part)))
                .toList();
        return Discoveries.among(looked, Rise::chance).stream()
                .filter(rise -> rise.recent() >= FEWEST)
                .toList();
    }

    /**
     * With which chance at least so many of all fall into a part of the time, where nothing has changed. What is usual is
     * not known but counted, too; given the sum, it drops out (Przyborowski and Wilenski 1940).
     *
     * @param part of the whole time, as a share
     */
    static double atLeast(long recent, long before, double part) {
        return recent == 0 ? 1 : RegularizedBeta.value(part, recent, before + 1.0);
    }

    String recentRows() {
        return place.rows(matter, since, until);
    }

    String beforeRows() {
        return place.rows(matter, from, since.minusDays(1));
    }
}
