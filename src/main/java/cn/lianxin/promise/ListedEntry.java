package cn.lianxin.promise;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.spreadsheet.Row;
import cn.lianxin.platform.spreadsheet.Spreadsheet;
import cn.lianxin.platform.text.PlainText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A row of a table of responsibility as it was read: matter, unit, who leads, from when.
 *
 * @param fault code of the sentence {@code refusal.<code>}, empty where nothing is wrong
 */
record ListedEntry(int row, List<String> cells, Optional<Assigned> assigned, String fault, List<Object> arguments) {

    /** What the row says once its codes are known. */
    record Assigned(String matter, UnitId scope, UnitId lead, LocalDate from) {}

    private static final List<List<String>> COLUMNS =
            List.of(List.of("事项", "matter"), List.of("单位", "unit"), List.of("主办单位", "lead"), List.of("生效日期", "from"));

    boolean isFaulty() {
        return !fault.isEmpty();
    }

    static List<Row> rowsOf(Spreadsheet sheet) {
        var header = sheet.header().stream().map(String::strip).toList();
        var places = COLUMNS.stream()
                .map(names -> names.stream()
                        .map(header::indexOf)
                        .filter(place -> place >= 0)
                        .findFirst()
                        .orElseThrow(() -> new Refusal.Violation("file", "rules-column-missing", names.getFirst())))
                .toList();
        return sheet.rows()
                .map(row -> new Row(row.number(), places.stream().map(row::at).toList()))
                .toList();
    }

    /** @param reach the units for which whoever sends the list may decide */
    static List<ListedEntry> of(
            List<Row> rows, Matters matters, Directory directory, Predicate<UnitId> reach, LocalDate today) {
        if (rows.isEmpty()) {
            throw new Refusal.Violation("file", "responsibility-empty");
        }
        var listed = new ArrayList<ListedEntry>();
        Map<List<Object>, Integer> seen = new HashMap<>();
        for (var row : rows) {
            var cells = row.cells().stream().map(PlainText::line).toList();
            try {
                var assigned = read(cells, matters, directory, reach, today);
                var earlier =
                        seen.putIfAbsent(List.of(assigned.matter(), assigned.scope(), assigned.from()), row.number());
                if (earlier != null) {
                    throw new Refusal.Violation("file", "rule-overlaps", earlier);
                }
                listed.add(new ListedEntry(row.number(), cells, Optional.of(assigned), "", List.of()));
            } catch (Refusal.Violation wrong) {
                listed.add(new ListedEntry(row.number(), cells, Optional.empty(), wrong.code(), wrong.arguments()));
            }
        }
        return listed;
    }

    static Assigned read(
            List<String> cells, Matters matters, Directory directory, Predicate<UnitId> reach, LocalDate today) {
        if (!matters.knows(cells.get(0))) {
            throw new Refusal.Violation("matter", "rule-matter-unknown", cells.get(0));
        }
        var scope = unit("unit", cells.get(1), directory);
        if (!reach.test(scope)) {
            throw new Refusal.Violation("unit", "responsibility-not-yours");
        }
        return new Assigned(cells.get(0), scope, unit("lead", cells.get(2), directory), from(cells.get(3), today));
    }

    private static UnitId unit(String field, String code, Directory directory) {
        return directory
                .unitByCode(code)
                .filter(card -> directory.stands(card.id()))
                .orElseThrow(() -> new Refusal.Violation(field, "responsibility-unit-unknown", code))
                .id();
    }

    private static LocalDate from(String text, LocalDate today) {
        LocalDate day;
        try {
            day = LocalDate.parse(text.replace('/', '-'));
        } catch (DateTimeException noDay) {
            throw new Refusal.Violation("from", "rule-date-unclear");
        }
        if (day.isBefore(today)) {
            throw new Refusal.Violation("from", "responsibility-in-the-past");
        }
        return day;
    }
}
