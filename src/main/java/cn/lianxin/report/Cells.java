package cn.lianxin.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** The numbers of a report as far as they may be written; each is asked for in a fixed order, the totals first. */
final class Cells {

    private final Optional<Map<String, Partition>> told;

    private Cells(Optional<Map<String, Partition>> told) {
        this.told = told;
    }

    /** For who may open every concern behind. */
    static Cells forTheOffice() {
        return new Cells(Optional.empty());
    }

    /** For everybody, who may lay it beside other reports. */
    static Cells forAll(Map<String, Partition> told) {
        return new Cells(Optional.of(new HashMap<>(told)));
    }

    Figure alone(Measure measure, List<Tally> tallies) {
        return asFarAsTold(Withholding.alone(measure.of(tallies).size()), measure, tallies);
    }

    /** A part of a whole that stands beside it. */
    Figure part(Measure measure, Measure whole, List<Tally> tallies) {
        return asFarAsTold(
                Withholding.part(measure.of(tallies).size(), whole.of(tallies).size()), measure, tallies);
    }

    /** One for each group, whose sum stands elsewhere in the report. */
    List<Figure> column(Measure measure, Collection<List<Tally>> groups) {
        var rows = List.copyOf(groups);
        var shown = Withholding.shown(
                rows.stream().mapToLong(group -> measure.of(group).size()).toArray());
        return IntStream.range(0, rows.size())
                .mapToObj(at -> asFarAsTold(shown.get(at), measure, rows.get(at)))
                .toList();
    }

    /** A row of which nothing may be written shows that there is somebody; to all it is not shown. */
    boolean keepsRow(List<Figure> row) {
        return told.isEmpty() || !row.stream().allMatch(Figure::withheld);
    }

    private Figure asFarAsTold(Figure figure, Measure measure, List<Tally> tallies) {
        if (told.isEmpty() || figure.withheld()) {
            return figure;
        }
        var partition = Objects.requireNonNull(told.get().get(measure.space()));
        return partition.tell(measure.of(tallies)) ? figure : Figure.WITHHELD;
    }
}
