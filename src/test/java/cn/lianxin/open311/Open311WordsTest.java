package cn.lianxin.open311;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.concern.ConcernEvent;
import cn.lianxin.concern.ConcernState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Open311WordsTest {

    private static final java.util.regex.Pattern FAULT =
            java.util.regex.Pattern.compile("Fault\\.(?:wrong|notThere)\\(\\s*\"([a-z-]+)\"");

    @Test
    void every_step_every_state_and_every_fault_has_a_sentence() throws IOException {
        var keys = new TreeSet<String>();
        Stream.of(ConcernEvent.class.getPermittedSubclasses())
                .map(type -> "open311.step." + constant(type))
                .forEach(keys::add);
        records(ConcernState.class)
                .map(type -> "open311.state." + constant(type))
                .forEach(keys::add);
        try (var files = Files.walk(Path.of("src/main/java/cn/lianxin/open311"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                FAULT.matcher(Files.readString(file)).results().forEach(it -> keys.add("open311.fault." + it.group(1)));
            }
        }
        var hidden = Stream.of(
                        "NOTED",
                        "REPLY_DRAFTED",
                        "REPLY_RETURNED",
                        "HANDED_BACK",
                        "HAND_BACK_GRANTED",
                        "HAND_BACK_REFUSED",
                        "EXTENSION_ASKED",
                        "EXTENSION_REFUSED",
                        "FOLLOWED",
                        "RECLASSIFIED")
                .map(it -> "open311.step." + it)
                .collect(Collectors.toSet());

        var said = keys("zh_CN");

        assertThat(keys).hasSizeGreaterThan(60);
        assertThat(said)
                .containsAll(keys.stream().filter(it -> !hidden.contains(it)).toList());
        assertThat(said).doesNotContainAnyElementsOf(hidden);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(Open311WordsTest::records);
    }

    private static TreeSet<String> keys(String language) throws IOException {
        var properties = new Properties();
        var file = Path.of("src/main/resources/messages/open311_" + language + ".properties");
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static String constant(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
