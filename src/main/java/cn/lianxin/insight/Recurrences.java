package cn.lianxin.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** After which answers the same came up again: the same matter at the same place, whoever raised it, within ninety days. */
final class Recurrences {

    static final Duration WITHIN = Duration.ofDays(90);

    private Recurrences() {}

    static List<CountedCase> marked(List<CountedCase> cases) {
        var filings = cases.stream()
                .filter(one -> !one.channel().equals(CountedCase.IMPORTED))
                .collect(Collectors.groupingBy(
                        Recurrences::where,
                        Collectors.mapping(CountedCase::filedAt, Collectors.toCollection(TreeSet::new))));
        return cases.stream()
                .map(one -> one.answered()
                                .filter(at -> isIn(filings.getOrDefault(where(one), new TreeSet<>()), at))
                                .isPresent()
                        ? one.recurring()
                        : one)
                .toList();
    }

    private static boolean isIn(TreeSet<Instant> filings, Instant answered) {
        var next = filings.higher(answered);
        return next != null && !next.isAfter(answered.plus(WITHIN));
    }

    private static String where(CountedCase one) {
        return one.matter() + "/" + one.where();
    }
}
