package cn.lianxin.topic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What a report is about by its words, learnt from how the desk sorted what came before: whatever was sorted under another matter still meets its
 * like. A naive Bayes classifier over things and grams.
 */
final class Matters {

    /** Words of one report are not independent of each other, so they count less than their number. */
    private static final double INDEPENDENCE = 0.4;

    private static final double UNSEEN = 0.1;
    private static final int FEWEST = 200;
    private static final double LEAST = 0.1;

    private final Map<String, Integer> places = new HashMap<>();
    /** For each feature how many reports of each matter have it. */
    private final Map<Integer, int[]> with = new HashMap<>();

    private int[] reports = new int[0];
    private int all;

    void count(int[] features, String matter) {
        if (matter.isEmpty()) {
            return;
        }
        int place = places.computeIfAbsent(matter, _ -> places.size());
        if (place >= reports.length) {
            reports = Arrays.copyOf(reports, place + 1);
        }
        for (int feature : features) {
            var row = with.getOrDefault(feature, new int[0]);
            if (row.length <= place) {
                row = Arrays.copyOf(row, place + 1);
                with.put(feature, row);
            }
            row[place]++;
        }
        reports[place]++;
        all++;
    }

    /** @param counted the matter under which the report itself was counted, so that it is not its own witness; empty for one that arrives */
    Map<String, Double> of(int[] features, String counted) {
        if (all < FEWEST) {
            return Map.of();
        }
        int own = places.getOrDefault(counted, -1);
        var scores = new double[reports.length];
        int known = 0;
        for (int feature : features) {
            var row = with.get(feature);
            if (row == null) {
                continue;
            }
            int seen = 0;
            for (int at = 0; at < row.length; at++) {
                int count = row[at] - (at == own ? 1 : 0);
                if (count > 0) {
                    seen += count;
                    scores[at] += Math.log((count + UNSEEN) / UNSEEN);
                }
            }
            if (seen > 0) {
                known++;
            }
        }
        double most = Double.NEGATIVE_INFINITY;
        for (int at = 0; at < scores.length; at++) {
            int count = reports[at] - (at == own ? 1 : 0);
            scores[at] = INDEPENDENCE * (scores[at] - known * Math.log(count + 2 * UNSEEN)) + Math.log(count + 1.0);
            most = Math.max(most, scores[at]);
        }
        double sum = 0;
        for (int at = 0; at < scores.length; at++) {
            scores[at] = Math.exp(scores[at] - most);
            sum += scores[at];
        }
        var found = new HashMap<String, Double>();
        double total = sum;
        places.forEach((matter, at) -> {
            if (scores[at] >= LEAST * total) {
                found.put(matter, scores[at] / total);
            }
        });
        return found;
    }
}
