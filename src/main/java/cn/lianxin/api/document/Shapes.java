package cn.lianxin.api.document;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the {@link Shape} of a Java type: of records, of what they are made of, and of nothing else. */
final class Shapes {

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_LIST = 1_000;

    private Shapes() {}

    static Shape of(Type type) {
        return of(type, new Annotation[0], Map.of());
    }

    /** @param variables what stands for the type variables of a generic record */
    private static Shape of(Type type, Annotation[] limits, Map<String, Type> variables) {
        return switch (type) {
            case TypeVariable<?> variable -> of(known(variable, variables), limits, variables);
            case ParameterizedType generic -> generic(generic, limits, variables);
            case Class<?> plain -> plain(plain, limits, Map.of(), plain.getSimpleName());
            default -> throw new IllegalArgumentException("no shape for " + type);
        };
    }

    private static Shape generic(ParameterizedType type, Annotation[] limits, Map<String, Type> variables) {
        var raw = (Class<?>) type.getRawType();
        var argument = type.getActualTypeArguments()[0];
        if (Collection.class.isAssignableFrom(raw)) {
            var size = find(Size.class, limits);
            return new Shape.Many(of(argument, new Annotation[0], variables), size == null ? LONGEST_LIST : size.max());
        }
        if (raw == Optional.class) {
            return of(argument, limits, variables);
        }
        var name = argument instanceof Class<?> row ? row.getSimpleName() : argument.getTypeName();
        return plain(raw, limits, Map.of(raw.getTypeParameters()[0].getName(), argument), name + raw.getSimpleName());
    }

    private static Shape plain(Class<?> type, Annotation[] limits, Map<String, Type> variables, String name) {
        if (type == String.class) {
            return text(limits);
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return whole(type, limits);
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Shape.Flag();
        }
        if (type == double.class || type == Double.class) {
            return new Shape.Decimal();
        }
        if (type == LocalDate.class) {
            return new Shape.Day();
        }
        if (type == Instant.class) {
            return new Shape.Moment();
        }
        if (type == UUID.class) {
            return new Shape.Id();
        }
        if (type.isEnum()) {
            @SuppressWarnings("unchecked")
            var constants = (Class<? extends Enum<?>>) type;
            return new Shape.Choice(constants);
        }
        if (type.isRecord()) {
            return thing(type.asSubclass(Record.class), variables, name);
        }
        throw new IllegalArgumentException("no shape for " + type);
    }

    private static Shape.Thing thing(Class<? extends Record> type, Map<String, Type> variables, String name) {
        var fields = Arrays.stream(type.getRecordComponents())
                .map(component -> field(component, variables))
                .toList();
        return new Shape.Thing(name, type, fields);
    }

    private static Shape.Field field(RecordComponent component, Map<String, Type> variables) {
        var shape = of(component.getGenericType(), component.getAnnotations(), variables);
        return new Shape.Field(component.getName(), shape, component.getType() == Optional.class);
    }

    private static Shape text(Annotation[] limits) {
        var size = find(Size.class, limits);
        var pattern = find(Pattern.class, limits);
        return new Shape.Text(
                size == null ? 0 : size.min(),
                size == null ? LONGEST_TEXT : size.max(),
                Optional.ofNullable(pattern).map(Pattern::regexp));
    }

    private static Shape whole(Class<?> type, Annotation[] limits) {
        var least = find(Min.class, limits);
        var most = find(Max.class, limits);
        var isInt = type == int.class || type == Integer.class;
        return new Shape.Whole(
                least == null ? 0 : least.value(),
                most != null ? most.value() : isInt ? Integer.MAX_VALUE : 9_007_199_254_740_991L);
    }

    private static Type known(TypeVariable<?> variable, Map<String, Type> variables) {
        var type = variables.get(variable.getName());
        if (type == null) {
            throw new IllegalArgumentException("no shape for " + variable);
        }
        return type;
    }

    private static <A extends Annotation> @Nullable A find(Class<A> type, Annotation[] limits) {
        for (var limit : limits) {
            if (type.isInstance(limit)) {
                return type.cast(limit);
            }
        }
        return null;
    }
}
