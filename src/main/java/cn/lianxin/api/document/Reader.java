package cn.lianxin.api.document;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes records of JSON as their {@link Shape} allows, and names the field that it does not. */
final class Reader {

    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private Reader() {}

    static Object read(JsonNode node, Shape shape, String field) {
        return switch (shape) {
            case Shape.Text text -> text(node, text, field);
            case Shape.Whole whole -> whole(node, whole, field);
            case Shape.Decimal _ -> decimal(node, field);
            case Shape.Flag _ -> flag(node, field);
            case Shape.Choice choice -> choice(string(node, field), choice, field);
            case Shape.Day _ -> day(string(node, field), field);
            case Shape.Moment _ -> moment(string(node, field), field);
            case Shape.Id _ -> id(string(node, field), field);
            case Shape.Many many -> many(node, many, field);
            case Shape.Thing thing -> thing(node, thing, field);
        };
    }

    private static Object thing(JsonNode node, Shape.Thing thing, String field) {
        if (!node.isObject()) {
            throw RequestFault.body(field, "field-kind", field, "object");
        }
        var known = thing.fields().stream().map(Shape.Field::name).collect(Collectors.toSet());
        for (var name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw RequestFault.body(below(field, shown(name)), "field-unknown", shown(name));
            }
        }
        var components = thing.of().getRecordComponents();
        var values = new ArrayList<@Nullable Object>();
        for (var i = 0; i < components.length; i++) {
            values.add(component(node, thing.fields().get(i), components[i], field));
        }
        return make(thing.of(), components, values);
    }

    private static Object component(JsonNode node, Shape.Field part, RecordComponent component, String field) {
        var value = node.get(part.name());
        var name = below(field, part.name());
        if (part.optional()) {
            return value == null || value.isNull() ? Optional.empty() : Optional.of(read(value, part.shape(), name));
        }
        if (value == null) {
            if (part.shape() instanceof Shape.Many) {
                return component.getType() == Set.class ? Set.of() : List.of();
            }
            throw RequestFault.body(name, "field-missing", name);
        }
        var read = read(value, part.shape(), name);
        if (component.getType() == int.class) {
            return Math.toIntExact((Long) read);
        }
        return component.getType() == Set.class ? Set.copyOf((List<?>) read) : read;
    }

    private static Object make(Class<? extends Record> type, RecordComponent[] components, List<?> values) {
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var maker = type.getDeclaredConstructor(types);
            maker.setAccessible(true);
            return maker.newInstance(values.toArray());
        } catch (InvocationTargetException refused) {
            throw refused.getCause() instanceof RuntimeException known ? known : new IllegalStateException(refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object many(JsonNode node, Shape.Many many, String field) {
        if (!node.isArray()) {
            throw RequestFault.body(field, "field-kind", field, "array");
        }
        if (node.size() > many.most()) {
            throw RequestFault.body(field, "field-too-many", field, many.most());
        }
        var all = new ArrayList<Object>();
        for (var i = 0; i < node.size(); i++) {
            all.add(read(Objects.requireNonNull(node.get(i)), many.of(), field + "[" + i + "]"));
        }
        return List.copyOf(all);
    }

    private static String string(JsonNode node, String field) {
        if (!node.isString()) {
            throw RequestFault.body(field, "field-kind", field, "string");
        }
        return node.asString();
    }

    private static String text(JsonNode node, Shape.Text shape, String field) {
        var text = string(node, field);
        if (!writable(text)) {
            throw RequestFault.body(field, "field-unwritable", field);
        }
        var length = text.codePointCount(0, text.length());
        if (length > shape.longest()) {
            throw RequestFault.body(field, "field-too-long", field, shape.longest());
        }
        if (length < shape.shortest()
                || shape.pattern().filter(pattern -> !text.matches(pattern)).isPresent()) {
            throw RequestFault.body(field, "field-form", field);
        }
        return text;
    }

    private static Object whole(JsonNode node, Shape.Whole shape, String field) {
        if (!node.isIntegralNumber()) {
            throw RequestFault.body(field, "field-kind", field, "integer");
        }
        if (!node.canConvertToLong() || node.asLong() < shape.least() || node.asLong() > shape.most()) {
            throw RequestFault.body(field, "field-range", field);
        }
        return node.asLong();
    }

    private static Object decimal(JsonNode node, String field) {
        if (!node.isNumber()) {
            throw RequestFault.body(field, "field-kind", field, "number");
        }
        return node.asDouble();
    }

    private static Object flag(JsonNode node, String field) {
        if (!node.isBoolean()) {
            throw RequestFault.body(field, "field-kind", field, "boolean");
        }
        return node.asBoolean();
    }

    private static Object choice(String text, Shape.Choice choice, String field) {
        for (var constant : choice.of().getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw RequestFault.body(field, "field-choice", field);
    }

    private static LocalDate day(String text, String field) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= 1900 && day.getYear() <= 2999) {
                return day;
            }
        } catch (DateTimeException unclear) {
            throw RequestFault.body(field, "field-day", field);
        }
        throw RequestFault.body(field, "field-day", field);
    }

    private static Instant moment(String text, String field) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unclear) {
            throw RequestFault.body(field, "field-form", field);
        }
    }

    private static UUID id(String text, String field) {
        if (!text.matches(ID)) {
            throw RequestFault.body(field, "field-form", field);
        }
        return UUID.fromString(text);
    }

    /** What a database of text cannot keep: NUL, and half of a character. */
    static boolean writable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
    }

    private static String below(String field, String name) {
        return field.isEmpty() ? name : field + "." + name;
    }

    private static String shown(String name) {
        var clean = name.replaceAll("[^\\p{L}\\p{N}_.-]", "?");
        return clean.length() <= 40 ? clean : clean.substring(0, 40);
    }
}
