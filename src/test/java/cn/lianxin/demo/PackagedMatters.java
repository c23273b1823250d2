package cn.lianxin.demo;

import cn.lianxin.promise.Grade;
import cn.lianxin.promise.Matter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The classification as the migration brings it, for tests that need no database. */
final class PackagedMatters {

    private static final Path MIGRATION =
            Path.of("src/main/resources/db/migration/promise/V20261122126__the_78_matters.sql");
    private static final String TEXT = "'((?:[^']|'')*)'";
    private static final Pattern ROW = Pattern.compile("\\(" + (TEXT + ", ").repeat(7)
            + "'(U\\d)', array\\[(.*?)]::text\\[], array\\[(.*?)]::text\\[], (true|false)\\)");

    private PackagedMatters() {}

    static List<Matter> all() {
        try (Stream<String> lines = Files.lines(MIGRATION)) {
            return lines.map(ROW::matcher)
                    .filter(row -> row.find())
                    .map(row -> new Matter(
                            row.group(1),
                            row.group(2),
                            row.group(3),
                            row.group(4),
                            row.group(5),
                            row.group(6),
                            row.group(7),
                            Grade.valueOf(row.group(8)),
                            words(row.group(9)),
                            words(row.group(10)),
                            row.group(11).equals("true")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(String array) {
        return Pattern.compile(TEXT)
                .matcher(array)
                .results()
                .map(word -> word.group(1))
                .toList();
    }
}
