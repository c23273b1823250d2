package cn.lianxin.platform.audit;

import java.util.List;

/** What is kept in a chain, and which columns of it: all. */
enum Log {
    /** What was done. */
    ENTRY("entry", List.of("id", "at", "who", "person", "task", "action", "subject", "detail")),
    /** What was read. */
    READING(
            "reading",
            List.of(
                    "id",
                    "at",
                    "subject",
                    "reader",
                    "name",
                    "title",
                    "unit",
                    "roles",
                    "in_place_of",
                    "door",
                    "whole",
                    "named",
                    "slot")),
    /** Who signed in and who was refused. */
    SECURITY("security", List.of("id", "at", "kind", "person", "place", "origin"));

    private final String table;
    private final List<String> columns;

    Log(String table, List<String> columns) {
        this.table = table;
        this.columns = columns;
    }

    String table() {
        return "audit." + table;
    }

    List<String> columns() {
        return columns;
    }

    /** In SQL, one text for each column of the row {@code e}; a moment by its microseconds, whatever the session's zone. */
    String parts() {
        return "array["
                + String.join(
                        ", ",
                        columns.stream()
                                .map(column -> column.equals("at")
                                        ? "trunc(extract(epoch from e.at) * 1000000)::bigint::text"
                                        : "e." + column + "::text")
                                .toList())
                + "]";
    }
}
