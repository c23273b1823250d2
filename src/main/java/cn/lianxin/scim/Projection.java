package cn.lianxin.scim;

import cn.lianxin.scim.Attribute.Returned;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which attributes an answer has (RFC 7644 §3.9).
 *
 * @param only these, where any are named; what always comes comes too
 * @param without these; never both
 */
record Projection(List<String> only, List<String> without) {

    static final Projection ALL = new Projection(List.of(), List.of());

    private static final Set<String> ALWAYS = Set.of("schemas", "id");

    Projection {
        only = List.copyOf(only);
        without = List.copyOf(without);
    }

    /** Whether the attribute, which comes only when it is asked for, is asked for. */
    boolean asksFor(ResourceKind kind, String name) {
        return only.stream()
                .map(text -> AttributePath.parse(text, kind))
                .anyMatch(path -> kind.owns(path) && path.attribute().equalsIgnoreCase(name));
    }

    ObjectNode of(ObjectNode resource, ResourceKind kind) {
        if (!only.isEmpty()) {
            return kept(resource, kind);
        }
        without.forEach(text -> remove(resource, AttributePath.parse(text, kind), kind));
        return resource;
    }

    private ObjectNode kept(ObjectNode resource, ResourceKind kind) {
        var result = Json.object();
        ALWAYS.forEach(name -> result.set(name, resource.get(name)));
        for (var text : only) {
            var path = AttributePath.parse(text, kind);
            var from = container(resource, path, kind);
            if (path.wholeSchema()) {
                if (kind.inExtension(path) && resource.has(kind.extension().urn())) {
                    result.set(
                            kind.extension().urn(),
                            resource.get(kind.extension().urn()));
                }
                continue;
            }
            kind.find(path)
                    .filter(found -> kind.owns(path) && from.has(found.name()))
                    .ifPresent(found -> {
                        var into = kind.inExtension(path)
                                ? result.withObjectProperty(kind.extension().urn())
                                : result;
                        keep(from, into, found, path);
                    });
        }
        return result;
    }

    private static void keep(ObjectNode from, ObjectNode into, Attribute attribute, AttributePath path) {
        var value = from.get(attribute.name());
        var sub = attribute.sub(path.sub());
        if (path.sub().isEmpty()) {
            into.set(attribute.name(), value);
        } else if (sub.isPresent()
                && value instanceof ObjectNode object
                && object.has(sub.get().name())) {
            var part =
                    into.get(attribute.name()) instanceof ObjectNode known ? known : into.putObject(attribute.name());
            part.set(sub.get().name(), object.get(sub.get().name()));
        } else if (sub.isPresent() && value instanceof ArrayNode list) {
            var parts = into.get(attribute.name()) instanceof ArrayNode known ? known : blank(into, attribute, list);
            for (var at = 0; at < list.size(); at++) {
                if (list.get(at).has(sub.get().name())) {
                    ((ObjectNode) parts.get(at))
                            .set(sub.get().name(), list.get(at).get(sub.get().name()));
                }
            }
        }
    }

    private static ArrayNode blank(ObjectNode into, Attribute attribute, ArrayNode list) {
        var parts = into.putArray(attribute.name());
        list.forEach(_ -> parts.addObject());
        return parts;
    }

    private static void remove(ObjectNode resource, AttributePath path, ResourceKind kind) {
        if (path.wholeSchema()) {
            if (kind.inExtension(path)) {
                resource.remove(kind.extension().urn());
            }
            return;
        }
        if (!kind.owns(path)) {
            return;
        }
        var from = container(resource, path, kind);
        kind.find(path).filter(found -> found.returned() != Returned.ALWAYS).ifPresent(found -> {
            if (path.sub().isEmpty()) {
                from.remove(found.name());
                return;
            }
            var parts = new ArrayList<ObjectNode>();
            if (from.get(found.name()) instanceof ObjectNode object) {
                parts.add(object);
            } else if (from.get(found.name()) instanceof ArrayNode list) {
                list.forEach(one -> parts.add((ObjectNode) one));
            }
            found.sub(path.sub()).ifPresent(sub -> parts.forEach(part -> part.remove(sub.name())));
        });
    }

    private static ObjectNode container(ObjectNode resource, AttributePath path, ResourceKind kind) {
        if (kind.inExtension(path)) {
            return resource.get(kind.extension().urn()) instanceof ObjectNode known ? known : Json.object();
        }
        return resource;
    }
}
