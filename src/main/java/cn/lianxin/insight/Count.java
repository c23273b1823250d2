package cn.lianxin.insight;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an indicator counts in some cases; counts of different cases add up.
 *
 * @param days of what is measured in days, each of them
 * @param withheld between one and four people were to be counted, or all did the same; it holds no number then
 */
record Count(long numerator, long denominator, Map<LeftOut, Long> leftOut, List<Double> days, boolean withheld) {

    static final Count NOTHING = new Count(0, 0, Map.of(), List.of(), false);
    static final Count WITHHELD = new Count(0, 0, Map.of(), List.of(), true);

    private static final double NINE_OF_TEN = 0.9;

    Count {
        leftOut = Map.copyOf(leftOut);
        days = days.stream().sorted().toList();
    }

    static Count sum(Stream<Count> counts) {
        var all = counts.toList();
        if (all.stream().anyMatch(Count::withheld)) {
            return WITHHELD;
        }
        var together = new EnumMap<LeftOut, Long>(LeftOut.class);
        all.forEach(one -> one.leftOut.forEach((why, cases) -> together.merge(why, cases, Long::sum)));
        return new Count(
                all.stream().mapToLong(Count::numerator).sum(),
                all.stream().mapToLong(Count::denominator).sum(),
                together,
                all.stream().flatMap(one -> one.days.stream()).toList(),
                false);
    }

    double median() {
        return at(0.5);
    }

    double ninetieth() {
        return at(NINE_OF_TEN);
    }

    long aboveMedian() {
        var median = median();
        return days.stream().filter(one -> one > median).count();
    }

    /** Between the two neighbours, as {@code percentile_cont} of SQL has it. */
    private double at(double share) {
        var place = share * (days.size() - 1);
        var below = (int) Math.floor(place);
        var above = Math.min(below + 1, days.size() - 1);
        return days.get(below) + (place - below) * (days.get(above) - days.get(below));
    }
}
