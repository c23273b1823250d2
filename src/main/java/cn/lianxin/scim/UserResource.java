package cn.lianxin.scim;

import tools.jackson.databind.node.ObjectNode;

/** A person as a User. */
final class UserResource {

    static final String PHONE_TYPE = "mobile";

    private UserResource() {}

    static ObjectNode of(UserRow row, Endpoint endpoint) {
        var person = row.person();
        var user = Json.object();
        user.putArray("schemas")
                .add(ResourceKind.USER.core().urn())
                .add(ResourceKind.USER.extension().urn());
        user.put("id", Long.toString(row.id()));
        row.externalId().ifPresent(id -> user.put("externalId", id));
        user.put("userName", row.shownName());
        user.putObject("name").put("formatted", person.name());
        user.put("displayName", person.name());
        person.title().ifPresent(title -> user.put("title", title));
        user.put("userType", person.employment().name());
        user.put("active", !person.left());
        if (!person.phone().isEmpty()) {
            user.putArray("phoneNumbers")
                    .addObject()
                    .put("value", person.phone())
                    .put("type", PHONE_TYPE);
        }
        var extension = user.putObject(ResourceKind.USER.extension().urn());
        extension.put("employeeNumber", person.staffNumber());
        row.unit().ifPresent(unit -> {
            extension.put("department", unit.code());
            user.putArray("groups")
                    .addObject()
                    .put("value", Long.toString(unit.id().value()))
                    .put("$ref", endpoint.of(ResourceKind.GROUP, unit.id().value()))
                    .put("display", unit.name())
                    .put("type", "direct");
        });
        user.putObject("meta")
                .put("resourceType", ResourceKind.USER.label())
                .put("location", endpoint.of(ResourceKind.USER, row.id()))
                .put("version", row.version().tag());
        return user;
    }
}
