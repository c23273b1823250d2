package cn.lianxin.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What was written for the demo, as it lies in the resources: tables with tabs, a head line, {@code \n} for line breaks.
 *
 * @param phrases by their use
 * @param places by where they are, 井下 or 地面
 */
record Content(
        List<UnitPlan> units,
        List<Weighted> surnames,
        List<Weighted> menNames,
        List<Weighted> womenNames,
        Map<String, List<String>> places,
        Map<String, List<String>> phrases,
        List<Script> scripts,
        List<Newspaper.Written> articles,
        List<Telling.Told> told) {

    /** A name and how common it is. */
    record Weighted(String value, int weight) {}

    static Content packaged() {
        var names = rows("names.tsv");
        return new Content(
                rows("units.tsv").stream().map(UnitPlan::of).toList(),
                weighted(names, "surname"),
                weighted(names, "given_male"),
                weighted(names, "given_female"),
                grouped(rows("places.tsv")),
                grouped(rows("phrases.tsv")),
                rows("concerns.tsv").stream().map(Script::of).toList(),
                rows("articles.tsv").stream().map(Newspaper.Written::of).toList(),
                rows("told.tsv").stream().map(Telling.Told::of).toList());
    }

    private static List<Weighted> weighted(List<String[]> rows, String kind) {
        return rows.stream()
                .filter(row -> row[0].equals(kind))
                .map(row -> new Weighted(row[1], Integer.parseInt(row[2])))
                .toList();
    }

    private static Map<String, List<String>> grouped(List<String[]> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row[0], Collectors.mapping(row -> row[1], Collectors.toUnmodifiableList())));
    }

    private static List<String[]> rows(String name) {
        try (InputStream file = Objects.requireNonNull(Content.class.getResourceAsStream("/demo/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.replace("\\n", "\n").split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
