package cn.lianxin.api.document;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes records of JSON as their {@link Shape} allows, and names the field that it does not. */
final class Reader {

    private Reader() {}

    static Object read(JsonNode node, Shape shape, String field) {
        return switch (shape) {
            case Shape.Text text -> Scalars.text(node, text, field);
            case Shape.Whole whole -> Scalars.whole(node, whole, field);
            case Shape.Decimal _ -> Scalars.decimal(node, field);
            case Shape.Flag _ -> Scalars.flag(node, field);
            case Shape.Choice choice -> Scalars.choice(Scalars.string(node, field), choice, field);
            case Shape.Day _ -> Scalars.day(Scalars.string(node, field), field);
            case Shape.Moment _ -> Scalars.moment(Scalars.string(node, field), field);
            case Shape.Id _ -> Scalars.id(Scalars.string(node, field), field);
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

    private static String below(String field, String name) {
        return field.isEmpty() ? name : field + "." + name;
    }

    private static String shown(String name) {
        var clean = name.replaceAll("[^\\p{L}\\p{N}_.-]", "?");
        return clean.length() <= 40 ? clean : clean.substring(0, 40);
    }
}
