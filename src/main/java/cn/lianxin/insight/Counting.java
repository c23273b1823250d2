package cn.lianxin.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Counts a group by the definitions of the first version (docs/indicators.md). */
final class Counting {

    private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();
    private static final double NINE_OF_TEN = 0.9;

    /** What is counted, and what stays out and why. */
    private record Base(List<CountedCase> counted, Map<LeftOut, Long> leftOut) {}

    private final Collection<CountedCase> cases;
    private final Instant now;

    Counting(Collection<CountedCase> cases, Instant now) {
        this.cases = cases;
        this.now = now;
    }

    Figure figure(Indicator indicator, int version) {
        return switch (indicator) {
            case RESPONSE -> response(version);
            case ON_TIME -> good(indicator, version, CountedCase::onTime);
            case UNANSWERED ->
                bad(
                        indicator,
                        version,
                        base(this::late, one -> one.answered().isPresent()),
                        one -> one.answered().isEmpty());
            case DAYS -> days(indicator, version, false);
            case DAYS_NET -> days(indicator, version, true);
            case RAISED_AGAIN -> bad(indicator, version, answered(one -> !one.raisedAgain()), CountedCase::raisedAgain);
            case RECURRED -> bad(indicator, version, answered(one -> !one.recurs()), CountedCase::recurs);
            case DECLINED -> ending(indicator, version, CountedCase::declined);
            case WITHDRAWN -> ending(indicator, version, one -> one.withdrawn().isPresent());
            case RATED, NO_VERDICT, SOLVED, SOLVED_AND_STAYED, SATISFIED ->
                throw new IllegalArgumentException(indicator + " is counted from batches");
        };
    }

    /** Answers that could have a verdict; old ones out of a ledger never have. */
    long answers() {
        return cases.stream()
                .filter(one -> one.answered().isPresent() || one.recorded())
                .count();
    }

    private Figure response(int version) {
        return share(
                Indicator.RESPONSE,
                version,
                base(
                        one -> !one.acknowledgeBy().isAfter(now) ? Optional.empty() : Optional.of(LeftOut.NOT_DUE),
                        CountedCase::takenUpInTime),
                CountedCase::takenUpInTime);
    }

    private Figure good(Indicator indicator, int version, Predicate<CountedCase> is) {
        return share(indicator, version, base(this::late, is), is);
    }

    private static Figure bad(Indicator indicator, int version, Base base, Predicate<CountedCase> is) {
        return share(indicator, version, base, is);
    }

    private Figure ending(Indicator indicator, int version, Predicate<CountedCase> is) {
        return share(indicator, version, new Base(List.copyOf(cases), Map.of()), is);
    }

    private static Figure share(Indicator indicator, int version, Base base, Predicate<CountedCase> is) {
        if (Atoms.people(base.counted()) < Atoms.FEWEST) {
            return Figure.withheld(indicator, version, base.counted().isEmpty() ? Withheld.NOTHING : Withheld.FEW);
        }
        var those = base.counted().stream().filter(is).count();
        return Figure.of(indicator, version, those, base.counted().size(), base.leftOut());
    }

    /** What is not answered counts with the days that it waits: leaving the hard ones lying shortens nothing. */
    private Figure days(Indicator indicator, int version, boolean withoutPauses) {
        var base = base(this::late, CountedCase::onTime);
        if (Atoms.people(base.counted()) < Atoms.FEWEST) {
            return Figure.withheld(indicator, version, base.counted().isEmpty() ? Withheld.NOTHING : Withheld.FEW);
        }
        var days = base.counted().stream()
                .mapToDouble(one -> (withoutPauses ? one.waited(now).minus(one.stopped()) : one.waited(now)).toMillis()
                        / MILLIS_PER_DAY)
                .sorted()
                .toArray();
        var median = at(days, 0.5);
        var above = java.util.Arrays.stream(days).filter(one -> one > median).count();
        return new Figure(
                indicator,
                version,
                above,
                days.length,
                base.leftOut(),
                Optional.empty(),
                Optional.of(median),
                Optional.of(at(days, NINE_OF_TEN)),
                Optional.empty());
    }

    /** Between the two neighbours, as {@code percentile_cont} of SQL has it. */
    private static double at(double[] sorted, double share) {
        var place = share * (sorted.length - 1);
        var below = (int) Math.floor(place);
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private Optional<LeftOut> late(CountedCase one) {
        return one.isDue(now) ? Optional.empty() : Optional.of(LeftOut.NOT_DUE);
    }

    private Base answered(Predicate<CountedCase> flatters) {
        return base(one -> one.answered().isPresent() ? Optional.empty() : Optional.of(LeftOut.NO_ANSWER), flatters);
    }

    /** @param flatters where it does, and was raised by those who answer, it does not count; what speaks against them does */
    private Base base(
            java.util.function.Function<CountedCase, Optional<LeftOut>> besides, Predicate<CountedCase> flatters) {
        var counted = new java.util.ArrayList<CountedCase>();
        var leftOut = new EnumMap<LeftOut, Long>(LeftOut.class);
        for (var one : cases) {
            one.leftOut()
                    .or(() -> besides.apply(one))
                    .or(() -> one.own() && flatters.test(one) ? Optional.of(LeftOut.OWN) : Optional.empty())
                    .ifPresentOrElse(why -> leftOut.merge(why, 1L, Long::sum), () -> counted.add(one));
        }
        return new Base(List.copyOf(counted), leftOut);
    }
}
