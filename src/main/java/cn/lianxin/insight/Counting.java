package cn.lianxin.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Counts a group by the definitions of the first version (docs/indicators.md). */
final class Counting {

    private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    /** What is counted, and what stays out and why. */
    private record Base(List<CountedCase> counted, Map<LeftOut, Long> leftOut) {}

    private final Collection<CountedCase> cases;
    private final Instant now;

    Counting(Collection<CountedCase> cases, Instant now) {
        this.cases = cases;
        this.now = now;
    }

    Figure figure(Indicator indicator, int version) {
        return Figure.of(indicator, version, count(indicator));
    }

    /** Of {@code RATED}, how many answers there are. */
    Count count(Indicator indicator) {
        return switch (indicator) {
            case RESPONSE ->
                share(
                        base(
                                one -> one.acknowledgeBy().isAfter(now)
                                        ? Optional.of(LeftOut.NOT_DUE)
                                        : Optional.empty(),
                                CountedCase::takenUpInTime),
                        CountedCase::takenUpInTime);
            case ON_TIME -> share(base(this::late, CountedCase::onTime), CountedCase::onTime);
            case UNANSWERED ->
                share(
                        base(this::late, one -> one.answered().isPresent()),
                        one -> one.answered().isEmpty());
            case DAYS -> days(false);
            case DAYS_NET -> days(true);
            case RAISED_AGAIN -> ofThePeople(answered(one -> !one.raisedAgain()), CountedCase::raisedAgain);
            case RECURRED -> share(answered(one -> !one.recurs()), CountedCase::recurs);
            case UNREASONABLE -> share(everything(), one -> one.ended(Ending.UNREASONABLE));
            case UNVERIFIABLE -> share(everything(), one -> one.ended(Ending.UNVERIFIABLE));
            case DECLINED -> share(everything(), one -> one.ended(Ending.DECLINED));
            case WITHDRAWN -> ofThePeople(everything(), one -> one.withdrawn().isPresent());
            case RATED -> new Count(0, answers(), Map.of(), List.of(), false);
            case NO_VERDICT, SOLVED, SOLVED_AND_STAYED, SATISFIED ->
                throw new IllegalArgumentException(indicator + " is counted from batches");
        };
    }

    /** Answers that could have a verdict; old ones out of a ledger never have. */
    long answers() {
        return cases.stream()
                .filter(one -> one.answered().isPresent() || one.recorded())
                .count();
    }

    private Base everything() {
        return new Base(List.copyOf(cases), Map.of());
    }

    private static Count share(Base base, Predicate<CountedCase> is) {
        if (isFew(base)) {
            return Count.WITHHELD;
        }
        var those = base.counted().stream().filter(is).count();
        return new Count(those, base.counted().size(), base.leftOut(), List.of(), false);
    }

    /** What the people themselves decide: were it all of them, it would be known of each. */
    private static Count ofThePeople(Base base, Predicate<CountedCase> did) {
        var all = !base.counted().isEmpty() && base.counted().stream().allMatch(did);
        return all ? Count.WITHHELD : share(base, did);
    }

    private static boolean isFew(Base base) {
        var people = Atoms.people(base.counted());
        return people > 0 && people < Atoms.FEWEST;
    }

    /** What is not answered counts with the days that it waits: leaving the hard ones lying shortens nothing. */
    private Count days(boolean withoutPauses) {
        var base = base(this::late, CountedCase::onTime);
        if (isFew(base)) {
            return Count.WITHHELD;
        }
        return new Count(
                0,
                base.counted().size(),
                base.leftOut(),
                base.counted().stream()
                        .map(one -> withoutPauses ? one.waited(now).minus(one.stopped()) : one.waited(now))
                        .map(waited -> waited.toMillis() / MILLIS_PER_DAY)
                        .toList(),
                false);
    }

    private Optional<LeftOut> late(CountedCase one) {
        return one.isDue(now) ? Optional.empty() : Optional.of(LeftOut.NOT_DUE);
    }

    private Base answered(Predicate<CountedCase> flatters) {
        return base(one -> one.answered().isPresent() ? Optional.empty() : Optional.of(LeftOut.NO_ANSWER), flatters);
    }

    /** @param flatters where it does, and was raised by those who answer, it does not count; what speaks against them does */
    private Base base(Function<CountedCase, Optional<LeftOut>> besides, Predicate<CountedCase> flatters) {
        var counted = new ArrayList<CountedCase>();
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
