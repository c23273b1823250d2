package cn.lianxin.problem;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;

import cn.lianxin.shape.Generated;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The picture of a problem's life is drawn from its types. */
class ProblemStateDiagramTest {

    private static final Path DOCUMENT = Path.of("docs/states/problem.md");
    private static final Path SOURCE = Path.of("src/main/java/cn/lianxin/problem/ProblemState.java");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern MEANING = Pattern.compile("/\\*\\* (.+?) \\*/\\s+record (\\w+)\\(");

    @Test
    void the_diagram_of_the_states_is_drawn_from_their_types() throws IOException {
        var moves = new TreeMap<String, TreeSet<String>>();
        for (var state : states()) {
            movesOf(state)
                    .forEach(move -> moves.computeIfAbsent(
                                    state.getSimpleName() + " --> "
                                            + move.getReturnType().getSimpleName(),
                                    _ -> new TreeSet<>())
                            .add(move.getName()));
        }
        var lines = moves.entrySet().stream()
                .map(line -> "    " + line.getKey() + " : " + String.join(", ", line.getValue()) + "\n")
                .collect(joining());

        Generated.mustBe(
                "```mermaid\nstateDiagram-v2\n    [*] --> Opened : open\n" + lines + "    Closed --> [*]\n```\n",
                "states",
                DOCUMENT);
    }

    @Test
    void every_state_is_explained_by_its_words_and_its_javadoc() throws IOException {
        var chinese = messages("problem_zh_CN.properties");
        var english = messages("problem_en.properties");
        var meanings = new TreeMap<String, String>();
        MEANING.matcher(Files.readString(SOURCE)).results().forEach(it -> meanings.put(it.group(2), it.group(1)));
        var rows = states().stream()
                .map(state -> "| `%s` | %s | %s | %s |\n"
                        .formatted(
                                state.getSimpleName(),
                                chinese.getProperty("problem-state." + code(state)),
                                english.getProperty("problem-state." + code(state)),
                                meanings.get(state.getSimpleName())))
                .collect(joining());

        Generated.mustBe("| state | 中文 | English | meaning |\n|---|---|---|---|\n" + rows, "explanations", DOCUMENT);
    }

    private static String code(Class<?> state) {
        return state.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(java.util.Locale.ROOT);
    }

    private static Properties messages(String file) throws IOException {
        var messages = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(file))) {
            messages.load(reader);
        }
        return messages;
    }

    /** Of the state itself and of the interfaces that it is. */
    private static Stream<Method> movesOf(Class<?> state) {
        return typesOf(state)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> ProblemState.class.isAssignableFrom(method.getReturnType()));
    }

    private static Stream<Class<?>> typesOf(Class<?> type) {
        return Stream.concat(
                        Stream.of(type), Arrays.stream(type.getInterfaces()).flatMap(ProblemStateDiagramTest::typesOf))
                .distinct();
    }

    private static List<Class<?>> states() throws IOException {
        var source = Files.readString(SOURCE);
        return Arrays.<Class<?>>stream(ProblemState.class.getDeclaredClasses())
                .filter(Class::isRecord)
                .filter(ProblemState.class::isAssignableFrom)
                .sorted(comparingInt(state -> source.indexOf("record " + state.getSimpleName() + "(")))
                .toList();
    }
}
