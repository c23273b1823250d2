package cn.lianxin.api.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON Schema of shapes; things have a name and stand once. */
final class Schemas {

    /** Whether somebody sends it or gets it: an optional part may be missing in the one and is null in the other. */
    enum Use {
        ASKED,
        ANSWERED
    }

    private final Map<String, Shape.Thing> named = new LinkedHashMap<>();
    private final Map<String, Object> components = new TreeMap<>();

    Map<String, Object> components() {
        return components;
    }

    Map<String, Object> of(Shape shape, Use use) {
        return switch (shape) {
            case Shape.Text text -> text(text, use);
            case Shape.Whole(var least, var most) -> ordered("type", "integer", "minimum", least, "maximum", most);
            case Shape.Decimal _ -> ordered("type", "number");
            case Shape.Flag _ -> ordered("type", "boolean");
            case Shape.Choice(var of) -> ordered("type", "string", "enum", names(of));
            case Shape.Day _ -> ordered("type", "string", "format", "date");
            case Shape.Moment _ -> ordered("type", "string", "format", "date-time");
            case Shape.Id _ -> ordered("type", "string", "format", "uuid");
            case Shape.Many(var of, var most) -> {
                var many = ordered("type", "array", "items", of(of, use));
                if (use == Use.ASKED) {
                    many.put("maxItems", most);
                }
                yield many;
            }
            case Shape.Thing thing -> reference(thing, use);
        };
    }

    private Map<String, Object> text(Shape.Text text, Use use) {
        var schema = ordered("type", "string");
        if (use == Use.ASKED) {
            schema.put("minLength", text.shortest());
            schema.put("maxLength", text.longest());
        }
        text.pattern().ifPresent(pattern -> schema.put("pattern", "^(?:" + pattern + ")$"));
        return schema;
    }

    private Map<String, Object> reference(Shape.Thing thing, Use use) {
        var before = named.putIfAbsent(thing.name(), thing);
        if (before != null && (before.of() != thing.of() || !before.equals(thing))) {
            throw new IllegalStateException("two shapes of one name: " + before.of() + " and " + thing.of());
        }
        if (before == null) {
            components.put(thing.name(), Map.of());
            components.put(thing.name(), object(thing, use));
        }
        return ordered("$ref", "#/components/schemas/" + thing.name());
    }

    private Map<String, Object> object(Shape.Thing thing, Use use) {
        var properties = new LinkedHashMap<String, Object>();
        for (var field : thing.fields()) {
            var schema = of(field.shape(), use);
            properties.put(field.name(), field.optional() ? orNull(schema) : schema);
        }
        var required = thing.fields().stream()
                .filter(field -> use == Use.ANSWERED || !mayBeMissing(field))
                .map(Shape.Field::name)
                .toList();
        var schema = ordered("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    static boolean mayBeMissing(Shape.Field field) {
        return field.optional() || field.shape() instanceof Shape.Many;
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        if (schema.containsKey("$ref")) {
            return ordered("anyOf", List.of(schema, Map.of("type", "null")));
        }
        schema.put("type", List.of(Objects.requireNonNull(schema.get("type")), "null"));
        if (schema.get("enum") instanceof List<?> constants) {
            var withNull = new ArrayList<@Nullable Object>(constants);
            withNull.add(null);
            schema.put("enum", withNull);
        }
        return schema;
    }

    private static List<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    /** A map that keeps its order, as a document is read. */
    static Map<String, Object> ordered(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
