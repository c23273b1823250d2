package cn.lianxin.platform.classification;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How likely two short texts say, or ask, the same in other words: learnt from pairs that people judged, if there are enough. */
public final class SameMeaning {

    /** Two texts and whether they say the same. */
    public record Pair(String one, String other, boolean same) {}

    private static final int FEWEST_OF_EACH = 30;
    private static final int ENOUGH_FOR_WORDS = 1500;
    private static final int WORD_PLACES = 1 << 18;
    private static final double COST = 1;
    private static final double COST_WITH_WORDS = 0.5;
    private static final double WORD_WEIGHT = 0.35;
    private static final double PRECISION = 0.001;

    private final Rarity rarity;
    private final boolean words;
    private final @Nullable Model model;

    private SameMeaning(List<Pair> pairs) {
        rarity = Rarity.of(pairs);
        long same = pairs.stream().filter(Pair::same).count();
        words = pairs.size() >= ENOUGH_FOR_WORDS;
        model = Math.min(same, pairs.size() - same) < FEWEST_OF_EACH ? null : train(pairs);
    }

    public static SameMeaning learn(List<Pair> pairs) {
        return new SameMeaning(pairs);
    }

    /** Between 0 and 1. */
    public double likelihood(String one, String other) {
        var likeness = Likeness.of(one, other, rarity);
        if (model == null) {
            return likeness.plain();
        }
        var shares = new double[2];
        Linear.predictProbability(model, features(likeness), shares);
        return shares[Arrays.stream(model.getLabels()).boxed().toList().indexOf(1)];
    }

    /**
     * The likelihood from which on most pairs are judged as people did; each part of the pairs is judged by what the other
     * parts teach.
     */
    public static double threshold(List<Pair> pairs, int parts) {
        var judged = new ArrayList<double[]>();
        for (int held = 0; held < parts; held++) {
            int left = held;
            var others = new ArrayList<Pair>();
            var own = new ArrayList<Pair>();
            for (int at = 0; at < pairs.size(); at++) {
                (at % parts == left ? own : others).add(pairs.get(at));
            }
            var learnt = learn(others);
            own.forEach(pair ->
                    judged.add(new double[] {learnt.likelihood(pair.one(), pair.other()), pair.same() ? 1 : 0}));
        }
        return best(judged);
    }

    private static double best(List<double[]> judged) {
        var sorted = judged.stream()
                .sorted((one, other) -> Double.compare(one[0], other[0]))
                .toList();
        ToDoubleFunction<double[]> same = pair -> pair[1];
        double right = sorted.stream().mapToDouble(same).sum();
        double most = right;
        double threshold = sorted.isEmpty() ? 0.5 : sorted.getFirst()[0];
        for (int at = 0; at < sorted.size(); at++) {
            right += sorted.get(at)[1] > 0 ? -1 : 1;
            if (right > most) {
                most = right;
                double next = at + 1 < sorted.size() ? sorted.get(at + 1)[0] : 1;
                threshold = (sorted.get(at)[0] + next) / 2;
            }
        }
        return threshold;
    }

    private Model train(List<Pair> pairs) {
        var problem = new Problem();
        problem.l = pairs.size();
        problem.n = Likeness.MEASURES + 1 + (words ? 2 * WORD_PLACES : 0);
        problem.bias = 1;
        problem.x = pairs.stream()
                .map(pair -> features(Likeness.of(pair.one(), pair.other(), rarity)))
                .toArray(Feature[][]::new);
        problem.y = pairs.stream().mapToDouble(pair -> pair.same() ? 1 : 0).toArray();
        Linear.disableDebugOutput();
        return Linear.train(
                problem, new Parameter(SolverType.L2R_LR_DUAL, words ? COST_WITH_WORDS : COST, PRECISION, 300, 0.1));
    }

    private Feature[] features(Likeness likeness) {
        var features = new ArrayList<Feature>();
        var measures = likeness.measures();
        for (int at = 0; at < measures.length; at++) {
            features.add(new FeatureNode(at + 1, measures[at]));
        }
        features.add(new FeatureNode(Likeness.MEASURES + 1, 1));
        if (words) {
            likeness.shared().stream()
                    .mapToInt(piece -> place(piece, 0))
                    .distinct()
                    .sorted()
                    .forEach(place -> features.add(new FeatureNode(place, WORD_WEIGHT)));
            likeness.unshared().stream()
                    .mapToInt(piece -> place(piece, WORD_PLACES))
                    .distinct()
                    .sorted()
                    .forEach(place -> features.add(new FeatureNode(place, WORD_WEIGHT)));
        }
        return features.toArray(Feature[]::new);
    }

    private static int place(String piece, int from) {
        int mixed = piece.hashCode() * 0x9E3779B9;
        return Likeness.MEASURES + 2 + from + (mixed >>> 14);
    }
}
