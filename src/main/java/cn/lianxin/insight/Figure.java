package cn.lianxin.insight;

import java.util.Map;
import java.util.Optional;

/**
 * One published number with everything that it needs to be understood.
 *
 * @param definitionVersion by which it was counted
 * @param numerator of a figure in days, how many lie above the median
 * @param leftOut cases of the group that do not count, by reason
 * @param median in days, of a figure in days only
 * @param ninetieth in days: nine of ten were quicker
 * @param share between 0 and 1; absent where it is withheld or measured in days
 */
public record Figure(
        Indicator indicator,
        int definitionVersion,
        long numerator,
        long denominator,
        Map<LeftOut, Long> leftOut,
        Optional<Double> share,
        Optional<Double> median,
        Optional<Double> ninetieth,
        Optional<Withheld> withheld) {

    public Figure {
        leftOut = Map.copyOf(leftOut);
    }

    static Figure withheld(Indicator indicator, int version, Withheld why) {
        return new Figure(
                indicator,
                version,
                0,
                0,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(why));
    }

    static Figure of(Indicator indicator, int version, Count count) {
        if (count.withheld() || count.denominator() == 0) {
            return withheld(indicator, version, count.withheld() ? Withheld.FEW : Withheld.NOTHING);
        }
        return indicator.inDays()
                ? new Figure(
                        indicator,
                        version,
                        count.aboveMedian(),
                        count.denominator(),
                        count.leftOut(),
                        Optional.empty(),
                        Optional.of(count.median()),
                        Optional.of(count.ninetieth()),
                        Optional.empty())
                : of(indicator, version, count.numerator(), count.denominator(), count.leftOut());
    }

    static Figure of(Indicator indicator, int version, long numerator, long denominator, Map<LeftOut, Long> leftOut) {
        return shared(indicator, version, numerator, denominator, leftOut, (double) numerator / denominator);
    }

    static Figure shared(
            Indicator indicator,
            int version,
            long numerator,
            long denominator,
            Map<LeftOut, Long> leftOut,
            double share) {
        return new Figure(
                indicator,
                version,
                numerator,
                denominator,
                leftOut,
                Optional.of(share),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
