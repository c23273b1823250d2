package cn.lianxin.concern;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All rows of all tables, as a thief of the database reads them. */
final class EveryRow {

    record Found(String table, String row) {}

    private EveryRow() {}

    /** Those in which one of the words stands by itself: {@code 12} not in {@code 312}. */
    static List<Found> with(List<String> words, JdbcClient database) {
        var pattern = words.stream()
                .map(word -> "(^|[^0-9A-Za-z])"
                        + Pattern.quote(word).replace("\\Q", "").replace("\\E", "") + "($|[^0-9A-Za-z])")
                .reduce((one, other) -> one + "|" + other)
                .orElseThrow();
        var found = new ArrayList<Found>();
        for (var table : tables(database)) {
            found.addAll(database.sql("select t.row from (select cast(one as text) as row from " + table
                            + " one) t where t.row ~ :pattern")
                    .param("pattern", pattern)
                    .query((row, _) -> new Found(table, row.getString("row")))
                    .list());
        }
        return found;
    }

    static List<String> tables(JdbcClient database) {
        return database.sql("""
                select format('%I.%I', table_schema, table_name) as name from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                order by 1
                """).query((row, _) -> row.getString("name")).list();
    }
}
