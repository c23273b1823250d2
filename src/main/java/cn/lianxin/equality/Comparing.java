package cn.lianxin.equality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.numbers.gamma.Erfc;

/**
 * Compares a group with all others within each likeness and puts the differences together: outcomes as Cochran, Mantel and
 * Haenszel do, days and amounts as van Elteren does by ranks. A unit that gets the harder matters is not compared with one that gets the
 * easy ones.
 */
final class Comparing {

    /** Smaller groups are not compared: too few to know, and few enough to be somebody. */
    static final int FEWEST = 30;

    /** What is told of kinds of people never tells of fewer. */
    static final int FEWEST_PEOPLE = 5;

    private final Collection<Decided> cases;

    Comparing(Collection<Decided> cases) {
        this.cases = cases;
    }

    /**
     * Every group of every trait in every measure.
     *
     * @param apart gaps that are known already: against a group that is treated otherwise nobody else is measured
     */
    List<Gap> all(Collection<Gap> apart) {
        var gaps = new ArrayList<Gap>();
        for (var trait : Trait.values()) {
            var known = apart.stream()
                    .filter(gap -> gap.trait() == trait)
                    .map(Gap::group)
                    .collect(Collectors.toSet());
            var groups = new TreeSet<String>();
            cases.forEach(one -> one.group(trait).ifPresent(groups::add));
            groups.forEach(group -> gaps.addAll(of(trait, group, known)));
        }
        return gaps;
    }

    private List<Gap> of(Trait trait, String group, Set<String> apart) {
        var strata = strata(trait, group, apart);
        if (isTooFew(trait, strata)) {
            return List.of();
        }
        var gaps = new ArrayList<Gap>();
        outcome(strata)
                .ifPresent(chance -> gaps.add(gap(
                        trait,
                        group,
                        Measure.OUTCOME,
                        strata,
                        cases -> Stratum.granted(cases) / cases.size(),
                        Scale.LINEAR,
                        chance)));
        ranks(strata, Decided::days)
                .ifPresent(chance -> gaps.add(gap(
                        trait,
                        group,
                        Measure.DAYS,
                        strata,
                        cases -> Stratum.median(cases, Decided::days),
                        Scale.LINEAR,
                        chance)));
        var paid =
                strata.stream().map(Stratum::withAmounts).filter(Stratum::tells).toList();
        if (!isTooFew(trait, paid)) {
            ranks(paid, Decided::yuan)
                    .ifPresent(chance -> gaps.add(gap(
                            trait,
                            group,
                            Measure.AMOUNT,
                            paid,
                            cases -> Math.log(Stratum.median(cases, Decided::yuan)),
                            Scale.LOGARITHM,
                            chance)));
        }
        return gaps;
    }

    /** Amounts are put together as ratios: a hundred yuan are much of two hundred and little of ten thousand. */
    private enum Scale {
        LINEAR,
        LOGARITHM;

        double back(double mean) {
            return this == LOGARITHM ? Math.exp(mean) : mean;
        }
    }

    private static Gap gap(
            Trait trait,
            String group,
            Measure measure,
            List<Stratum> strata,
            ToDoubleFunction<List<Decided>> of,
            Scale scale,
            double chance) {
        return new Gap(
                trait,
                group,
                measure,
                size(strata, Stratum::group),
                size(strata, Stratum::others),
                scale.back(mean(strata, one -> of.applyAsDouble(one.group()))),
                scale.back(mean(strata, one -> of.applyAsDouble(one.others()))),
                chance);
    }

    private static boolean isTooFew(Trait trait, List<Stratum> strata) {
        return size(strata, Stratum::group) < FEWEST
                || size(strata, Stratum::others) < FEWEST
                || trait.isOfPeople() && isFewPeople(strata);
    }

    private static int size(List<Stratum> strata, Function<Stratum, List<Decided>> side) {
        return strata.stream().mapToInt(one -> side.apply(one).size()).sum();
    }

    private static boolean isFewPeople(List<Stratum> strata) {
        return people(strata, Stratum::group) < FEWEST_PEOPLE || people(strata, Stratum::others) < FEWEST_PEOPLE;
    }

    private static long people(List<Stratum> strata, Function<Stratum, List<Decided>> side) {
        return strata.stream()
                .flatMap(one -> side.apply(one).stream())
                .flatMap(one -> one.person().stream())
                .distinct()
                .count();
    }

    private List<Stratum> strata(Trait trait, String group, Set<String> apart) {
        var strata = new LinkedHashMap<String, Stratum>();
        for (var one : cases) {
            one.group(trait)
                    .filter(its -> its.equals(group) || !apart.contains(its))
                    .ifPresent(its -> {
                        var stratum = strata.computeIfAbsent(
                                one.likeness(), _ -> new Stratum(new ArrayList<>(), new ArrayList<>()));
                        (its.equals(group) ? stratum.group() : stratum.others()).add(one);
                    });
        }
        return strata.values().stream().filter(Stratum::tells).toList();
    }

    static Optional<Double> outcome(List<Stratum> strata) {
        double difference = 0;
        double variance = 0;
        for (var one : strata) {
            double all = one.all();
            double group = one.group().size();
            double others = one.others().size();
            double granted = Stratum.granted(one.group()) + Stratum.granted(one.others());
            difference += Stratum.granted(one.group()) - group * granted / all;
            variance += group * others * granted * (all - granted) / (all * all * (all - 1));
        }
        return chance(difference, variance);
    }

    private static Optional<Double> ranks(List<Stratum> strata, ToDoubleFunction<Decided> of) {
        double difference = 0;
        double variance = 0;
        for (var one : strata) {
            double all = one.all();
            double group = one.group().size();
            difference += (one.rankSum(of) - group * (all + 1) / 2) / (all + 1);
            variance += group * one.others().size() * one.tieFactor(of) / (12 * (all + 1));
        }
        return chance(difference, variance);
    }

    /** Nothing where all are alike and there is nothing to compare. */
    private static Optional<Double> chance(double difference, double variance) {
        return variance <= 0
                ? Optional.empty()
                : Optional.of(Erfc.value(Math.abs(difference) / Math.sqrt(2 * variance)));
    }

    private static double mean(List<Stratum> strata, ToDoubleFunction<Stratum> of) {
        var weight = strata.stream().mapToDouble(Stratum::weight).sum();
        return strata.stream()
                        .mapToDouble(one -> one.weight() * of.applyAsDouble(one))
                        .sum()
                / weight;
    }
}
