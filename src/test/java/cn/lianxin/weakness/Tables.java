package cn.lianxin.weakness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lists that lie in the repository: what is known, who was looked through when, what is accepted. */
final class Tables {

    static final Path KNOWN = Path.of("src/test/resources/weaknesses/known.tsv");
    static final Path LOOKED_THROUGH = Path.of("src/test/resources/weaknesses/looked-through.tsv");
    static final Path ACCEPTED = Path.of("src/test/resources/weaknesses/accepted.tsv");

    private static final String NOTHING = "-";

    private Tables() {}

    static List<Weakness> known(Path file) throws IOException {
        return rows(file, 7)
                .map(row -> new Weakness(
                        row[0], row[1], row[2], value(row[3]), value(row[4]), row[5], LocalDate.parse(row[6])))
                .toList();
    }

    /** By library, the day on which somebody looked for its weaknesses. */
    static Map<String, LocalDate> lookedThrough(Path file) throws IOException {
        return rows(file, 3).collect(Collectors.toMap(row -> row[0] + " " + row[1], row -> LocalDate.parse(row[2])));
    }

    static List<Accepted> accepted() throws IOException {
        return rows(ACCEPTED, 6)
                .map(row -> new Accepted(row[0], row[1], row[2], row[3], LocalDate.parse(row[4]), row[5]))
                .toList();
    }

    static void writeKnown(Path file, List<Weakness> weaknesses) throws IOException {
        write(
                file,
                "ecosystem\tpackage\tintroduced\tfixed\tlast_affected\tadvisory\tknown_on",
                weaknesses.stream()
                        .map(one -> String.join(
                                "\t",
                                one.ecosystem(),
                                one.name(),
                                one.introduced(),
                                cell(one.fixed()),
                                cell(one.lastAffected()),
                                one.advisory(),
                                one.knownOn().toString())));
    }

    static void writeLookedThrough(Path file, Stream<Part> parts, LocalDate today) throws IOException {
        write(
                file,
                "ecosystem\tpackage\tlooked_on",
                parts.map(part -> String.join("\t", part.ecosystem(), part.name(), today.toString())));
    }

    private static void write(Path file, String head, Stream<String> rows) throws IOException {
        Files.write(
                file, Stream.concat(Stream.of(head), rows.distinct().sorted()).toList());
    }

    private static Stream<String[]> rows(Path file, int columns) throws IOException {
        return Files.readAllLines(file).stream().skip(1).map(line -> {
            var row = line.split("\t", -1);
            if (row.length != columns) {
                throw new IllegalStateException("%s: not %d columns: %s".formatted(file, columns, line));
            }
            return row;
        });
    }

    private static @Nullable String value(String cell) {
        return cell.equals(NOTHING) ? null : cell;
    }

    private static String cell(@Nullable String value) {
        return value == null ? NOTHING : value;
    }
}
