package cn.lianxin.platform.transparency;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A table of which rows are published. Each of its columns is committed to, or is not published for a reason that stands here.
 *
 * @param alias by which conditions name it
 * @param which of its rows are published, as a condition
 * @param left the other columns, each with why it is not committed to
 */
public record PublishedTable(
        String name, String alias, String which, List<String> columns, SortedMap<String, String> left) {

    public PublishedTable {
        columns = List.copyOf(columns);
    }

    public static PublishedTable of(String name, String alias) {
        return new PublishedTable(name, alias, "true", List.of(), new TreeMap<>());
    }

    public PublishedTable where(String condition) {
        return new PublishedTable(name, alias, condition, columns, left);
    }

    public PublishedTable commits(String... more) {
        return new PublishedTable(
                name,
                alias,
                which,
                Stream.concat(columns.stream(), Stream.of(more)).toList(),
                left);
    }

    public PublishedTable leaves(String why, String... more) {
        var all = new TreeMap<>(left);
        for (var column : more) {
            all.put(column, why);
        }
        return new PublishedTable(name, alias, which, columns, all);
    }

    /** Without its schema. */
    String bareName() {
        return name.substring(name.indexOf('.') + 1);
    }
}
