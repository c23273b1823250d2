package cn.lianxin.foresight;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A matter that came up again at a place after it had been answered there.
 *
 * @param again so many
 * @param raised of so many that were raised there about it since then
 */
record Return(Place place, String matter, long again, long raised, LocalDate since, LocalDate until) {

    /** An answer that holds holds for so long. */
    static final int WITHIN_DAYS = 90;

    /** What was answered so long before its time is not looked for. */
    static final int ANSWERED_WITHIN_DAYS = 365;

    private static final int FEWEST = 2;

    static List<Return> among(Collection<SeenCases.Returned> returned, LocalDate since, LocalDate until) {
        return returned.stream()
                .filter(one -> one.again() >= FEWEST)
                .map(one -> new Return(one.place(), one.matter(), one.again(), one.raised(), since, until))
                .sorted(Comparator.comparingLong(Return::again)
                        .reversed()
                        .thenComparing(Return::matter)
                        .thenComparingLong(one -> one.place().unit().value()))
                .toList();
    }

    String rows() {
        return place.rows(matter, since, until);
    }
}
