package cn.lianxin.evaluation;

import cn.lianxin.platform.identifying.Identifying;
import cn.lianxin.platform.identifying.Piece;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much of what identifies a person is found, and how much of what is found does. Rows have a {@code text} with its marks. A
 * marked piece counts as found where a find meets it, of whatever kind; a find is right where it meets a mark.
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
        options.only(Set.of("--file"));
        var judged = Rows.of(options.file("--file"), List.of("text")).stream()
                .map(row -> Marked.of(Cell.of(row, "text")))
                .map(sentence -> new Judged(sentence, Identifying.in(sentence.text())))
                .toList();
        return told(judged);
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
