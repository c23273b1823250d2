package cn.lianxin.concern;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;

import cn.lianxin.shape.Generated;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StateDiagramTest {

    private static final Path DOCUMENT = Path.of("docs/states/concern.md");
    private static final String SOURCE = read(Path.of("src/main/java/cn/lianxin/concern/ConcernState.java"));
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern MEANING = Pattern.compile("/\\*\\* (.+?) \\*/\\s+record (\\w+)\\(");

    @Test
    void the_diagram_of_the_states_is_drawn_from_their_types() throws IOException {
        Generated.mustBe(diagram(), "states", DOCUMENT);
    }

    @Test
    void every_state_is_explained_by_its_words_and_its_javadoc() throws IOException {
        Generated.mustBe(explanations(), "explanations", DOCUMENT);
    }

    private static String diagram() {
        var moves = new TreeMap<String, TreeSet<String>>();
        for (var state : statesOf(ConcernState.class)) {
            for (var move :
                    movesOf(state).filter(move -> !isOpenToEveryOpenState(move)).toList()) {
                for (var next : statesOf(move.getReturnType())) {
                    moves.computeIfAbsent(state.getSimpleName() + " --> " + next.getSimpleName(), _ -> new TreeSet<>())
                            .add(move.getName());
                }
            }
        }
        return "```mermaid\nstateDiagram-v2\n    [*] --> Filed : raise\n" + lines(moves) + over() + "```\n\n"
                + everywhere();
    }

    private static String lines(Map<String, TreeSet<String>> moves) {
        return moves.entrySet().stream()
                .map(line -> "    " + line.getKey() + " : " + String.join(", ", line.getValue()) + "\n")
                .collect(joining());
    }

    private static String over() {
        return statesOf(ConcernState.class).stream()
                .filter(state -> !ConcernState.Open.class.isAssignableFrom(state))
                .map(state -> "    " + state.getSimpleName() + " --> [*]\n")
                .collect(joining());
    }

    /** What every open state permits would hide the rest of the picture. */
    private static String everywhere() {
        return movesIn(ConcernState.Open.class)
                .map(move -> "Besides, every state with a way out has `" + move.getName() + "`, which leads to `"
                        + move.getReturnType().getSimpleName() + "`.\n")
                .collect(joining());
    }

    private static String explanations() throws IOException {
        var chinese = messages("concern_zh_CN.properties");
        var english = messages("concern_en.properties");
        var meanings = new TreeMap<String, String>();
        MEANING.matcher(SOURCE).results().forEach(it -> meanings.put(it.group(2), it.group(1)));
        return "| state | 中文 | English | meaning |\n|---|---|---|---|\n"
                + statesOf(ConcernState.class).stream()
                        .map(state -> "| `%s` | %s | %s | %s |\n"
                                .formatted(
                                        state.getSimpleName(),
                                        chinese.getProperty("state." + ConcernJson.name(state)),
                                        english.getProperty("state." + ConcernJson.name(state)),
                                        meanings.get(state.getSimpleName())))
                        .collect(joining());
    }

    private static Properties messages(String file) throws IOException {
        var messages = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(file))) {
            messages.load(reader);
        }
        return messages;
    }

    private static boolean isOpenToEveryOpenState(Method move) {
        return move.getDeclaringClass().equals(ConcernState.Open.class);
    }

    /** The moves of the state itself and of the interfaces that it is. */
    private static Stream<Method> movesOf(Class<?> state) {
        var data = Arrays.stream(state.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        return typesOf(state).flatMap(StateDiagramTest::movesIn).filter(move -> !data.contains(move.getName()));
    }

    private static Stream<Class<?>> typesOf(Class<?> type) {
        return Stream.concat(
                        Stream.of(type), Arrays.stream(type.getInterfaces()).flatMap(StateDiagramTest::typesOf))
                .distinct();
    }

    private static Stream<Method> movesIn(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> ConcernState.class.isAssignableFrom(method.getReturnType()));
    }

    /** The record itself, or all records that a sealed type permits, in the order in which they are written. */
    private static List<Class<?>> statesOf(Class<?> type) {
        return Arrays.<Class<?>>stream(ConcernState.class.getDeclaredClasses())
                .filter(Class::isRecord)
                .filter(type::isAssignableFrom)
                .filter(ConcernState.class::isAssignableFrom)
                .sorted(comparingInt(state -> SOURCE.indexOf("record " + state.getSimpleName() + "(")))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
