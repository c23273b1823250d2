package cn.lianxin.evaluation;

import cn.lianxin.platform.classification.Sample;
import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The yardstick: a linear support vector machine on the TF-IDF of neighbouring characters, as anybody would set it up
 * within an hour. It uses the library of others throughout, so that nothing of ours flatters it or spoils it.
 */
final class Bigrams {

    private static final double COST = 1;
    private static final double PRECISION = 1e-4;

    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> labels;
    private final double[] rarity;
    private final Model model;

    private Bigrams(List<Sample> samples) {
        var counts = samples.stream().map(sample -> counts(sample.text())).toList();
        var spread = new HashMap<String, Integer>();
        for (var text : counts) {
            for (var pair : text.keySet()) {
                places.putIfAbsent(pair, places.size());
                spread.merge(pair, 1, Integer::sum);
            }
        }
        rarity = new double[places.size()];
        places.forEach((pair, place) ->
                rarity[place] = 1 + Math.log((1.0 + samples.size()) / (1 + spread.getOrDefault(pair, 0))));
        labels = samples.stream().map(Sample::label).distinct().sorted().toList();
        var problem = new Problem();
        problem.l = samples.size();
        problem.n = places.size() + 1;
        problem.bias = 1;
        problem.x = counts.stream().map(this::features).toArray(Feature[][]::new);
        problem.y = samples.stream()
                .mapToDouble(sample -> labels.indexOf(sample.label()))
                .toArray();
        Linear.disableDebugOutput();
        model = Linear.train(problem, new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, PRECISION));
    }

    static Bigrams learn(List<Sample> samples) {
        return new Bigrams(samples);
    }

    String label(Sample sample) {
        return labels.get((int) Linear.predict(model, features(counts(sample.text()))));
    }

    private static Map<String, Integer> counts(String text) {
        var small = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        var counts = new HashMap<String, Integer>();
        for (int at = 0; at + 1 < small.length(); at++) {
            counts.merge(small.substring(at, at + 2), 1, Integer::sum);
        }
        return counts;
    }

    private Feature[] features(Map<String, Integer> counts) {
        var weights = new TreeMap<Integer, Double>();
        counts.forEach((pair, times) -> {
            var place = places.get(pair);
            if (place != null) {
                weights.put(place + 1, times * rarity[place]);
            }
        });
        double length = Math.sqrt(
                weights.values().stream().mapToDouble(weight -> weight * weight).sum());
        var features = new ArrayList<Feature>(weights.size() + 1);
        weights.forEach((place, weight) -> features.add(new FeatureNode(place, weight / length)));
        features.add(new FeatureNode(places.size() + 1, 1));
        return features.toArray(Feature[]::new);
    }
}
