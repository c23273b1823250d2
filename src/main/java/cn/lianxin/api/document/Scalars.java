package cn.lianxin.api.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Reads what is one value: a text, a number, a constant, a day. */
final class Scalars {

    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private Scalars() {}

    static String string(JsonNode node, String field) {
        if (!node.isString()) {
            throw RequestFault.body(field, "field-kind", field, "string");
        }
        return node.asString();
    }

    static String text(JsonNode node, Shape.Text shape, String field) {
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

    static Object whole(JsonNode node, Shape.Whole shape, String field) {
        if (!node.isIntegralNumber()) {
            throw RequestFault.body(field, "field-kind", field, "integer");
        }
        if (!node.canConvertToLong() || node.asLong() < shape.least() || node.asLong() > shape.most()) {
            throw RequestFault.body(field, "field-range", field);
        }
        return node.asLong();
    }

    static Object decimal(JsonNode node, String field) {
        if (!node.isNumber()) {
            throw RequestFault.body(field, "field-kind", field, "number");
        }
        return node.asDouble();
    }

    static Object flag(JsonNode node, String field) {
        if (!node.isBoolean()) {
            throw RequestFault.body(field, "field-kind", field, "boolean");
        }
        return node.asBoolean();
    }

    static Object choice(String text, Shape.Choice choice, String field) {
        for (var constant : choice.of().getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw RequestFault.body(field, "field-choice", field);
    }

    static LocalDate day(String text, String field) {
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

    static Instant moment(String text, String field) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unclear) {
            throw RequestFault.body(field, "field-form", field);
        }
    }

    static UUID id(String text, String field) {
        if (!text.matches(ID)) {
            throw RequestFault.body(field, "field-form", field);
        }
        return UUID.fromString(text);
    }

    /** What a database of text cannot keep: NUL, and half of a character. */
    static boolean writable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
    }
}
