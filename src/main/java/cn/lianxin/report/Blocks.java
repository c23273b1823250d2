package cn.lianxin.report;

import cn.lianxin.report.Contents.Block;
import cn.lianxin.report.Contents.Line;
import cn.lianxin.report.Contents.Naming;
import cn.lianxin.verdict.UnitVerdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a report out of what was counted. */
final class Blocks {

    private static final List<String> COMPARED = List.of("now", "before");
    private static final List<String> BY_ROW = List.of("received", "answered", "answered-late", "waiting");
    private static final List<ToLongFunction<Tally>> MEASURES_BY_ROW =
            List.of(Tally::received, Tally::answered, Tally::answeredLate, Tally::waiting);

    private Blocks() {}

    static Block totals(Sums now, Sums before) {
        return new Block(
                "totals",
                "",
                COMPARED,
                List.of(
                        compared("received", now.alone(Tally::received), before.alone(Tally::received)),
                        compared("accepted", now.alone(Tally::accepted), before.alone(Tally::accepted)),
                        compared("answered", now.alone(Tally::answered), before.alone(Tally::answered)),
                        compared(
                                "answered-in-time",
                                now.rest(Tally::answeredLate, Tally::answered),
                                before.rest(Tally::answeredLate, Tally::answered)),
                        compared(
                                "answered-late",
                                now.part(Tally::answeredLate, Tally::answered),
                                before.part(Tally::answeredLate, Tally::answered)),
                        compared("waiting", now.alone(Tally::waiting), before.alone(Tally::waiting)),
                        compared(
                                "waiting-late",
                                now.part(Tally::waitingLate, Tally::waiting),
                                before.part(Tally::waitingLate, Tally::waiting)),
                        compared("raised-again", now.alone(Tally::raisedAgain), before.alone(Tally::raisedAgain)),
                        compared("concluded", now.alone(Tally::concluded), before.alone(Tally::concluded))));
    }

    static Block handling(Sums now, Sums before) {
        return new Block(
                "handling",
                "",
                COMPARED,
                List.of(
                        compared("assigned", now.alone(Tally::assigned), before.alone(Tally::assigned)),
                        compared("handed-back", now.alone(Tally::handedBack), before.alone(Tally::handedBack)),
                        compared("extended", now.alone(Tally::extended), before.alone(Tally::extended)),
                        compared("escalated", now.alone(Tally::escalated), before.alone(Tally::escalated)),
                        compared("review-asked", now.alone(Tally::reviewAsked), before.alone(Tally::reviewAsked))));
    }

    static Block suggestions(Sums now, Sums before) {
        return new Block(
                "suggestions",
                "",
                COMPARED,
                List.of(
                        compared("suggested", now.alone(Tally::suggestions), before.alone(Tally::suggestions)),
                        compared("adopted", now.alone(Tally::adopted), before.alone(Tally::adopted)),
                        compared("explained", now.alone(Tally::explained), before.alone(Tally::explained)),
                        compared("not-adopted", now.alone(Tally::notAdopted), before.alone(Tally::notAdopted))));
    }

    private static Line compared(String measure, Figure now, Figure before) {
        return new Line(Naming.MEASURE, measure, List.of(now, before));
    }

    static <K extends Comparable<K>> Block rows(
            String key, List<Tally> tallies, Function<Tally, K> by, Function<K, Line> named) {
        var groups = tallies.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
        var columns = MEASURES_BY_ROW.stream()
                .map(measure -> Withholding.shown(groups.values().stream()
                        .mapToLong(group -> group.stream().mapToLong(measure).sum())
                        .toArray()))
                .toList();
        var lines = new ArrayList<Line>();
        for (var group : groups.keySet()) {
            var line = named.apply(group);
            var place = lines.size();
            lines.add(new Line(
                    line.naming(),
                    line.name(),
                    columns.stream().map(column -> column.get(place)).toList()));
        }
        return new Block(key, "", BY_ROW, lines);
    }

    /** Batches share no verdict and are of five or more: these need no further withholding. */
    static Block verdicts(List<UnitVerdicts> parts) {
        Map<String, ToLongFunction<UnitVerdicts>> measures = Map.of(
                "rated", UnitVerdicts::rated,
                "solved", UnitVerdicts::solved,
                "partly", UnitVerdicts::partly,
                "not-solved", UnitVerdicts::notSolved,
                "satisfied", UnitVerdicts::satisfied,
                "fairly", UnitVerdicts::fairly,
                "not-satisfied", UnitVerdicts::notSatisfied);
        return new Block(
                "verdicts",
                "",
                List.of("now"),
                Stream.of("rated", "solved", "partly", "not-solved", "satisfied", "fairly", "not-satisfied")
                        .map(measure -> new Line(
                                Naming.MEASURE,
                                measure,
                                List.of(Figure.of(parts.stream()
                                        .mapToLong(Objects.requireNonNull(measures.get(measure)))
                                        .sum()))))
                        .toList());
    }
}
