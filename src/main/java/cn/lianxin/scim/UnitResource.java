package cn.lianxin.scim;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A unit as a Group. */
final class UnitResource {

    static final String MEMBERS = "members";

    private UnitResource() {}

    static ObjectNode of(UnitRow row, Endpoint endpoint) {
        var card = row.card();
        var group = Json.object();
        group.putArray("schemas")
                .add(ResourceKind.GROUP.core().urn())
                .add(ResourceKind.GROUP.extension().urn());
        group.put("id", Long.toString(row.id()));
        row.externalId().ifPresent(id -> group.put("externalId", id));
        group.put("displayName", card.name());
        var extension = group.putObject(ResourceKind.GROUP.extension().urn())
                .put("code", card.code())
                .put("kind", card.kind().name())
                .put("shortName", card.shortName());
        row.parent().ifPresent(parent -> extension.put("parent", parent));
        group.putObject("meta")
                .put("resourceType", ResourceKind.GROUP.label())
                .put("location", endpoint.of(ResourceKind.GROUP, row.id()))
                .put("version", row.version().tag());
        return group;
    }

    static void add(List<UnitStore.Member> members, ObjectNode group, Endpoint endpoint) {
        var list = group.putArray(MEMBERS);
        members.forEach(member -> list.addObject()
                .put("value", Long.toString(member.id()))
                .put("$ref", endpoint.of(ResourceKind.USER, member.id()))
                .put("display", member.name())
                .put("type", "User"));
    }
}
