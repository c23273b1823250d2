package cn.lianxin.api.document;

import static cn.lianxin.api.document.Schemas.ordered;

import cn.lianxin.platform.web.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What operations answer: what was asked, or a problem. */
final class Answers {

    private static final String PROBLEM = "application/problem+json";

    private final Schemas schemas;
    private final Words words;

    Answers(Schemas schemas, Words words) {
        this.schemas = schemas;
        this.words = words;
    }

    Map<String, Object> of(OpenApi.Route route, String status) {
        var answers = ordered(status, success(route));
        for (var problem : possible(route)) {
            answers.put(problem, ordered("$ref", "#/components/responses/" + problem));
        }
        return answers;
    }

    private static List<String> possible(OpenApi.Route route) {
        var problems = new ArrayList<>(List.of("400", "401", "403", "404", "406", "429"));
        if (!route.method().equals("GET")) {
            problems.addAll(List.of("409", "413", "415", "422"));
        }
        return problems;
    }

    private Map<String, Object> success(OpenApi.Route route) {
        var answer = ordered("description", words.of("api.success"));
        var headers = limits();
        if (!route.method().equals("GET")) {
            headers.put("Idempotency-Replayed", reference("Idempotency-Replayed"));
        }
        var type = route.handler().getMethod().getGenericReturnType();
        var files = route.operation().file();
        var content = new LinkedHashMap<String, Object>();
        if (files.length > 0) {
            for (var file : files) {
                content.put(file, ordered("schema", Map.of()));
            }
        } else if (type != void.class) {
            var shape = Shapes.of(type);
            content.put("application/json", ordered("schema", schemas.of(shape, Schemas.Use.ANSWERED)));
            if (shape instanceof Shape.Thing thing && thing.of() == Rows.class) {
                headers.put("Link", reference("Link"));
            }
        }
        answer.put("headers", headers);
        if (!content.isEmpty()) {
            answer.put("content", content);
        }
        return answer;
    }

    private static Map<String, Object> limits() {
        return ordered("RateLimit", reference("RateLimit"), "RateLimit-Policy", reference("RateLimit-Policy"));
    }

    private static Map<String, Object> reference(String header) {
        return ordered("$ref", "#/components/headers/" + header);
    }

    Map<String, Object> headers() {
        var headers = new LinkedHashMap<String, Object>();
        for (var name : List.of("RateLimit", "RateLimit-Policy", "Link", "Idempotency-Replayed")) {
            headers.put(
                    name, ordered("description", words.of("api.header." + name), "schema", ordered("type", "string")));
        }
        return headers;
    }

    Map<String, Object> problems() {
        schemas.components().put("Problem", problem());
        var problems = new LinkedHashMap<String, Object>();
        for (var status : List.of("400", "401", "403", "404", "406", "409", "413", "415", "422", "429")) {
            var answer = ordered("description", words.of("api.problem." + status));
            // An address that is none is refused before it is read.
            if (!status.equals("400")) {
                answer.put("headers", limits());
            }
            answer.put("content", ordered(PROBLEM, ordered("schema", ordered("$ref", "#/components/schemas/Problem"))));
            problems.put(status, answer);
        }
        return problems;
    }

    /** RFC 9457; the field is where it is wrong. */
    private static Map<String, Object> problem() {
        return ordered(
                "type",
                "object",
                "properties",
                ordered(
                        "type",
                        ordered("type", "string", "pattern", "^urn:lianxin:refusal:[a-z0-9-]+$"),
                        "title",
                        ordered("type", "string", "pattern", "^[a-z0-9-]+$"),
                        "status",
                        ordered("type", "integer", "minimum", 400, "maximum", 499),
                        "detail",
                        ordered("type", "string", "minLength", 1),
                        "instance",
                        ordered("type", "string"),
                        "field",
                        ordered("type", "string")),
                "required",
                List.of("type", "title", "status", "detail"),
                "additionalProperties",
                false);
    }
}
