package cn.lianxin.scim;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is asked for, by the address or by a search message.
 *
 * @param startIndex of the first row, from 1
 * @param count rows at most
 */
record Query(Optional<Filter> filter, int startIndex, int count, Projection projection) {

    static final String MESSAGE = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";
    static final int MOST = 200;

    private static final int USUAL = 100;

    /** @throws ScimFault {@code invalidFilter}, {@code invalidValue} */
    static Query of(Map<String, String> parameters) {
        return new Query(
                Optional.ofNullable(parameters.get("filter")).map(FilterParser::parse),
                start(number(parameters.get("startIndex"), "startIndex")),
                count(number(parameters.get("count"), "count")),
                projection(parameters));
    }

    static Projection projection(Map<String, String> parameters) {
        return projection(names(parameters.get("attributes")), names(parameters.get("excludedAttributes")));
    }

    /** @throws ScimFault {@code invalidSyntax} too */
    static Query of(ObjectNode sent) {
        Document.requireSchema(sent, MESSAGE);
        var filter = Json.at(sent, "filter");
        if (filter != null && !filter.isString()) {
            throw new ScimFault(Fault.VALUE_WRONG, "filter");
        }
        return new Query(
                Optional.ofNullable(filter).map(JsonNode::asString).map(FilterParser::parse),
                start(number(text(sent, "startIndex"), "startIndex")),
                count(number(text(sent, "count"), "count")),
                projection(list(sent, "attributes"), list(sent, "excludedAttributes")));
    }

    /** How many rows come before the first. */
    long offset() {
        return startIndex - 1L;
    }

    private static Projection projection(List<String> only, List<String> without) {
        if (!only.isEmpty() && !without.isEmpty()) {
            throw new ScimFault(Fault.PARAMETER_UNCLEAR, "excludedAttributes");
        }
        return new Projection(only, without);
    }

    private static int start(Optional<Integer> given) {
        return Math.max(1, given.orElse(1));
    }

    private static int count(Optional<Integer> given) {
        return Math.clamp(given.orElse(USUAL), 0, MOST);
    }

    private static Optional<Integer> number(@org.jspecify.annotations.Nullable String text, String name) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.parseInt(text.strip()));
        } catch (NumberFormatException unclear) {
            throw new ScimFault(Fault.PARAMETER_UNCLEAR, name);
        }
    }

    private static List<String> names(@org.jspecify.annotations.Nullable String text) {
        return text == null ? List.of() : clean(Arrays.stream(text.split(",")));
    }

    private static List<String> clean(Stream<String> names) {
        return names.map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    private static @org.jspecify.annotations.Nullable String text(ObjectNode sent, String name) {
        var value = Json.at(sent, name);
        return value == null || value.isNull() ? null : value.asString("");
    }

    private static List<String> list(ObjectNode sent, String name) {
        var value = Json.at(sent, name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new ScimFault(Fault.VALUE_WRONG, name);
        }
        return clean(StreamSupport.stream(value.spliterator(), false).map(one -> one.asString("")));
    }
}
