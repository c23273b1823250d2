package cn.lianxin.api.document;

import static cn.lianxin.api.document.Schemas.ordered;

import cn.lianxin.application.RequiresScope;
import cn.lianxin.platform.web.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;

/** The document in one language, drawn from the handlers themselves. */
final class OpenApi {

    /** An address with the one method by which it is asked. */
    record Route(String method, String path, HandlerMethod handler) {
        Operation operation() {
            var operation = handler.getMethodAnnotation(Operation.class);
            if (operation == null) {
                throw new IllegalStateException(handler + " is no @Operation");
            }
            return operation;
        }
    }

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^}]*)?}");

    private final Schemas schemas = new Schemas();
    private final Answers answers;
    private final Words words;

    OpenApi(Words words) {
        this.words = words;
        this.answers = new Answers(schemas, words);
    }

    Map<String, Object> of(List<Route> routes, String server) {
        var paths = new TreeMap<String, Map<String, Object>>();
        for (var route : routes) {
            paths.computeIfAbsent(VARIABLE.matcher(route.path()).replaceAll("{$1}"), _ -> new LinkedHashMap<>())
                    .put(route.method().toLowerCase(Locale.ROOT), operation(route));
        }
        var tags = Arrays.stream(Topic.values())
                .map(topic -> ordered("name", topic.tag(), "description", words.of("topic." + topic.tag())))
                .toList();
        return ordered(
                "openapi",
                "3.1.1",
                "info",
                ordered(
                        "title",
                        words.of("api.title"),
                        "version",
                        "1",
                        "description",
                        words.of("api.lead"),
                        "license",
                        ordered("name", "Apache-2.0", "identifier", "Apache-2.0")),
                "servers",
                List.of(ordered("url", server)),
                "security",
                List.of(Map.of("token", List.of())),
                "tags",
                tags,
                "paths",
                paths,
                "components",
                components());
    }

    private Map<String, Object> components() {
        return ordered(
                "securitySchemes",
                ordered("token", ordered("type", "http", "scheme", "bearer", "description", words.of("api.token"))),
                "schemas",
                schemas.components(),
                "headers",
                answers.headers(),
                "responses",
                answers.problems());
    }

    private Map<String, Object> operation(Route route) {
        var method = route.handler();
        var operation = route.operation();
        var name = method.getMethod().getName();
        var drawn = ordered(
                "operationId",
                name,
                "tags",
                List.of(operation.value().tag()),
                "summary",
                words.of("operation." + name),
                "security",
                security(method));
        var parameters = new Parameters(schemas, words).of(route);
        if (!parameters.isEmpty()) {
            drawn.put("parameters", parameters);
        }
        for (var parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(FromBody.class)) {
                var shape = Shapes.of(parameter.getGenericParameterType());
                drawn.put("requestBody", body("application/json", schemas.of(shape, Schemas.Use.ASKED)));
            } else if (parameter.hasParameterAnnotation(FromFile.class)) {
                drawn.put("requestBody", body("application/octet-stream", Map.of()));
            }
        }
        drawn.put("responses", answers.of(route, statusOf(method)));
        return drawn;
    }

    private static Map<String, Object> body(String type, Map<String, Object> schema) {
        return ordered("required", true, "content", ordered(type, ordered("schema", schema)));
    }

    static String statusOf(HandlerMethod method) {
        var status = method.getMethodAnnotation(ResponseStatus.class);
        return status == null ? "200" : String.valueOf(status.value().value());
    }

    /** A token with any one of these scopes. */
    private static List<Map<String, Object>> security(HandlerMethod method) {
        var required = method.getMethodAnnotation(RequiresScope.class);
        if (required == null) {
            required = method.getBeanType().getAnnotation(RequiresScope.class);
        }
        return required == null
                ? List.of(Map.of())
                : Arrays.stream(required.value())
                        .map(scope -> Map.<String, Object>of("token", List.of(scope.code())))
                        .toList();
    }
}
