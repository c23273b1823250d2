package cn.lianxin.scim;

import cn.lianxin.scim.Patch.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an operation changes: {@code title}, {@code name.formatted}, {@code phoneNumbers[type eq "mobile"].value}.
 *
 * @param filter which values of several
 */
record PatchTarget(ResourceKind kind, AttributePath path, Optional<Filter> filter) {

    private static final String MEMBERS = "members";

    /** @throws ScimFault {@code invalidPath}, {@code invalidFilter} */
    static PatchTarget parse(String text, ResourceKind kind) {
        var opening = text.indexOf('[');
        if (opening < 0) {
            return new PatchTarget(kind, AttributePath.parse(text, kind), Optional.empty());
        }
        var closing = text.lastIndexOf(']');
        var rest = text.substring(closing + 1);
        if (opening == 0 || closing < opening || !rest.isEmpty() && !rest.startsWith(".")) {
            throw new ScimFault(Fault.PATH_WRONG, text);
        }
        var path = AttributePath.parse(text.substring(0, opening) + rest, kind);
        return new PatchTarget(kind, path, Optional.of(FilterParser.parse(text.substring(opening + 1, closing))));
    }

    void apply(Verb verb, @Nullable JsonNode value, ObjectNode resource) {
        if (path.wholeSchema()) {
            schema(verb, value, resource);
            return;
        }
        if (!kind.owns(path) || kind.forgets(path)) {
            return;
        }
        var attribute = kind.find(path).orElseThrow(() -> new ScimFault(Fault.PATH_WRONG, path.toString()));
        if (attribute.readOnly()) {
            throw new ScimFault(
                    attribute.name().equals(MEMBERS) ? Fault.MEMBERS_BY_DEPARTMENT : Fault.READ_ONLY, attribute.name());
        }
        var container = kind.inExtension(path) ? extension(resource) : resource;
        var sub = sub(attribute);
        if (filter.isPresent()) {
            filtered(verb, value, container, attribute, sub);
        } else if (sub.isPresent()) {
            part(verb, value, container, attribute, sub.get());
        } else {
            whole(verb, value, container, attribute);
        }
    }

    private Optional<Attribute> sub(Attribute attribute) {
        if (path.sub().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                attribute.sub(path.sub()).orElseThrow(() -> new ScimFault(Fault.PATH_WRONG, path.toString())));
    }

    /** The path is a schema: each attribute that the value names, or all of them. */
    private void schema(Verb verb, @Nullable JsonNode value, ObjectNode resource) {
        if (verb == Verb.REMOVE) {
            resource.remove(path.urn());
        } else if (value instanceof ObjectNode object) {
            object.properties().forEach(property -> {
                var inner = parse(path.urn() + ":" + property.getKey(), kind);
                var given = property.getValue().isNull() ? null : property.getValue();
                inner.apply(given == null ? Verb.REMOVE : verb, given, resource);
            });
        } else {
            throw new ScimFault(Fault.VALUE_WRONG, path.urn());
        }
    }

    private ObjectNode extension(ObjectNode resource) {
        var urn = kind.extension().urn();
        return resource.get(urn) instanceof ObjectNode known ? known : resource.putObject(urn);
    }

    private static void whole(Verb verb, @Nullable JsonNode value, ObjectNode container, Attribute attribute) {
        if (value == null) {
            container.remove(attribute.name());
            return;
        }
        if (verb == Verb.REMOVE) {
            container.remove(attribute.name());
            return;
        }
        var clean = Document.value(attribute, value);
        if (attribute.multiValued() && verb == Verb.ADD && container.get(attribute.name()) instanceof ArrayNode known) {
            clean.forEach(one -> addOnce(known, one));
        } else if (attribute.complex() && container.get(attribute.name()) instanceof ObjectNode known) {
            known.setAll((ObjectNode) clean);
        } else {
            container.set(attribute.name(), clean);
        }
    }

    private static void addOnce(ArrayNode list, JsonNode value) {
        for (var known : list) {
            if (known.equals(value)) {
                return;
            }
        }
        list.add(value);
    }

    private static void part(
            Verb verb, @Nullable JsonNode value, ObjectNode container, Attribute attribute, Attribute sub) {
        if (!attribute.multiValued()) {
            var object = container.get(attribute.name()) instanceof ObjectNode known
                    ? known
                    : container.putObject(attribute.name());
            set(verb, value, object, sub);
            return;
        }
        var list = list(container, attribute);
        if (list.isEmpty() && verb != Verb.REMOVE) {
            list.addObject();
        }
        list.forEach(one -> set(verb, value, (ObjectNode) one, sub));
    }

    private static void set(Verb verb, @Nullable JsonNode value, ObjectNode object, Attribute sub) {
        if (verb == Verb.REMOVE || value == null) {
            object.remove(sub.name());
        } else {
            object.set(sub.name(), Document.value(sub, value));
        }
    }

    private static ArrayNode list(ObjectNode container, Attribute attribute) {
        return container.get(attribute.name()) instanceof ArrayNode known
                ? known
                : container.putArray(attribute.name());
    }

    private void filtered(
            Verb verb, @Nullable JsonNode value, ObjectNode container, Attribute attribute, Optional<Attribute> sub) {
        if (!attribute.multiValued()) {
            throw new ScimFault(Fault.PATH_WRONG, path.toString());
        }
        var wanted = new FilterMatch(filter.orElseThrow());
        var list = list(container, attribute);
        var matching = new ArrayList<ObjectNode>();
        list.forEach(one -> {
            if (wanted.test(one)) {
                matching.add((ObjectNode) one);
            }
        });
        if (matching.isEmpty()) {
            if (verb != Verb.ADD) {
                throw new ScimFault(Fault.NO_TARGET, path.toString());
            }
            matching.add(described(filter.orElseThrow(), attribute, list.addObject()));
        }
        change(verb, value, list, matching, attribute, sub);
    }

    private static void change(
            Verb verb,
            @Nullable JsonNode value,
            ArrayNode list,
            List<ObjectNode> matching,
            Attribute attribute,
            Optional<Attribute> sub) {
        if (sub.isPresent()) {
            matching.forEach(one -> set(verb, value, one, sub.get()));
        } else if (verb == Verb.REMOVE || value == null) {
            for (var at = list.size() - 1; at >= 0; at--) {
                var one = list.get(at);
                if (matching.stream().anyMatch(gone -> gone == one)) {
                    list.remove(at);
                }
            }
        } else {
            var clean = Document.value(attribute, value).get(0);
            matching.forEach(one -> one.setAll((ObjectNode) clean));
        }
    }

    /** A value that is not there yet is made as the filter describes it. */
    private ObjectNode described(Filter described, Attribute attribute, ObjectNode one) {
        switch (described) {
            case Filter.And(var left, var right) -> {
                described(left, attribute, one);
                described(right, attribute, one);
            }
            case Filter.Compare(var name, var operator, var value)
            when operator == Filter.Operator.EQ ->
                attribute.sub(name).ifPresentOrElse(sub -> one.set(sub.name(), Document.value(sub, value)), () -> {
                    throw new ScimFault(Fault.PATH_WRONG, name);
                });
            case Filter.Compare _, Filter.Or _, Filter.Not _, Filter.Present _, Filter.Within _ ->
                throw new ScimFault(Fault.NO_TARGET, path.toString());
        }
        return one;
    }
}
