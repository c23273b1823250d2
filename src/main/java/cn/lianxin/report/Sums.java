package cn.lianxin.report;

import java.util.List;
import java.util.function.ToLongFunction;

/** The totals of a unit, as far as they may be shown. */
record Sums(List<Tally> tallies) {

    Figure alone(ToLongFunction<Tally> measure) {
        return Withholding.alone(sum(measure));
    }

    Figure part(ToLongFunction<Tally> measure, ToLongFunction<Tally> whole) {
        return Withholding.part(sum(measure), sum(whole));
    }

    /** What is left of the whole. */
    Figure rest(ToLongFunction<Tally> measure, ToLongFunction<Tally> whole) {
        return Withholding.part(sum(whole) - sum(measure), sum(whole));
    }

    private long sum(ToLongFunction<Tally> measure) {
        return tallies.stream().mapToLong(measure).sum();
    }
}
