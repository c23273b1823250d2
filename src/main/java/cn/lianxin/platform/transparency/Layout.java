package cn.lianxin.platform.transparency;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How publications of one kind lie in the tables of their room: one for each row of the first table.
 *
 * @param prefix of their subjects, before the values of the keys
 * @param beside tables with one row for each, and how they are joined
 * @param below tables with many rows for each, and how they are found
 * @param more fields that are worked out, by their names
 * @param behind tables that these are worked out of
 * @param shown condition of what is still to be read
 * @param takenBack condition of what rightly is published no more
 * @param fromProduct condition of what came with the product, which a later version of it may bring more of
 */
public record Layout(
        String kind,
        boolean openToAll,
        String prefix,
        PublishedTable table,
        List<String> keys,
        List<Beside> beside,
        List<Below> below,
        SortedMap<String, String> more,
        List<PublishedTable> behind,
        String shown,
        String takenBack,
        String fromProduct) {

    /** @param on the condition of the join */
    public record Beside(PublishedTable table, String on) {}

    /** @param order so that the same rows are the same text */
    public record Below(PublishedTable table, String on, String order) {}

    /** @param keys the columns of the first table that make a subject */
    public static Layout of(String kind, String prefix, PublishedTable table, String... keys) {
        return new Layout(
                kind,
                true,
                prefix,
                table,
                List.of(keys),
                List.of(),
                List.of(),
                new TreeMap<>(),
                List.of(),
                "true",
                "false",
                "false");
    }

    public Layout forMembers() {
        return new Layout(kind, false, prefix, table, keys, beside, below, more, behind, shown, takenBack, fromProduct);
    }

    public Layout beside(PublishedTable other, String on) {
        var all = with(beside, new Beside(other, on));
        return new Layout(
                kind, openToAll, prefix, table, keys, all, below, more, behind, shown, takenBack, fromProduct);
    }

    public Layout below(PublishedTable other, String on, String order) {
        var all = with(below, new Below(other, on, order));
        return new Layout(
                kind, openToAll, prefix, table, keys, beside, all, more, behind, shown, takenBack, fromProduct);
    }

    public Layout field(String name, String expression, PublishedTable... out) {
        var fields = new TreeMap<>(more);
        fields.put(name, expression);
        var all = Stream.concat(behind.stream(), Stream.of(out)).toList();
        return new Layout(
                kind, openToAll, prefix, table, keys, beside, below, fields, all, shown, takenBack, fromProduct);
    }

    public Layout shownWhere(String condition) {
        return new Layout(
                kind, openToAll, prefix, table, keys, beside, below, more, behind, condition, takenBack, fromProduct);
    }

    public Layout takenBackWhere(String condition) {
        return new Layout(
                kind, openToAll, prefix, table, keys, beside, below, more, behind, shown, condition, fromProduct);
    }

    public Layout fromProductWhere(String condition) {
        return new Layout(
                kind, openToAll, prefix, table, keys, beside, below, more, behind, shown, takenBack, condition);
    }

    List<PublishedTable> tables() {
        return Stream.of(
                        Stream.of(table),
                        beside.stream().map(Beside::table),
                        below.stream().map(Below::table),
                        behind.stream())
                .flatMap(one -> one)
                .toList();
    }

    private static <T> List<T> with(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
