package cn.lianxin.scim;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A filter as RFC 7644 §3.4.2.2 has it. */
sealed interface Filter {

    record And(Filter left, Filter right) implements Filter {}

    record Or(Filter left, Filter right) implements Filter {}

    record Not(Filter filter) implements Filter {}

    /** Whether the attribute has a value. */
    record Present(String path) implements Filter {}

    /** @param value a string, a number, true, false or null */
    record Compare(String path, Operator operator, JsonNode value) implements Filter {}

    /** One and the same value of a multi-valued attribute fits the filter. */
    record Within(String path, Filter filter) implements Filter {}

    enum Operator {
        EQ,
        NE,
        CO,
        SW,
        EW,
        GT,
        GE,
        LT,
        LE;

        static Optional<Operator> named(String word) {
            for (var operator : values()) {
                if (operator.name().equals(word.toUpperCase(Locale.ROOT))) {
                    return Optional.of(operator);
                }
            }
            return Optional.empty();
        }
    }
}
