package cn.lianxin.evaluation;

import java.util.Map;
import java.util.Objects;

/** A field that {@link Rows} made sure of. */
final class Cell {

    private Cell() {}

    static String of(Map<String, String> row, String field) {
        return Objects.requireNonNull(row.get(field), field);
    }
}
