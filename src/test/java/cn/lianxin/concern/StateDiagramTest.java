package cn.lianxin.concern;

import cn.lianxin.shape.Generated;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StateDiagramTest {

    @Test
    void the_diagram_of_the_states_is_drawn_from_their_types() throws IOException {
        Generated.mustBe(diagram(), "states", Path.of("docs/states/concern.md"));
    }

    private static String diagram() {
        var lines = new TreeSet<String>();
        for (var state : statesOf(ConcernState.class)) {
            for (var method : movesOf(state)) {
                for (var next : statesOf(method.getReturnType())) {
                    lines.add(
                            "    " + state.getSimpleName() + " --> " + next.getSimpleName() + " : " + method.getName());
                }
            }
        }
        return "```mermaid\nstateDiagram-v2\n    [*] --> Filed : raise\n" + String.join("\n", lines)
                + "\n    Concluded --> [*]\n    Withdrawn --> [*]\n```\n";
    }

    private static List<Method> movesOf(Class<?> state) {
        var components = Arrays.stream(state.getRecordComponents())
                .map(component -> component.getName())
                .toList();
        return declaredIn(state).stream()
                .filter(method -> ConcernState.class.isAssignableFrom(method.getReturnType()))
                .filter(method -> !components.contains(method.getName()))
                .toList();
    }

    /** Its own methods and those of the interfaces that it is. */
    private static List<Method> declaredIn(Class<?> type) {
        var methods = new ArrayList<Method>();
        for (var method : type.getDeclaredMethods()) {
            if (!Modifier.isStatic(method.getModifiers()) && !method.isSynthetic()) {
                methods.add(method);
            }
        }
        for (var parent : type.getInterfaces()) {
            methods.addAll(declaredIn(parent));
        }
        return methods;
    }

    private static List<Class<?>> statesOf(Class<?> type) {
        if (type.isRecord()) {
            return List.of(type);
        }
        var states = new ArrayList<Class<?>>();
        var permitted = type.getPermittedSubclasses();
        if (permitted != null) {
            for (var one : permitted) {
                states.addAll(statesOf(one));
            }
        }
        return states.stream().distinct().toList();
    }
}
