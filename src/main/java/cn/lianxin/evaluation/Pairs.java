package cn.lianxin.evaluation;

import cn.lianxin.platform.classification.SameMeaning;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How well it is told whether two short texts say the same; what there is to learn comes from the second file alone. */
final class Pairs implements Evaluation {

    private static final int PARTS = 5;

    private record Judged(double likelihood, boolean same) {}

    @Override
    public ObjectNode measure(Options options) {
        options.only(Set.of("--file", "--dev"));
        var pairs = pairs(options, "--file");
        var known = pairs(options, "--dev");
        var learnt = SameMeaning.learn(known);
        double threshold = SameMeaning.threshold(known, Math.min(PARTS, known.size()));
        var judged = pairs.stream()
                .map(pair -> new Judged(learnt.likelihood(pair.one(), pair.other()), pair.same()))
                .toList();
        long right = judged.stream()
                .filter(one -> one.likelihood() >= threshold == one.same())
                .count();
        return new JsonMapper()
                .createObjectNode()
                .put("rows", judged.size())
                .put("accuracy", Route.rounded((double) right / judged.size()))
                .put("auc", Route.rounded(area(judged)));
    }

    /** How often a pair that says the same is held to be likelier than one that does not; a tie is half. */
    private static double area(List<Judged> judged) {
        var sorted = judged.stream()
                .sorted(Comparator.comparingDouble(Judged::likelihood))
                .toList();
        double ranks = 0;
        for (int from = 0; from < sorted.size(); ) {
            int to = from;
            while (to < sorted.size()
                    && sorted.get(to).likelihood() == sorted.get(from).likelihood()) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            ranks += rank
                    * sorted.subList(from, to).stream().filter(Judged::same).count();
            from = to;
        }
        double same = judged.stream().filter(Judged::same).count();
        double others = judged.size() - same;
        return same == 0 || others == 0 ? 0 : (ranks - same * (same + 1) / 2) / (same * others);
    }

    private static List<SameMeaning.Pair> pairs(Options options, String name) {
        return Rows.of(options.file(name), List.of("a", "b", "label")).stream()
                .map(row ->
                        new SameMeaning.Pair(Cell.of(row, "a"), Cell.of(row, "b"), Binary.of(Cell.of(row, "label"))))
                .toList();
    }
}
