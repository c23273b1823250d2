package cn.lianxin.disclosure;

import java.util.Arrays;
import java.util.List;

/**
 * The table of a notice: only the columns that may be public ever reach it.
 *
 * @param leftOut headings that stood in what was brought and may not be public; what stood below them is kept nowhere
 */
record Table(List<String> columns, List<List<String>> rows, List<String> leftOut) {

    static final Table NONE = new Table(List.of(), List.of(), List.of());

    Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        leftOut = List.copyOf(leftOut);
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    /** Cells are single lines without tabs. */
    String written() {
        return String.join(
                "\n", rows.stream().map(row -> String.join("\t", row)).toList());
    }

    static Table read(List<String> columns, String written, List<String> leftOut) {
        var rows = written.isEmpty()
                ? List.<List<String>>of()
                : Arrays.stream(written.split("\n", -1))
                        .map(line -> List.of(line.split("\t", -1)))
                        .toList();
        return new Table(columns, rows, leftOut);
    }

    /** Whether its rows are of single people. */
    boolean namesPeople() {
        return columns.stream().anyMatch(heading -> heading.contains("姓名") || heading.equalsIgnoreCase("name"));
    }
}
