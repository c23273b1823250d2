package cn.lianxin.scim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operations of a PATCH (RFC 7644 §3.5.2) on a resource as it stands. Words of operations and names count in any
 * capitals, for the big pushers write them so.
 */
final class Patch {

    static final String MESSAGE = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private static final int MOST = 100;

    enum Verb {
        ADD,
        REPLACE,
        REMOVE
    }

    /** @param path empty where the value names what it changes */
    private record Operation(
            Verb verb, String path, @Nullable JsonNode value) {}

    private final List<Operation> operations;

    private Patch(List<Operation> operations) {
        this.operations = operations;
    }

    /** @throws ScimFault {@code invalidSyntax}, {@code noTarget} */
    static Patch of(ObjectNode sent) {
        Document.requireSchema(sent, MESSAGE);
        if (!(Json.at(sent, "Operations") instanceof ArrayNode list) || list.isEmpty() || list.size() > MOST) {
            throw new ScimFault(Fault.OPERATION_UNCLEAR);
        }
        var operations = new ArrayList<Operation>();
        list.forEach(one -> operations.addAll(operations(one)));
        return new Patch(operations);
    }

    /** An operation without a path is one for each thing that its value names. */
    private static List<Operation> operations(JsonNode sent) {
        var verb = verb(Json.at(sent, "op"));
        var path = Json.at(sent, "path");
        var value = Json.at(sent, "value");
        if (path != null && !path.isNull()) {
            if (!path.isString() || path.asString().isBlank()) {
                throw new ScimFault(Fault.PATH_WRONG, path.asString(""));
            }
            if (verb != Verb.REMOVE && value == null) {
                throw new ScimFault(Fault.VALUE_MISSING, path.asString());
            }
            return List.of(new Operation(verb, path.asString().strip(), value));
        }
        if (verb == Verb.REMOVE) {
            throw new ScimFault(Fault.NO_TARGET, "");
        }
        if (!(value instanceof ObjectNode object)) {
            throw new ScimFault(Fault.OPERATION_UNCLEAR);
        }
        return object.properties().stream()
                .filter(property -> !property.getKey().equalsIgnoreCase("schemas"))
                .map(property -> new Operation(verb, property.getKey(), property.getValue()))
                .toList();
    }

    private static Verb verb(@Nullable JsonNode word) {
        if (word != null && word.isString()) {
            for (var verb : Verb.values()) {
                if (verb.name().equals(word.asString().toUpperCase(Locale.ROOT))) {
                    return verb;
                }
            }
        }
        throw new ScimFault(Fault.OPERATION_UNCLEAR);
    }

    /**
     * Changes the resource, or throws and has changed it in part: the caller throws it away then.
     *
     * @throws ScimFault {@code invalidPath}, {@code noTarget}, {@code mutability}, {@code invalidValue}
     */
    void apply(ObjectNode resource, ResourceKind kind) {
        for (var operation : operations) {
            var value = operation.value() == null || operation.value().isNull() ? null : operation.value();
            PatchTarget.parse(operation.path(), kind)
                    .apply(value == null ? Verb.REMOVE : operation.verb(), value, resource);
        }
    }
}
