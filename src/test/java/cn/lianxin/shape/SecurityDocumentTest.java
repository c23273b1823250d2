package cn.lianxin.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on security answers every requirement once, and what it says to be met is shown by a test that is there. */
class SecurityDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/security.md");
    private static final Pattern AUDITED = Pattern.compile("import cn\\.lianxin\\.platform\\.audit\\.AuditTrail;");

    @Test
    void every_requirement_has_one_row_a_state_and_what_shows_it() throws IOException {
        assertThat(faults(Files.readString(DOCUMENT))).isEmpty();
    }

    @Test
    void none_was_dropped_from_the_lists() {
        assertThat(asvs()).hasSize(253).doesNotHaveDuplicates();
        assertThat(graded()).hasSize(43).doesNotHaveDuplicates();
    }

    @Test
    void the_sums_are_those_of_the_rows() throws IOException {
        var rows = RequirementRow.of(Files.readString(DOCUMENT));

        Generated.mustBe(sums(rows), "sums", DOCUMENT);
    }

    @Test
    void a_missing_doubled_or_invented_row_is_noticed() throws IOException {
        var text = Files.readString(DOCUMENT);
        var row = text.lines()
                .filter(line -> line.startsWith("| 7.4.1 |"))
                .findFirst()
                .orElseThrow();

        assertThat(faults(text.replace(row + "\n", ""))).containsExactly("7.4.1 has 0 rows");
        assertThat(faults(text.replace(row, row + "\n" + row))).containsExactly("7.4.1 has 2 rows");
        assertThat(faults(text.replace(row, row + "\n" + row.replace("7.4.1", "7.4.99"))))
                .containsExactly("7.4.99 is no requirement");
    }

    @Test
    void a_misspelt_test_an_unknown_state_and_a_row_without_proof_or_reason_are_noticed() {
        var tests = Set.of("SignInTest");

        assertThat(fault("| 7.4.1 | ends | met | `SignInTest` |", tests)).isEmpty();
        assertThat(fault("| 7.4.1 | ends | met | `SingInTest` |", tests)).contains("7.4.1 names SingInTest");
        assertThat(fault("| 7.4.1 | ends | nearly | `SignInTest` |", tests)).contains("7.4.1 is nearly");
        assertThat(fault("| 7.4.1 | ends | met | surely |", tests)).contains("7.4.1 is met by no test");
        assertThat(fault("| 7.4.1 | ends | open | |", tests)).contains("7.4.1 says not why");
        assertThat(fault("| 7.4.1 | | open | nobody wrote a test |", tests)).contains("7.4.1 says not what");
    }

    @Test
    void every_schema_has_a_class_and_every_room_that_writes_the_audit_trail_is_named() throws IOException {
        var text = Files.readString(DOCUMENT);
        try (var schemas = Files.list(Path.of("src/main/resources/db/migration"));
                var sources = Files.walk(Path.of("src/main/java/cn/lianxin"))) {
            assertThat(section(text, "Classes of data")).contains(quoted(schemas.map(Path::getFileName)));
            assertThat(section(text, "What is written down"))
                    .contains(quoted(sources.filter(SecurityDocumentTest::isAudited)
                            .map(file -> file.getName(file.getNameCount() - 2))));
        }
    }

    private static List<String> faults(String text) throws IOException {
        var rows = RequirementRow.of(text);
        var numbers = Stream.concat(asvs().stream(), graded().stream()).toList();
        var tests = tests();
        var counted = numbers.stream()
                .filter(number -> of(number, rows).size() != 1)
                .map(number -> number + " has " + of(number, rows).size() + " rows");
        var invented = rows.stream()
                .map(RequirementRow::number)
                .filter(number -> !numbers.contains(number))
                .map(number -> number + " is no requirement");
        return Stream.of(counted, invented, rows.stream().flatMap(row -> row.faults(tests).stream()))
                .flatMap(faults -> faults)
                .distinct()
                .toList();
    }

    private static List<String> fault(String row, Set<String> tests) {
        return RequirementRow.of(row + "\n").getFirst().faults(tests);
    }

    private static List<RequirementRow> of(String number, List<RequirementRow> rows) {
        return rows.stream().filter(row -> row.number().equals(number)).toList();
    }

    private static String sums(List<RequirementRow> rows) {
        return "| | requirements | met | not applicable | open |\n|---|---|---|---|---|\n"
                + sum("OWASP ASVS 5.0.0, levels 1 and 2", asvs(), rows)
                + sum("GB/T 22239-2019, level 3, technical", graded(), rows);
    }

    private static String sum(String name, List<String> numbers, List<RequirementRow> rows) {
        var counts = rows.stream()
                .filter(row -> numbers.contains(row.number()))
                .collect(Collectors.groupingBy(RequirementRow::state, Collectors.counting()));
        return "| %s | %d | %s |\n"
                .formatted(
                        name,
                        numbers.size(),
                        RequirementRow.STATES.stream()
                                .map(state -> counts.getOrDefault(state, 0L).toString())
                                .collect(Collectors.joining(" | ")));
    }

    private static Set<String> tests() throws IOException {
        var names = new TreeSet<String>();
        for (var root : List.of("src/test/java", "src/journey/java", "src/test/sh")) {
            try (var files = Files.walk(Path.of(root))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Test.java") || name.endsWith(".sh"))
                        .forEach(name -> names.add(name.replace(".java", "")));
            }
        }
        return names;
    }

    private static String section(String text, String heading) {
        var begin = text.indexOf("\n## " + heading + "\n");
        assertThat(begin).as(heading).isNotNegative();
        var end = text.indexOf("\n## ", begin + 1);
        return text.substring(begin, end < 0 ? text.length() : end);
    }

    private static List<String> quoted(Stream<Path> names) {
        return names.map(name -> "`" + name + "`").distinct().toList();
    }

    private static boolean isAudited(Path file) {
        try {
            return file.toString().endsWith(".java")
                    && AUDITED.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> asvs() {
        return list("/security/asvs-5.0.0-level-2.txt");
    }

    private static List<String> graded() {
        return list("/security/gbt-22239-2019-level-3.txt");
    }

    private static List<String> list(String name) {
        try (var in = Objects.requireNonNull(SecurityDocumentTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
