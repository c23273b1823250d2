package cn.lianxin.scim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema, as it is told to clients and read by this room itself: what stands in its file is what holds.
 *
 * @param urn its id
 * @param definition the document
 */
record Schema(String urn, List<Attribute> attributes, ObjectNode definition) {

    static final Schema COMMON = load("common");

    static Schema load(String name) {
        try (var in = Objects.requireNonNull(Schema.class.getResourceAsStream("/scim/" + name + ".json"), name)) {
            var definition = Json.object(in.readAllBytes());
            return new Schema(
                    definition.get("id").asString(), Attribute.allOf(definition.get("attributes")), definition);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
