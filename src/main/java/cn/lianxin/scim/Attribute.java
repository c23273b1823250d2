package cn.lianxin.scim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** An attribute as its schema defines it (RFC 7643 §7). */
record Attribute(
        String name,
        String type,
        boolean multiValued,
        Mutability mutability,
        Returned returned,
        List<Attribute> subAttributes) {

    enum Mutability {
        READONLY,
        READWRITE,
        IMMUTABLE,
        WRITEONLY
    }

    enum Returned {
        ALWAYS,
        DEFAULT,
        REQUEST,
        NEVER
    }

    static Attribute of(JsonNode definition) {
        return new Attribute(
                definition.get("name").asString(),
                definition.get("type").asString(),
                definition.get("multiValued").asBoolean(),
                Mutability.valueOf(definition.get("mutability").asString().toUpperCase(Locale.ROOT)),
                Returned.valueOf(definition.get("returned").asString().toUpperCase(Locale.ROOT)),
                allOf(definition.path("subAttributes")));
    }

    static List<Attribute> allOf(JsonNode definitions) {
        return StreamSupport.stream(definitions.spliterator(), false)
                .map(Attribute::of)
                .toList();
    }

    /** Names are the same in capitals and small letters. */
    static Optional<Attribute> named(List<Attribute> attributes, String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name.equalsIgnoreCase(name))
                .findFirst();
    }

    Optional<Attribute> sub(String name) {
        return named(subAttributes, name);
    }

    boolean complex() {
        return type.equals("complex");
    }

    boolean readOnly() {
        return mutability == Mutability.READONLY;
    }
}
