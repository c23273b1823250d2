package cn.lianxin.scim;

import cn.lianxin.scim.Attribute.Returned;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The two kinds of resources. */
enum ResourceKind {
    USER(
            "User",
            "/Users",
            Schema.load("User"),
            Schema.load("EnterpriseUser"),
            Set.of(
                    "nickname",
                    "profileurl",
                    "preferredlanguage",
                    "locale",
                    "timezone",
                    "password",
                    "emails",
                    "ims",
                    "photos",
                    "addresses",
                    "entitlements",
                    "roles",
                    "x509certificates",
                    "costcenter",
                    "division",
                    "manager")),
    GROUP("Group", "/Groups", Schema.load("Group"), Schema.load("Unit"), Set.of());

    private final String label;
    private final String path;
    private final Schema core;
    private final Schema extension;
    private final Set<String> notKept;

    ResourceKind(String label, String path, Schema core, Schema extension, Set<String> notKept) {
        this.label = label;
        this.path = path;
        this.core = core;
        this.extension = extension;
        this.notKept = notKept;
    }

    String label() {
        return label;
    }

    String path() {
        return path;
    }

    Schema core() {
        return core;
    }

    Schema extension() {
        return extension;
    }

    /** Attributes that stand at the top of a resource. */
    List<Attribute> attributes() {
        return Stream.concat(Schema.COMMON.attributes().stream(), core.attributes().stream())
                .toList();
    }

    /** Whether the RFC knows an attribute of this name that this product does not keep: it is taken and forgotten. */
    boolean forgets(AttributePath path) {
        return notKept.contains(path.attribute().toLowerCase(Locale.ROOT));
    }

    Optional<Attribute> find(AttributePath path) {
        return Attribute.named(inExtension(path) ? extension.attributes() : attributes(), path.attribute());
    }

    boolean inExtension(AttributePath path) {
        return path.urn().equalsIgnoreCase(extension.urn());
    }

    /** Whether the path names no schema at all, or one of these. */
    boolean owns(AttributePath path) {
        return path.urn().isEmpty() || path.urn().equalsIgnoreCase(core.urn()) || inExtension(path);
    }

    /** What comes only if it is asked for. */
    boolean onRequest(Attribute attribute) {
        return attribute.returned() == Returned.REQUEST;
    }
}
