package cn.lianxin.promise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A row of a list of rules as it was read.
 *
 * @param row as the spreadsheet program numbers it
 * @param cells in the order of {@link RuleColumn}
 * @param rule empty where something is wrong with the row
 * @param fault code of the sentence {@code refusal.<code>}, empty where nothing is
 */
record ListedRule(
        int row,
        List<String> cells,
        Optional<Rule> rule,
        Optional<LocalDate> from,
        String fault,
        List<Object> arguments) {

    static ListedRule good(int row, List<String> cells, Rule rule, LocalDate from) {
        return new ListedRule(row, cells, Optional.of(rule), Optional.of(from), "", List.of());
    }

    ListedRule faulty(String code, Object... why) {
        return new ListedRule(row, cells, rule, from, code, List.of(why));
    }

    static ListedRule faulty(int row, List<String> cells, String code, List<Object> arguments) {
        return new ListedRule(row, cells, Optional.empty(), Optional.empty(), code, arguments);
    }

    boolean isFaulty() {
        return !fault.isEmpty();
    }

    String pack() {
        return cells.getFirst();
    }
}
