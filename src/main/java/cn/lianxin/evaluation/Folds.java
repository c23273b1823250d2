package cn.lianxin.evaluation;

import cn.lianxin.platform.classification.Classifier;
import cn.lianxin.platform.classification.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/** Rows in parts, each judged by what was learnt from the others; every label is spread evenly over the parts. */
record Folds(List<Labelled> rows, int count, int mostRows) {

    private static final long SEED = 1;
    private static final int FEWEST = 2;

    static Folds of(Options options, List<Labelled> rows) {
        int count = (int) options.number("--folds", 0);
        int most = (int) options.number("--rows", rows.size());
        if (count < FEWEST || count > rows.size()) {
            throw new BadInput("--folds 至少是 2，不多于行数。", "--folds is at least 2 and no more than there are rows.");
        }
        if (most < 1) {
            throw new BadInput("--rows 至少是 1。", "--rows is at least 1.");
        }
        return new Folds(rows, count, most);
    }

    /** The mean over the parts, of the yardstick too. */
    ObjectNode measure() {
        var folds = folds();
        var own = new ArrayList<Answer>();
        double ownF1 = 0;
        double yardstickF1 = 0;
        double seconds = 0;
        long classified = 0;
        double classifying = 0;
        for (int held = 0; held < count; held++) {
            var train = train(folds, held);
            long start = System.nanoTime();
            var classifier = Classifier.learn(train);
            long learnt = System.nanoTime();
            var answers = Route.answers(classifier, folds.get(held));
            long answered = System.nanoTime();
            seconds += (learnt - start) / 1e9;
            classifying += (answered - learnt) / 1e9;
            classified += answers.all().size();
            own.addAll(answers.all());
            ownF1 += answers.macroF1() / count;
            yardstickF1 += yardstick(train, folds.get(held)).macroF1() / count;
        }
        return Route.report(new Answers(own))
                .put("folds", count)
                .put("macro_f1", Route.rounded(ownF1))
                .put("yardstick_macro_f1", Route.rounded(yardstickF1))
                .put("train_seconds", Route.rounded(seconds / count))
                .put("per_second", Math.round(classified / classifying));
    }

    private static Answers yardstick(List<Sample> train, List<Labelled> test) {
        var bigrams = Bigrams.learn(train);
        return new Answers(test.stream()
                .map(row -> new Answer(row.id(), row.label(), List.of(bigrams.label(row.sample())), 1))
                .toList());
    }

    private List<Sample> train(List<List<Labelled>> folds, int held) {
        var train = new ArrayList<Sample>();
        for (int fold = 0; fold < count; fold++) {
            if (fold != held) {
                folds.get(fold).forEach(row -> train.add(row.sample()));
            }
        }
        Collections.shuffle(train, new Random(SEED + held));
        return train.subList(0, Math.min(mostRows, train.size()));
    }

    private List<List<Labelled>> folds() {
        var folds = new ArrayList<List<Labelled>>();
        for (int fold = 0; fold < count; fold++) {
            folds.add(new ArrayList<>());
        }
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(SEED));
        var next = new HashMap<String, Integer>();
        for (var row : shuffled) {
            folds.get(next.merge(row.label(), 1, Integer::sum) % count).add(row);
        }
        return folds;
    }
}
