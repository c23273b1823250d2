package cn.lianxin.promise;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.spreadsheet.Row;
import cn.lianxin.platform.text.PlainText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list of rules, row by row, each good or with what is wrong with it. */
record RuleList(List<ListedRule> rows) {

    private static final String ALL = "全部";

    RuleList {
        rows = List.copyOf(rows);
    }

    /**
     * @param rows below the header, with the cells in the order of {@link RuleColumn}
     * @param known which codes and areas of matters there are
     */
    static RuleList of(List<Row> rows, Matters known, LocalDate today) {
        if (rows.isEmpty()) {
            throw new Refusal.Violation("file", "rules-empty");
        }
        var listed = new ArrayList<ListedRule>();
        Map<String, ListedRule> firstOf = new LinkedHashMap<>();
        for (var row : rows) {
            var cells = row.cells().stream().map(PlainText::line).toList();
            var read = read(row.number(), cells, known, today);
            var first = firstOf.putIfAbsent(read.pack(), read);
            if (!read.isFaulty()
                    && first != null
                    && !first.isFaulty()
                    && !first.from().equals(read.from())) {
                read = read.faulty("rule-other-date", first.row());
            }
            listed.add(read.isFaulty() ? read : unlessOverlapping(read, listed));
        }
        return new RuleList(listed);
    }

    private static ListedRule unlessOverlapping(ListedRule read, List<ListedRule> before) {
        var rule = read.rule().orElseThrow();
        return before.stream()
                .filter(other -> other.pack().equals(read.pack()))
                .filter(other -> other.rule().filter(rule::overlaps).isPresent())
                .findFirst()
                .map(other -> read.faulty("rule-overlaps", other.row()))
                .orElse(read);
    }

    private static ListedRule read(int number, List<String> cells, Matters known, LocalDate today) {
        try {
            if (RuleColumn.PACK.in(cells).isEmpty()) {
                throw new Refusal.Violation("pack", "rule-without-pack");
            }
            var rule = rule(cells, known);
            return ListedRule.good(number, cells, rule, from(RuleColumn.FROM.in(cells), today));
        } catch (Refusal.Violation wrong) {
            return ListedRule.faulty(number, cells, wrong.code(), wrong.arguments());
        }
    }

    private static Rule rule(List<String> cells, Matters known) {
        var stage = Stage.of(RuleColumn.STAGE.in(cells))
                .orElseThrow(() -> new Refusal.Violation("stage", "rule-stage-unclear"));
        var circle = new Circle(matter(RuleColumn.MATTER.in(cells), known), grade(RuleColumn.GRADE.in(cells)));
        var measure = Measure.of(RuleColumn.MEASURE.in(cells))
                .orElseThrow(() -> new Refusal.Violation("measure", "rule-measure-unclear"));
        var amount = amount(RuleColumn.AMOUNT.in(cells), stage);
        return new Rule(0, stage, circle, amount, measure, RuleColumn.SOURCE.in(cells)).mustMakeSense();
    }

    static String matter(String text, Matters known) {
        if (text.isEmpty() || text.equals(ALL) || text.equals("*")) {
            return "";
        }
        var there = known.all().stream()
                .anyMatch(matter -> matter.code().equals(text) || matter.area().equals(text));
        if (!there) {
            throw new Refusal.Violation("matter", "rule-matter-unknown", text);
        }
        return text;
    }

    static Optional<Grade> grade(String text) {
        if (text.isEmpty() || text.equals(ALL) || text.equals("*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Grade.valueOf(text));
        } catch (IllegalArgumentException none) {
            throw new Refusal.Violation("grade", "rule-grade-unknown", text);
        }
    }

    private static int amount(String text, Stage stage) {
        if (!text.matches("[0-9]{1,4}")) {
            throw new Refusal.Violation("amount", "rule-amount-unclear", stage.largestAmount());
        }
        return Integer.parseInt(text);
    }

    /** Only what has not begun yet: what was promised today was promised by the rules of today. */
    static LocalDate from(String text, LocalDate today) {
        LocalDate day;
        try {
            day = LocalDate.parse(text.replace('/', '-'));
        } catch (DateTimeException noDay) {
            throw new Refusal.Violation("from", "rule-date-unclear");
        }
        if (!day.isAfter(today)) {
            throw new Refusal.Violation("from", "rule-in-the-past");
        }
        return day;
    }

    boolean isFaulty() {
        return rows.stream().anyMatch(ListedRule::isFaulty);
    }

    /** The rows of each pack, in the order of the list. */
    Map<String, List<ListedRule>> byPack() {
        Map<String, List<ListedRule>> packs = new LinkedHashMap<>();
        rows.forEach(
                row -> packs.computeIfAbsent(row.pack(), _ -> new ArrayList<>()).add(row));
        return packs;
    }

    /** The list as text, by which it comes back from the preview. */
    String text() {
        var text = new StringBuilder();
        rows.forEach(row -> text.append(row.row())
                .append('\t')
                .append(String.join("\t", row.cells()))
                .append('\n'));
        return text.toString();
    }

    static List<Row> rowsOf(String text) {
        var rows = new ArrayList<Row>();
        for (var line : text.lines().filter(line -> !line.isBlank()).toList()) {
            var cells = List.of(line.split("\t", -1));
            if (cells.size() != RuleColumn.values().length + 1
                    || !cells.getFirst().matches("[0-9]{1,7}")) {
                throw new Refusal.Violation("file", "rules-empty");
            }
            rows.add(new Row(Integer.parseInt(cells.getFirst()), cells.subList(1, cells.size())));
        }
        return rows;
    }
}
