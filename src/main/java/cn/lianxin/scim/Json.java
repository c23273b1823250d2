package cn.lianxin.scim;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes; what is twice in one object, nested without end or followed by something is no document. */
final class Json {

    private static final int DEEPEST = 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** @throws ScimFault {@code invalidSyntax} */
    static ObjectNode object(byte[] bytes) {
        try {
            if (MAPPER.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException broken) {
            throw new ScimFault(Fault.BODY_UNCLEAR);
        }
        throw new ScimFault(Fault.BODY_UNCLEAR);
    }

    /** A literal of a filter; empty where it is none. */
    static Optional<JsonNode> literal(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(node -> node.isValueNode() && !node.isMissingNode());
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** Without regard to capitals; null where there is none. */
    static @Nullable JsonNode at(JsonNode node, String name) {
        for (var property : node.properties()) {
            if (property.getKey().equalsIgnoreCase(name)) {
                return property.getValue();
            }
        }
        return null;
    }

    static Optional<String> text(JsonNode node, String name) {
        var value = node.get(name);
        return value != null && value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }
}
