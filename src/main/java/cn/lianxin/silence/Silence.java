package cn.lianxin.silence;

import cn.lianxin.silence.LikeUnit.Layer;
import cn.lianxin.silence.Regression.Prior;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which units report abnormally little for their size and work. What is expected follows from like units: by the logarithm of
 * their people, their kind, whether they work in shifts and the share of own contracts. Units that are alike still differ;
 * by how much, the counts tell themselves.
 */
final class Silence {

    /** Smaller units are not judged. */
    static final int FEWEST_PEOPLE = 20;

    /** Fewer units teach nothing of what is usual. */
    static final int FEWEST_UNITS = 12;

    /** Where less is expected, nobody could tell silence from chance; these are not looked at. */
    static final double FEWEST_EXPECTED = 5;

    /** Kinds differ by a factor of about 1.6 up or down, before anything was counted. */
    private static final Prior KIND = new Prior(0, 4);

    /** Twice the people raise twice as much, or nearly. */
    private static final Prior SIZE = new Prior(1, 16);

    /** @param chance with which a unit that is no more silent than others raises so little */
    record Judged(LikeUnit like, double expected, double chance) {}

    /** @param judged how many units were looked at */
    record Found(int judged, List<Judged> silent) {}

    private Silence() {}

    /** Twice: the silent ones would make silence look usual. */
    static Found in(Collection<LikeUnit> units) {
        var suspected = named(judged(units, Set.of()));
        var judged = judged(units, suspected.stream().map(Judged::like).collect(Collectors.toSet()));
        return new Found(judged.size(), named(judged));
    }

    private static List<Judged> named(List<Judged> judged) {
        return Discoveries.among(judged, Judged::chance);
    }

    private static List<Judged> judged(Collection<LikeUnit> units, Set<LikeUnit> without) {
        return Arrays.stream(Layer.values())
                .flatMap(layer -> layer(
                        units.stream()
                                .filter(one -> one.layer() == layer && one.people() >= FEWEST_PEOPLE)
                                .toList(),
                        without)
                        .stream())
                .toList();
    }

    private static List<Judged> layer(List<LikeUnit> units, Set<LikeUnit> without) {
        var usual = units.stream().filter(one -> !without.contains(one)).toList();
        if (usual.size() < FEWEST_UNITS
                || usual.stream().mapToInt(LikeUnit::heard).sum() == 0) {
            return List.of();
        }
        var kinds = units.stream().map(LikeUnit::kind).distinct().sorted().toList();
        var regression = new Regression(
                usual.stream().map(one -> known(one, kinds)).toArray(double[][]::new),
                usual.stream().mapToInt(LikeUnit::heard).toArray(),
                priors(kinds.size()));
        var common = Usual.of(
                usual.stream()
                        .mapToDouble(one -> regression.expected(known(one, kinds)))
                        .toArray(),
                usual.stream().mapToInt(LikeUnit::heard).toArray(),
                regression.shape());
        var judged = new ArrayList<Judged>();
        for (var one : units) {
            double expected = common.factor() * regression.expected(known(one, kinds));
            if (expected >= FEWEST_EXPECTED) {
                judged.add(new Judged(one, expected, Tails.atMost(one.heard(), expected, common.shape())));
            }
        }
        return judged;
    }

    private static double[] known(LikeUnit one, List<String> kinds) {
        var row = new double[4 + kinds.size()];
        row[0] = 1;
        row[1] = Math.log(one.people() / 50);
        row[2] = one.shifts() ? 1 : 0;
        row[3] = one.own() - 1;
        row[4 + kinds.indexOf(one.kind())] = 1;
        return row;
    }

    private static Prior[] priors(int kinds) {
        var priors = new Prior[4 + kinds];
        Arrays.fill(priors, KIND);
        priors[0] = Prior.NONE;
        priors[1] = SIZE;
        return priors;
    }
}
