package cn.lianxin.platform.retention;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of one person, as he reads them.
 *
 * @param name of the table, in {@code own-table.<name>}
 */
public record OwnTable(String name, List<OwnColumn> columns, List<List<String>> rows) {
    public OwnTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** By a query whose columns are called as {@link OwnColumn}s are; times stay instants. */
    public static OwnTable read(String name, JdbcClient.StatementSpec query) {
        return query.query(rows -> {
            var columns = columns(rows);
            var all = new ArrayList<List<String>>();
            while (rows.next()) {
                var cells = new ArrayList<String>();
                for (var place = 1; place <= columns.size(); place++) {
                    cells.add(text(rows.getObject(place)));
                }
                all.add(cells);
            }
            return new OwnTable(name, columns, all);
        });
    }

    private static List<OwnColumn> columns(ResultSet rows) throws SQLException {
        var columns = new ArrayList<OwnColumn>();
        for (var place = 1; place <= rows.getMetaData().getColumnCount(); place++) {
            columns.add(
                    OwnColumn.valueOf(rows.getMetaData().getColumnLabel(place).toUpperCase(Locale.ROOT)));
        }
        return columns;
    }

    private static String text(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> "";
            case Timestamp time -> time.toInstant().toString();
            case Array array -> String.join("、", List.of((String[]) array.getArray()));
            default -> value.toString();
        };
    }
}
