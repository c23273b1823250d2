package cn.lianxin.evaluation;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code ./lianxin evaluate NAME --option value…}: one JSON object on standard output and exit 0, or a sentence and exit 2. */
public final class Evaluate {

    private static final Map<String, Evaluation> KNOWN = new TreeMap<>(Map.of(
            "route", new Route(),
            "urgency", new Urgency(),
            "identifying", new Recognition(),
            "pairs", new Pairs(),
            "search", new SearchEvaluation(),
            "similar", new Similar(),
            "replies", new Replies(),
            "topics", new TopicsOfStream(),
            "alarms", new AlarmsOfStream()));

    private Evaluate() {}

    public static void main(String[] words) {
        System.exit(run(List.of(words), utf8(System.out), utf8(System.err)));
    }

    static int run(List<String> words, PrintStream out, PrintStream problems) {
        try {
            var evaluation = words.isEmpty() ? null : KNOWN.get(words.getFirst());
            if (evaluation == null) {
                throw new BadInput("要测什么？" + KNOWN.keySet(), "What is to be measured? One of " + KNOWN.keySet());
            }
            out.println(evaluation.measure(Options.of(words.subList(1, words.size()))));
            return 0;
        } catch (BadInput problem) {
            problems.println(problem.getMessage());
            return 2;
        }
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
