package cn.lianxin.scim;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Authority;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.NewUnit;
import cn.lianxin.organization.Structuring;
import cn.lianxin.organization.Today;
import cn.lianxin.organization.UnitKind;
import cn.lianxin.platform.audit.AuditTrail;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Founds, renames and moves units as a personnel system pushes it. It dissolves none: who goes on with the people and the
 * open concerns is for a person to say.
 */
@Component
class ProvisioningUnits {

    private final UnitStore store;
    private final Structuring structuring;
    private final Directory directory;
    private final Authority authority;
    private final AuditTrail trail;
    private final Today today;

    ProvisioningUnits(
            UnitStore store,
            Structuring structuring,
            Directory directory,
            Authority authority,
            AuditTrail trail,
            Today today) {
        this.store = store;
        this.structuring = structuring;
        this.directory = directory;
        this.authority = authority;
        this.trail = trail;
        this.today = today;
    }

    @Transactional
    long create(ObjectNode document, Pusher pusher) {
        var extension = document.path(ResourceKind.GROUP.extension().urn());
        var parent = unit(required(extension, "parent"), pusher);
        var code = required(extension, "code");
        var unit = structuring.found(
                new NewUnit(
                        code,
                        kind(required(extension, "kind")),
                        required(document, "displayName"),
                        Json.text(extension, "shortName").orElse(""),
                        Optional.of(parent),
                        today.date()),
                pusher.actor());
        store.know(unit, externalId(document), pusher);
        trail.record(pusher.actor(), "scim.group-created", subject(unit), code);
        return unit.value();
    }

    @Transactional
    void replace(long id, ObjectNode document, Optional<String> expected, Pusher pusher) {
        change(locked(id, expected, pusher), document, pusher);
    }

    @Transactional
    void patch(long id, Patch patch, Optional<String> expected, Pusher pusher) {
        var row = locked(id, expected, pusher);
        var document = UnitResource.of(row, new Endpoint(""));
        patch.apply(document, ResourceKind.GROUP);
        change(row, document, pusher);
    }

    private UnitRow locked(long id, Optional<String> expected, Pusher pusher) {
        structuring.holdTree();
        var row = store.find(id, pusher).orElseThrow(Refusal.NotFound::new);
        row.version().require(expected);
        return row;
    }

    private void change(UnitRow row, ObjectNode document, Pusher pusher) {
        var card = row.card();
        var extension = document.path(ResourceKind.GROUP.extension().urn());
        if (Json.text(extension, "code")
                .filter(code -> !code.equals(card.code()))
                .isPresent()) {
            throw new ScimFault(Fault.FIXED, "code");
        }
        var name = required(document, "displayName");
        var kind = Json.text(extension, "kind").map(ProvisioningUnits::kind).orElse(card.kind());
        var shortName = Json.text(extension, "shortName").orElse(card.shortName());
        if (!name.equals(card.name()) || kind != card.kind() || !shortName.equals(card.shortName())) {
            structuring.rename(card.id(), kind, name, shortName, pusher.actor());
        }
        var parent = Json.text(extension, "parent");
        if (parent.isPresent() && !parent.equals(row.parent())) {
            structuring.move(card.id(), unit(parent.get(), pusher), pusher.actor());
        }
        store.know(card.id(), externalId(document), pusher);
        trail.record(pusher.actor(), "scim.group-changed", subject(card.id()), card.code());
    }

    private UnitId unit(String code, Pusher pusher) {
        return directory
                .unitByCode(code)
                .filter(card -> authority.reach(pusher.actor()).test(card.id()) && directory.stands(card.id()))
                .orElseThrow(() -> new ScimFault(Fault.UNIT_UNKNOWN, code))
                .id();
    }

    private static UnitKind kind(String word) {
        for (var kind : UnitKind.values()) {
            if (kind.name().equalsIgnoreCase(word)) {
                return kind;
            }
        }
        throw new ScimFault(Fault.VALUE_WRONG, "kind");
    }

    private static Optional<String> externalId(ObjectNode document) {
        var id = Json.text(document, "externalId").filter(text -> !text.isEmpty());
        if (id.filter(text -> text.length() > 200).isPresent()) {
            throw new ScimFault(Fault.VALUE_WRONG, "externalId");
        }
        return id;
    }

    private static String required(JsonNode node, String name) {
        return Json.text(node, name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new ScimFault(Fault.VALUE_MISSING, name));
    }

    private static String subject(UnitId unit) {
        return "unit:" + unit.value();
    }
}
