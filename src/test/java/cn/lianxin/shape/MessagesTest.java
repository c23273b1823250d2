package cn.lianxin.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern SAID_IN_TEMPLATES = Pattern.compile("screen\\.say\\(\"([a-z][a-zA-Z0-9.-]*)\"[,)]");
    private static final Pattern REFUSED_IN_CODE = Pattern.compile(
            "new Refusal\\.(?:Violation\\(\\s*\"[^\"]*\",|NotAllowed\\(|Conflict\\()\\s*\"([a-z0-9-]+)\"");
    private static final Pattern FAULT_IN_CODE = Pattern.compile("\\.add\\(\"[A-Za-z-]*\",\\s*\"([a-z0-9-]+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");

    @Test
    void both_languages_have_the_same_keys_with_the_same_placeholders_and_none_is_empty() throws IOException {
        for (var chinese : files("_zh_CN.properties")) {
            var room = chinese.getFileName().toString().replace("_zh_CN.properties", "");
            var zh = read(chinese);
            var en = read(MESSAGES.resolve(room + "_en.properties"));

            assertThat(new TreeSet<>(en.keySet())).as(room).isEqualTo(new TreeSet<>(zh.keySet()));
            for (var key : zh.keySet()) {
                var chineseSentence = zh.getOrDefault(key, "");
                var englishSentence = en.getOrDefault(key, "");
                assertThat(chineseSentence).as(key).isNotBlank();
                assertThat(englishSentence).as(key).isNotBlank();
                assertThat(placeholders(englishSentence)).as(key).isEqualTo(placeholders(chineseSentence));
            }
        }
    }

    @Test
    void no_key_stands_in_two_rooms() throws IOException {
        Map<String, String> seen = new HashMap<>();
        for (var file : files("_zh_CN.properties")) {
            for (var key : read(file).keySet()) {
                assertThat(seen.put(key, file.toString())).as(key).isNull();
            }
        }
    }

    @Test
    void everything_that_pages_say_and_code_refuses_has_a_sentence() throws IOException {
        var keys = new TreeSet<String>();
        for (var file : files("_zh_CN.properties")) {
            keys.addAll(read(file).keySet());
        }
        var missing = new ArrayList<String>();
        for (var template : below(Path.of("src/main/jte"), ".jte")) {
            collect(SAID_IN_TEMPLATES, template, "", keys, missing);
        }
        for (var source : below(Path.of("src/main/java"), ".java")) {
            collect(REFUSED_IN_CODE, source, "refusal.", keys, missing);
            collect(FAULT_IN_CODE, source, "refusal.", keys, missing);
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void the_check_would_notice_a_missing_sentence() {
        var match = REFUSED_IN_CODE.matcher("throw new Refusal.Violation(\"text\", \"no-such-sentence\", 3);");

        assertThat(match.find()).isTrue();
        assertThat(match.group(1)).isEqualTo("no-such-sentence");
    }

    private static void collect(Pattern pattern, Path file, String prefix, TreeSet<String> keys, List<String> missing)
            throws IOException {
        var match = pattern.matcher(Files.readString(file));
        while (match.find()) {
            if (!keys.contains(prefix + match.group(1))) {
                missing.add(file + ": " + prefix + match.group(1));
            }
        }
    }

    private static List<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(found -> found.group())
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, String> read(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> entries = new HashMap<>();
        properties.forEach((key, value) -> entries.put(key.toString(), value.toString()));
        return entries;
    }

    private static List<Path> files(String ending) throws IOException {
        return below(MESSAGES, ending);
    }

    private static List<Path> below(Path root, String ending) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
