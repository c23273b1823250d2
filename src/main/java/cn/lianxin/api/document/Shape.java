package cn.lianxin.api.document;

import java.util.List;
import java.util.Optional;

/** What a value may be. */
sealed interface Shape {

    /** @param pattern a whole match; lengths are counted in code points, as JSON Schema does */
    record Text(int shortest, int longest, Optional<String> pattern) implements Shape {}

    record Whole(long least, long most) implements Shape {}

    record Decimal() implements Shape {}

    record Flag() implements Shape {}

    /** A constant of the enum. */
    record Choice(Class<? extends Enum<?>> of) implements Shape {}

    record Day() implements Shape {}

    record Moment() implements Shape {}

    record Id() implements Shape {}

    record Many(Shape of, int most) implements Shape {}

    record Thing(String name, Class<? extends Record> of, List<Field> fields) implements Shape {}

    /**
     * One component of a record.
     *
     * @param optional its Java type is {@link Optional}: may be missing or null where it is asked, is null where it is
     *     answered
     */
    record Field(String name, Shape shape, boolean optional) {}
}
