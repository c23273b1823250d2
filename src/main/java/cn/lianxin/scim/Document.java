package cn.lianxin.scim;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings what a client sent into the form of the schemas: names as they are defined, several values as lists, the words
 * true and false as what they mean. What the product does not know or keep is left out, as the RFC allows.
 */
final class Document {

    private Document() {}

    /**
     * A whole resource to be created or replaced; what clients may not write is left out.
     *
     * @throws ScimFault {@code invalidSyntax} where its schema is not named, {@code invalidValue}
     */
    static ObjectNode resource(ResourceKind kind, ObjectNode sent) {
        requireSchema(sent, kind.core().urn());
        var clean = Json.object();
        for (var property : sent.properties()) {
            if (property.getKey().equalsIgnoreCase(kind.extension().urn())) {
                clean.set(kind.extension().urn(), extension(kind, property.getValue()));
            } else {
                put(clean, kind.attributes(), property.getKey(), property.getValue());
            }
        }
        return clean;
    }

    /** That the message says what it is. */
    static void requireSchema(ObjectNode sent, String urn) {
        var schemas = Json.at(sent, "schemas");
        if (schemas != null && schemas.isArray()) {
            for (var one : schemas) {
                if (one.isString() && one.asString().equalsIgnoreCase(urn)) {
                    return;
                }
            }
        }
        throw new ScimFault(Fault.SCHEMA_MISSING, urn);
    }

    private static ObjectNode extension(ResourceKind kind, JsonNode sent) {
        if (!(sent instanceof ObjectNode object)) {
            throw new ScimFault(Fault.VALUE_WRONG, kind.extension().urn());
        }
        var clean = Json.object();
        object.properties()
                .forEach(property -> put(clean, kind.extension().attributes(), property.getKey(), property.getValue()));
        return clean;
    }

    private static void put(ObjectNode into, java.util.List<Attribute> attributes, String name, JsonNode value) {
        Attribute.named(attributes, name)
                .filter(attribute -> !attribute.readOnly() && !value.isNull())
                .ifPresent(attribute -> into.set(attribute.name(), value(attribute, value)));
    }

    /** @throws ScimFault {@code invalidValue} */
    static JsonNode value(Attribute attribute, JsonNode sent) {
        if (!attribute.multiValued()) {
            return one(attribute, unwrapped(attribute, sent));
        }
        var list = Json.object().arrayNode();
        if (sent instanceof ArrayNode several) {
            several.forEach(one -> list.add(one(attribute, one)));
        } else {
            list.add(one(attribute, sent));
        }
        return list;
    }

    /** Some send {@code [{"value": "x"}]} where a single value is meant. */
    private static JsonNode unwrapped(Attribute attribute, JsonNode sent) {
        if (sent instanceof ArrayNode list && list.size() == 1) {
            var only = list.get(0);
            var value = only.isObject() && !attribute.complex() ? Json.at(only, "value") : only;
            return value == null ? sent : value;
        }
        return sent;
    }

    private static JsonNode one(Attribute attribute, JsonNode sent) {
        if (attribute.complex()) {
            if (!(sent instanceof ObjectNode object)) {
                throw new ScimFault(Fault.VALUE_WRONG, attribute.name());
            }
            var clean = Json.object();
            object.properties()
                    .forEach(property -> put(clean, attribute.subAttributes(), property.getKey(), property.getValue()));
            return clean;
        }
        if (attribute.type().equals("boolean")) {
            return flag(attribute, sent);
        }
        if (!sent.isString() || sent.asString().indexOf('\0') >= 0) {
            throw new ScimFault(Fault.VALUE_WRONG, attribute.name());
        }
        return sent;
    }

    private static JsonNode flag(Attribute attribute, JsonNode sent) {
        if (sent.isBoolean()) {
            return sent;
        }
        if (sent.isString() && sent.asString().equalsIgnoreCase("true")) {
            return BooleanNode.TRUE;
        }
        if (sent.isString() && sent.asString().equalsIgnoreCase("false")) {
            return BooleanNode.FALSE;
        }
        throw new ScimFault(Fault.VALUE_WRONG, attribute.name());
    }
}
