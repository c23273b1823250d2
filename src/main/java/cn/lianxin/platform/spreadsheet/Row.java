package cn.lianxin.platform.spreadsheet;

import java.util.List;

/**
 * One row of a ledger.
 *
 * @param number as the spreadsheet program shows it at the left edge
 * @param cells as many as the header has, or more where a row is longer than its header
 */
public record Row(int number, List<String> cells) {

    public Row {
        cells = List.copyOf(cells);
    }

    /** The text in a column counted from zero, empty beyond the row's end. */
    public String at(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** As wide as the header, and wider only as far as there is text. */
    Row fittedTo(int width) {
        var end = cells.size();
        while (end > width && cells.get(end - 1).isEmpty()) {
            end--;
        }
        var fitted = new java.util.ArrayList<>(cells.subList(0, end));
        while (fitted.size() < width) {
            fitted.add("");
        }
        return new Row(number, fitted);
    }
}
