package cn.lianxin.shape;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.Lianxin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** What the documents say is there: files, rooms, commands, settings, quoted code. */
class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("(?:]\\(|src=\")([^)#:\"\\s]+)(?:#[^)\"]*)?[)\"]");
    private static final Pattern FENCED = Pattern.compile("(?s)```.*?```");
    private static final Pattern QUOTED_JAVA = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+)\\) [a-z]");
    private static final Pattern SETTING = Pattern.compile("(?:\\$\\{|\")(lianxin\\.[a-z.-]+)");

    private static final Pattern TYPE = Pattern.compile("`([a-z.]+\\.[A-Z]\\w+)`");

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path ROOMS = MAIN.resolve("cn/lianxin");
    private static final Path SCRIPT = Path.of("lianxin");
    private static final List<Path> READMES = List.of(Path.of("README.md"), Path.of("README.zh-CN.md"));

    @Test
    void every_link_leads_somewhere() throws IOException {
        for (var document : documents()) {
            assertThat(brokenLinks(document, Files.readString(document)))
                    .as("links of %s", document)
                    .isEmpty();
        }
    }

    @Test
    void a_link_that_leads_nowhere_is_noticed() {
        var text =
                "[there](pom.xml#x) [away](https://example.org) [gone](docs/gone.md) <img src=\"gone.png\" alt=\"\">";

        assertThat(brokenLinks(Path.of("README.md"), text)).containsExactly("docs/gone.md", "gone.png");
    }

    @Test
    void both_readmes_name_every_room() throws IOException {
        for (var readme : READMES) {
            var text = Files.readString(readme);
            ApplicationModules.of(Lianxin.class).forEach(module -> {
                var room = module.getIdentifier().toString().replace("platform.", "");
                assertThat(text).as("%s names the room", readme).contains("`" + room + "`");
            });
        }
    }

    @Test
    void both_readmes_name_every_command() throws IOException {
        var commands = COMMAND.matcher(Files.readString(SCRIPT))
                .results()
                .map(found -> "./lianxin " + found.group(1))
                .toList();

        assertThat(commands).contains("./lianxin run", "./lianxin test", "./lianxin import");
        for (var readme : READMES) {
            assertThat(Files.readString(readme))
                    .as("%s names the commands", readme)
                    .contains(commands);
        }
    }

    @Test
    void every_type_of_the_glossary_stands_in_its_room() throws IOException {
        var types = TYPE.matcher(Files.readString(Path.of("docs/glossary.md")))
                .results()
                .map(found -> found.group(1).replace('.', '/') + ".java")
                .toList();

        assertThat(types).contains("concern/Concern.java");
        assertThat(types).allSatisfy(type -> assertThat(ROOMS.resolve(type)).exists());
    }

    @Test
    void operations_names_every_setting() throws IOException {
        var settings = new TreeSet<String>();
        for (var file : below(MAIN, ".java")) {
            SETTING.matcher(Files.readString(file)).results().forEach(found -> settings.add(found.group(1)));
        }

        assertThat(settings).contains("lianxin.data", "lianxin.office-hours");
        assertThat(Files.readString(Path.of("docs/operations.md"))).contains(settings);
    }

    @Test
    void quoted_code_stands_in_the_code() throws IOException {
        var code = new StringBuilder();
        for (var file : below(MAIN, ".java")) {
            code.append(Files.readString(file)).append('\n');
        }
        var standing = withoutSpace(code.toString());
        var quotes = QUOTED_JAVA
                .matcher(Files.readString(Path.of("docs/architecture.md")))
                .results()
                .toList();

        assertThat(quotes).isNotEmpty();
        assertThat(quotes)
                .allSatisfy(quote -> assertThat(standing.contains(withoutSpace(quote.group(1))))
                        .as("still in the code: %s", quote.group(1))
                        .isTrue());
    }

    private static List<String> brokenLinks(Path document, String text) {
        return LINK.matcher(FENCED.matcher(text).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !Files.exists(document.resolveSibling(link).normalize()))
                .toList();
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }

    private static List<Path> documents() throws IOException {
        return Stream.of(READMES, List.of(Path.of("CONTRIBUTING.md")), below(Path.of("docs"), ".md"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Path> below(Path root, String ending) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
