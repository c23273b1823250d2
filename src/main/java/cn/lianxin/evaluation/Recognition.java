package cn.lianxin.evaluation;

import cn.lianxin.platform.identifying.Identifying;
import cn.lianxin.platform.identifying.Piece;
import cn.lianxin.platform.identifying.Recognizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much of what identifies a person is found, and how much of what is found does. Rows have a {@code text} with its marks. A
 * marked piece counts as found where a find meets it, of whatever kind; a find is right where it meets a mark. With {@code --folds} and
 * {@code --without} the rows are those that the product has learnt from, each judged by one that has not learnt from it.
 */
final class Recognition implements Evaluation {

    private record Judged(Marked sentence, List<Piece> found) {

        boolean isFound(Marked.Mark mark) {
            return found.stream().anyMatch(one -> mark.meets(one.from(), one.to()));
        }

        boolean isRight(Piece piece) {
            return sentence.marks().stream().anyMatch(mark -> mark.meets(piece.from(), piece.to()));
        }
    }

    @Override
    public ObjectNode measure(Options options) {
        options.only(Set.of("--file", "--folds", "--without", "--readiness"));
        var recognizing = recognizing(options);
        if (options.values().containsKey("--folds")) {
            return told(parts((int) options.number("--folds", 0), recognizing));
        }
        if (options.values().containsKey("--without")) {
            return told(without(options.text("--without"), recognizing));
        }
        var rows = Rows.of(options.file("--file"), List.of("text")).stream()
                .map(row -> Cell.of(row, "text"))
                .toList();
        return told(judged(rows, text -> recognizing.apply(Identifying.recognizer(), text)));
    }

    /** As the product does, or with one readiness for every kind. */
    private static BiFunction<Recognizer, String, List<Piece>> recognizing(Options options) {
        if (!options.values().containsKey("--readiness")) {
            return Recognizer::in;
        }
        var readiness = options.number("--readiness", 0);
        return (recognizer, text) -> recognizer.in(text, readiness);
    }

    private static List<Judged> judged(List<String> rows, Function<String, List<Piece>> recognizer) {
        return rows.stream()
                .map(Marked::of)
                .map(sentence -> new Judged(sentence, recognizer.apply(sentence.text())))
                .toList();
    }

    /** Each part of what the product has learnt from, by one that has learnt from the other parts alone. */
    private static List<Judged> parts(int folds, BiFunction<Recognizer, String, List<Piece>> recognizing) {
        var all = Identifying.taught().values().stream().flatMap(List::stream).toList();
        if (folds < 2 || folds > all.size()) {
            throw new BadInput("--folds 至少是 2，不多于行数。", "--folds is at least 2 and no more than there are rows.");
        }
        return IntStream.range(0, folds)
                .boxed()
                .flatMap(held -> {
                    var recognizer = Recognizer.taughtBy(every(all, row -> row % folds != held));
                    return judged(every(all, row -> row % folds == held), text -> recognizing.apply(recognizer, text))
                            .stream();
                })
                .toList();
    }

    private static List<String> every(List<String> all, IntPredicate which) {
        return IntStream.range(0, all.size()).filter(which).mapToObj(all::get).toList();
    }

    /** One lot of it, which one hand has written, by one that has learnt from the other lots alone. */
    private static List<Judged> without(String lot, BiFunction<Recognizer, String, List<Piece>> recognizing) {
        var lots = new LinkedHashMap<>(Identifying.taught());
        var held = lots.remove(lot);
        if (held == null) {
            var known = String.join(", ", lots.keySet());
            throw new BadInput("没有这一批：" + lot + "。有：" + known, "No such lot: " + lot + ". There are: " + known);
        }
        var recognizer =
                Recognizer.taughtBy(lots.values().stream().flatMap(List::stream).toList());
        return judged(held, text -> recognizing.apply(recognizer, text));
    }

    private static ObjectNode told(List<Judged> judged) {
        var marked = new TreeMap<String, long[]>();
        var right = 0L;
        var found = 0L;
        var quiet = 0L;
        for (var one : judged) {
            for (var mark : one.sentence().marks()) {
                var count = marked.computeIfAbsent(mark.kind(), _ -> new long[2]);
                count[0]++;
                count[1] += one.isFound(mark) ? 1 : 0;
            }
            found += one.found().size();
            right += one.found().stream().filter(one::isRight).count();
            quiet += one.sentence().marks().isEmpty() && one.found().isEmpty() ? 1 : 0;
        }
        var result = new JsonMapper()
                .createObjectNode()
                .put("rows", judged.size())
                .put("marked", sum(marked, 0))
                .put("recall", share(sum(marked, 1), sum(marked, 0)))
                .put("precision", share(right, found))
                .put(
                        "harmless_rows",
                        judged.stream()
                                .filter(one -> one.sentence().marks().isEmpty())
                                .count())
                .put("harmless_left_alone", quiet);
        var kinds = result.putObject("per_kind");
        marked.forEach((kind, count) ->
                kinds.putObject(kind).put("marked", count[0]).put("recall", share(count[1], count[0])));
        return result;
    }

    private static long sum(Map<String, long[]> marked, int which) {
        return marked.values().stream().mapToLong(count -> count[which]).sum();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : Route.rounded((double) part / whole);
    }
}
