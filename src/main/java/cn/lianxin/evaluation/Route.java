package cn.lianxin.evaluation;

import cn.lianxin.platform.classification.Classifier;
import cn.lianxin.platform.classification.Guess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How well texts are sorted after others that people sorted: learnt from one file and judged by another, or, with
 * {@code --folds}, each part of one file by the others, beside the yardstick.
 */
final class Route implements Evaluation {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> NEEDED = List.of("id", "label", "text");
    private static final int SHOWN = 5;

    @Override
    public ObjectNode measure(Options options) {
        options.only(Set.of("--train", "--test", "--field", "--predictions", "--folds", "--rows"));
        var field = Labelled.Field.of(options);
        if (options.values().containsKey("--folds")) {
            return Folds.of(options, read(options.file("--train"), field)).measure();
        }
        var predictions = options.target("--predictions");
        var test = read(options.file("--test"), field);
        var train = read(options.file("--train"), field);
        long before = System.nanoTime();
        var classifier = Classifier.learn(train.stream().map(Labelled::sample).toList());
        double seconds = (System.nanoTime() - before) / 1e9;
        var answers = answers(classifier, test);
        predictions.ifPresent(file -> write(file, answers));
        return report(answers).put("train_seconds", rounded(seconds));
    }

    static Answers answers(Classifier classifier, List<Labelled> rows) {
        return new Answers(rows.stream()
                .map(row -> {
                    var guesses =
                            classifier.guess(row.sample().title(), row.sample().text(), SHOWN);
                    var top = guesses.stream().map(Guess::label).toList();
                    return new Answer(
                            row.id(), row.label(), top, guesses.getFirst().confidence());
                })
                .toList());
    }

    static ObjectNode report(Answers answers) {
        var result = JSON.createObjectNode()
                .put("rows", answers.all().size())
                .put("accuracy", rounded(answers.accuracy()))
                .put("macro_f1", rounded(answers.macroF1()))
                .put("top2", rounded(answers.topTwo()))
                .put("calibration_error", rounded(answers.calibrationError()));
        var labels = result.putObject("per_label");
        answers.perLabel()
                .forEach((label, score) -> labels.putObject(label)
                        .put("rows", score.rows())
                        .put("precision", rounded(score.precision()))
                        .put("recall", rounded(score.recall()))
                        .put("f1", rounded(score.f1())));
        return result;
    }

    static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    private static List<Labelled> read(Path file, Labelled.Field field) {
        return Labelled.of(Rows.of(file, NEEDED), field);
    }

    private static void write(Path file, Answers answers) {
        try {
            Files.write(
                    file,
                    answers.all().stream()
                            .map(answer -> JSON.writeValueAsString(Map.of(
                                    "id", answer.id(),
                                    "label", answer.top().getFirst(),
                                    "top", answer.top(),
                                    "confidence", rounded(answer.confidence()))))
                            .toList());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
