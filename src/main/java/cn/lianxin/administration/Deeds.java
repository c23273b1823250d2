package cn.lianxin.administration;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Page;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.AuditEntry;
import cn.lianxin.platform.audit.AuditTrail;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The trail of what was done to people, roles, programs and settings, by name. */
@Component
class Deeds {

    private final AuditTrail trail;
    private final KeyNames keyNames;

    Deeds(AuditTrail trail, KeyNames keyNames) {
        this.trail = trail;
        this.keyNames = keyNames;
    }

    /**
     * Newest first. That he opened it is written down too.
     *
     * @throws cn.lianxin.kernel.Refusal.NotFound for whoever neither inspects nor audits
     */
    @Transactional
    Page<Deed> newest(Optional<String> after, Actor actor) {
        var page = trail.ofTheHouse(after, actor);
        if (after.isEmpty()) {
            trail.record(actor, "audit.deeds-read", "audit:entry", "");
        }
        var names = keyNames.of(page.rows().stream().flatMap(Deeds::texts).toList());
        return new Page<>(page.rows().stream().map(entry -> deed(entry, names)).toList(), page.next());
    }

    private static Stream<String> texts(AuditEntry entry) {
        return Stream.of(entry.person().map(KeyNames::key).orElse(""), entry.subject(), entry.detail());
    }

    private static Deed deed(AuditEntry entry, KeyNames.Known names) {
        var role = role(entry);
        var detail = role.map(
                        given -> entry.detail().substring(given.name().length()).strip())
                .orElse(entry.detail());
        return new Deed(
                entry.at(),
                entry.who(),
                entry.person().map(person -> names.in(KeyNames.key(person))).orElse(entry.task()),
                entry.action(),
                names.in(entry.subject()),
                role,
                names.in(detail));
    }

    private static Optional<Role> role(AuditEntry entry) {
        return Arrays.stream(Role.values())
                .filter(role -> entry.action().startsWith("identity.role-")
                        && entry.detail().startsWith(role.name() + " "))
                .findFirst();
    }
}
