package cn.lianxin.api.document;

import static cn.lianxin.api.document.Schemas.ordered;

import cn.lianxin.platform.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;

/** What an operation is asked by, besides its body. */
final class Parameters {

    /** Moves on one concern, which may say what they were decided on. */
    private static final String MOVES = DocumentController.BELOW + "concerns/{number}/";

    private final Schemas schemas;
    private final Words words;

    Parameters(Schemas schemas, Words words) {
        this.schemas = schemas;
        this.words = words;
    }

    List<Map<String, Object>> of(OpenApi.Route route) {
        var parameters = new ArrayList<Map<String, Object>>();
        for (var parameter : route.handler().getMethodParameters()) {
            if (parameter.hasParameterAnnotation(PathVariable.class)) {
                parameters.add(ofPath(parameter));
            } else if (parameter.hasParameterAnnotation(FromQuery.class)) {
                var shape = (Shape.Thing) Shapes.of(parameter.getGenericParameterType());
                shape.fields().forEach(field -> parameters.add(ofQuery(field)));
            }
        }
        if (Receipts.mayCome(route.handler())) {
            parameters.add(header(Receipts.HEADER, "api.receipt", false, "[0-9]{20}"));
        }
        if (!route.method().equals("GET")) {
            if (route.path().startsWith(MOVES)) {
                parameters.add(header("If-Match", "api.if-match", false, "\"[0-9]+\""));
            }
            parameters.add(header(
                    "Idempotency-Key", "api.idempotency-key", route.operation().onlyOnce(), "[!-~]{1,200}"));
        }
        return parameters;
    }

    private Map<String, Object> ofPath(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        var name = String.valueOf(parameter.getParameterName());
        return ordered(
                "name",
                name,
                "in",
                "path",
                "required",
                true,
                "description",
                words.of("path." + name),
                "schema",
                ordered("type", "string", "minLength", 1));
    }

    private Map<String, Object> ofQuery(Shape.Field field) {
        return ordered(
                "name",
                field.name(),
                "in",
                "query",
                "required",
                !Schemas.mayBeMissing(field),
                "schema",
                schemas.of(field.shape(), Schemas.Use.ASKED));
    }

    private Map<String, Object> header(String name, String key, boolean required, String pattern) {
        return ordered(
                "name",
                name,
                "in",
                "header",
                "required",
                required,
                "description",
                words.of(key),
                "schema",
                ordered("type", "string", "pattern", "^" + pattern + "$"));
    }
}
