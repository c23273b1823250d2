package cn.lianxin.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** BM25 over pairs of neighbouring characters, as textbooks have it: what our likeness is compared with. */
final class PairsBm25 {

    private static final double SATURATION = 1.2;
    private static final double BY_LENGTH = 0.75;

    private final List<Map<String, Integer>> texts;
    private final Map<String, List<Integer>> having = new HashMap<>();
    private final int[] lengths;
    private final double meanLength;

    PairsBm25(List<String> corpus) {
        texts = corpus.stream().map(PairsBm25::pairs).toList();
        lengths = texts.stream()
                .mapToInt(pairs ->
                        pairs.values().stream().mapToInt(count -> count).sum())
                .toArray();
        long sum = 0;
        for (int at = 0; at < lengths.length; at++) {
            sum += lengths[at];
            for (var pair : texts.get(at).keySet()) {
                having.computeIfAbsent(pair, _ -> new ArrayList<>()).add(at);
            }
        }
        meanLength = Math.max(1, (double) sum / Math.max(1, lengths.length));
    }

    double[] scores(String query) {
        var scores = new double[lengths.length];
        pairs(query).forEach((pair, times) -> {
            var with = having.getOrDefault(pair, List.of());
            double rarity = Math.log(1 + (lengths.length - with.size() + 0.5) / (with.size() + 0.5));
            for (int at : with) {
                int count = texts.get(at).getOrDefault(pair, 0);
                double saturated = count + SATURATION * (1 - BY_LENGTH + BY_LENGTH * lengths[at] / meanLength);
                scores[at] += times * rarity * count * (SATURATION + 1) / saturated;
            }
        });
        return scores;
    }

    private static Map<String, Integer> pairs(String text) {
        var counts = new HashMap<String, Integer>();
        var lower = text.toLowerCase(Locale.ROOT);
        for (int at = 0; at + 1 < lower.length(); at++) {
            if (Character.isLetterOrDigit(lower.charAt(at)) && Character.isLetterOrDigit(lower.charAt(at + 1))) {
                counts.merge(lower.substring(at, at + 2), 1, Integer::sum);
            }
        }
        return counts;
    }
}
