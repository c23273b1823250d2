package cn.lianxin.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** How good answers are. Labels count alike in macro-F1, however many rows they have. */
record Answers(List<Answer> all) {

    private static final int BINS = 10;

    /** Of one label. */
    record Score(long rows, double precision, double recall, double f1) {}

    double accuracy() {
        return share(Answer::right);
    }

    double topTwo() {
        return share(answer -> answer.top().stream().limit(2).anyMatch(answer.label()::equals));
    }

    double macroF1() {
        return perLabel().values().stream().mapToDouble(Score::f1).average().orElse(0);
    }

    /** Over every label that people or the classifier gave. */
    Map<String, Score> perLabel() {
        var scores = new TreeMap<String, Score>();
        for (var answer : all) {
            scores.computeIfAbsent(answer.label(), this::score);
            scores.computeIfAbsent(answer.top().getFirst(), this::score);
        }
        return scores;
    }

    /** By how much confidence and truth differ, over ten even steps of confidence. */
    double calibrationError() {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int step = bin;
            var inBin = all.stream()
                    .filter(answer -> Math.min((int) (answer.confidence() * BINS), BINS - 1) == step)
                    .toList();
            double said = inBin.stream().mapToDouble(Answer::confidence).sum();
            long right = inBin.stream().filter(Answer::right).count();
            error += Math.abs(said - right) / all.size();
        }
        return error;
    }

    private Score score(String label) {
        long rows = count(answer -> answer.label().equals(label));
        long given = count(answer -> answer.top().getFirst().equals(label));
        long both = count(answer -> answer.right() && answer.label().equals(label));
        return new Score(rows, share(both, given), share(both, rows), share(2 * both, rows + given));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private long count(Predicate<Answer> which) {
        return all.stream().filter(which).count();
    }

    private double share(Predicate<Answer> which) {
        return share(count(which), all.size());
    }
}
