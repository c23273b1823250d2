package cn.lianxin.officesystem;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keys are made by administrators for their units, let in by a chief editor above, and revoked by either. */
@Component
class KeepingKeys {

    private static final int LONGEST_NAME = 40;

    /** So that one can be put in the place of the other without a gap. */
    private static final int AT_ONCE = 2;

    /** @param secret to be handed on, and shown this one time */
    record Fresh(long key, String name, String secret) {}

    private final OfficeKeys keys;
    private final Directory directory;
    private final AuditTrail audit;
    private final Clock clock;

    KeepingKeys(OfficeKeys keys, Directory directory, AuditTrail audit, Clock clock) {
        this.keys = keys;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** The units for which he looks after keys; NotFound for whoever has none. */
    List<UnitId> units(Actor by) {
        var units = new ArrayList<>(by.unitsAs(Role.ADMINISTRATOR));
        units.addAll(by.unitsAs(Role.CHIEF_EDITOR));
        if (!(by instanceof Actor.Member) || units.isEmpty()) {
            throw new Refusal.NotFound();
        }
        return units;
    }

    @Transactional(readOnly = true)
    List<OfficeKey> list(Actor by) {
        return keys.below(units(by));
    }

    /** The units for which he can make one: those of his role, and the mines below. */
    List<UnitCard> places(Actor by) {
        var keeps = by.unitsAs(Role.ADMINISTRATOR);
        var places = new LinkedHashMap<UnitId, UnitCard>();
        Stream.concat(
                        keeps.stream().map(directory::unit),
                        directory.mines().stream()
                                .filter(mine -> keeps.stream().anyMatch(above -> directory.covers(above, mine.id()))))
                .forEach(card -> places.put(card.id(), card));
        return List.copyOf(places.values());
    }

    /** Refuses {@code office-name}, {@code office-unit}, and {@code office-two-keys} where both places are taken. */
    @Transactional
    Fresh make(String typed, long place, Actor by) {
        if (!(by instanceof Actor.Member member) || !by.is(Role.ADMINISTRATOR)) {
            throw new Refusal.NotFound();
        }
        var name = PlainText.line(typed);
        if (name.isBlank() || PlainText.lengthOf(name) > LONGEST_NAME) {
            throw new Refusal.Violation("name", "office-name", LONGEST_NAME);
        }
        var unit = new UnitId(place);
        if (places(by).stream().noneMatch(card -> card.id().equals(unit))) {
            throw new Refusal.Violation("unit", "office-unit");
        }
        if (keys.standing(unit) >= AT_ONCE) {
            throw new Refusal.Conflict("office-two-keys");
        }
        var secret = OfficeSignature.newSecret();
        var id = keys.add(name, unit, secret, member.person(), clock.instant());
        audit.record(by, "officesystem.key-made", "office-key:" + id, name);
        return new Fresh(id, name, secret);
    }

    /** Refuses {@code office-own-key} where he made it himself: it takes two to let a system speak for others. */
    @Transactional
    void letIn(long id, Actor by) {
        var key = mustFind(id, by);
        if (!(by instanceof Actor.Member member)
                || by.unitsAs(Role.CHIEF_EDITOR).stream().noneMatch(above -> directory.covers(above, key.unit()))) {
            throw new Refusal.NotAllowed("office-chief-editor");
        }
        if (key.madeBy().equals(member.person())) {
            throw new Refusal.NotAllowed("office-own-key");
        }
        if (!keys.letIn(id, member.person(), clock.instant())) {
            throw new Refusal.Conflict("office-key-over");
        }
        audit.record(by, "officesystem.key-let-in", "office-key:" + id, key.name());
    }

    @Transactional
    void revoke(long id, Actor by) {
        var key = mustFind(id, by);
        if (!(by instanceof Actor.Member member) || !keys.revoke(id, member.person(), clock.instant())) {
            throw new Refusal.Conflict("office-key-over");
        }
        audit.record(by, "officesystem.key-revoked", "office-key:" + id, key.name());
    }

    private OfficeKey mustFind(long id, Actor by) {
        return keys.find(id, units(by)).orElseThrow(Refusal.NotFound::new);
    }
}
