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
    private static final List<Measure> BY_ROW =
            List.of(Measure.RECEIVED, Measure.ANSWERED, Measure.ANSWERED_LATE, Measure.WAITING);

    private final Cells cells;
    private final List<Tally> now;
    private final List<Tally> before;

    /** @param before of the period before, to be compared with */
    Blocks(Cells cells, List<Tally> now, List<Tally> before) {
        this.cells = cells;
        this.now = List.copyOf(now);
        this.before = List.copyOf(before);
    }

    Block totals() {
        return new Block(
                "totals",
                "",
                COMPARED,
                List.of(
                        alone(Measure.RECEIVED),
                        alone(Measure.ACCEPTED),
                        alone(Measure.ANSWERED),
                        part(Measure.ANSWERED_IN_TIME, Measure.ANSWERED),
                        part(Measure.ANSWERED_LATE, Measure.ANSWERED),
                        alone(Measure.WAITING),
                        part(Measure.WAITING_LATE, Measure.WAITING),
                        alone(Measure.RAISED_AGAIN),
                        alone(Measure.CONCLUDED)));
    }

    Block handling() {
        return new Block(
                "handling",
                "",
                COMPARED,
                List.of(
                        alone(Measure.ASSIGNED),
                        alone(Measure.HANDED_BACK),
                        alone(Measure.EXTENDED),
                        alone(Measure.ESCALATED),
                        alone(Measure.REVIEW_ASKED)));
    }

    Block suggestions() {
        return new Block(
                "suggestions",
                "",
                COMPARED,
                List.of(
                        alone(Measure.SUGGESTED),
                        alone(Measure.ADOPTED),
                        alone(Measure.EXPLAINED),
                        alone(Measure.NOT_ADOPTED)));
    }

    <K extends Comparable<K>> Block rows(String key, Function<Tally, K> by, Function<K, Line> named) {
        var groups = now.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
        var columns = BY_ROW.stream()
                .map(measure -> cells.column(measure, groups.values()))
                .toList();
        var lines = new ArrayList<Line>();
        var place = 0;
        for (var group : groups.keySet()) {
            var at = place++;
            var line = named.apply(group);
            var figures = columns.stream().map(column -> column.get(at)).toList();
            if (cells.keepsRow(figures)) {
                lines.add(new Line(line.naming(), line.name(), figures));
            }
        }
        return new Block(key, "", BY_ROW.stream().map(Measure::key).toList(), lines);
    }

    private Line alone(Measure measure) {
        return new Line(
                Naming.MEASURE, measure.key(), List.of(cells.alone(measure, now), cells.alone(measure, before)));
    }

    private Line part(Measure measure, Measure whole) {
        return new Line(
                Naming.MEASURE,
                measure.key(),
                List.of(cells.part(measure, whole, now), cells.part(measure, whole, before)));
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
