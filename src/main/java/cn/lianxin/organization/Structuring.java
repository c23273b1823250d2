package cn.lianxin.organization;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the tree of units. The actor is an administrator over every unit that is touched, or the installation itself;
 * anybody else is refused with {@code organization-not-yours}. Reorganizations follow one another, never cross.
 */
@Component
public class Structuring {

    private final Units units;
    private final Lines lines;
    private final Staffing staffing;
    private final Authority authority;
    private final Today today;
    private final ApplicationEventPublisher events;

    Structuring(
            Units units,
            Lines lines,
            Staffing staffing,
            Authority authority,
            Today today,
            ApplicationEventPublisher events) {
        this.units = units;
        this.lines = lines;
        this.staffing = staffing;
        this.authority = authority;
        this.today = today;
        this.events = events;
    }

    /**
     * Founds a unit below its parent. Refuses {@code unit-code-wrong}, {@code name-missing}, {@code name-too-long},
     * {@code unit-parent-ended}, {@code date-in-future}, and as a conflict {@code unit-code-taken}. Without a parent only
     * the installation may found: it makes the root.
     */
    @Transactional
    public UnitId found(NewUnit wanted, Actor by) {
        var unit = wanted.cleaned();
        today.refuseLater("from", unit.from());
        lines.lockTree();
        unit.parent().ifPresent(parent -> requireStanding("parent", "unit-parent-ended", parent));
        authority.requireOver(unit.parent(), by);
        if (units.byCode(unit.code()).isPresent()) {
            throw new Refusal.Conflict("unit-code-taken", unit.code());
        }
        var id = units.add(unit);
        lines.add(id, unit.parent());
        return id;
    }

    /** Gives it another name or kind; its code never changes. Refuses {@code name-missing}, {@code name-too-long}. */
    @Transactional
    public void rename(UnitId unit, UnitKind kind, String name, String shortName, Actor by) {
        units.get(unit);
        authority.requireOver(unit, by);
        var cleanName = Wording.line("name", name, 60);
        units.rename(unit, kind, cleanName, NewUnit.shortNameOf(cleanName, shortName));
    }

    /**
     * Hangs the unit, with all below it, below another parent; nothing happens if it hangs there already. Refuses
     * {@code unit-inside-itself}, {@code unit-is-root}, {@code unit-parent-ended}, {@code unit-ended}.
     */
    @Transactional
    public void move(UnitId unit, UnitId newParent, Actor by) {
        lines.lockTree();
        var card = units.get(unit);
        requireStanding("unit", "unit-ended", unit);
        requireStanding("parent", "unit-parent-ended", newParent);
        authority.requireOver(unit, by);
        authority.requireOver(newParent, by);
        var oldParent = card.parent().orElseThrow(() -> new Refusal.Violation("unit", "unit-is-root"));
        if (lines.covers(unit, newParent)) {
            throw new Refusal.Violation("parent", "unit-inside-itself");
        }
        if (!oldParent.equals(newParent)) {
            units.hang(unit, newParent);
            lines.move(unit, newParent);
            events.publishEvent(new OrganizationEvent.UnitMoved(unit, oldParent, newParent));
        }
    }

    /**
     * Ends the unit. Its people go on in the successor under the same title, those who led it under {@code 待安排}; the
     * units below it hang below the successor. Refuses {@code unit-is-root}, {@code unit-ended},
     * {@code unit-successor-unknown}, {@code unit-successor-inside}, {@code date-in-future}, {@code date-before-founding}.
     *
     * @param on the first day without it
     */
    @Transactional
    public void dissolve(UnitId unit, UnitId successor, LocalDate on, Actor by) {
        lines.lockTree();
        var card = units.get(unit);
        requireStanding("unit", "unit-ended", unit);
        requireStandingSuccessor(successor);
        authority.requireOver(unit, by);
        authority.requireOver(successor, by);
        if (card.parent().isEmpty()) {
            throw new Refusal.Violation("unit", "unit-is-root");
        }
        if (lines.covers(unit, successor)) {
            throw new Refusal.Violation("successor", "unit-successor-inside");
        }
        today.refuseLater("on", on);
        if (on.isBefore(units.foundedOn(unit))) {
            throw new Refusal.Violation("on", "date-before-founding");
        }
        units.end(unit, on);
        staffing.moveEverybody(unit, successor, on);
        for (var child : units.children(unit)) {
            units.hang(child.id(), successor);
            lines.move(child.id(), successor);
            events.publishEvent(new OrganizationEvent.UnitMoved(child.id(), unit, successor));
        }
        events.publishEvent(new OrganizationEvent.UnitDissolved(unit, successor));
    }

    /** Lets nobody else change the tree until this transaction is over, so that what was compared with it stays true. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdTree() {
        lines.lockTree();
    }

    private void requireStandingSuccessor(UnitId successor) {
        try {
            requireStanding("successor", "unit-successor-unknown", successor);
        } catch (Refusal.NotFound unknown) {
            throw new Refusal.Violation("successor", "unit-successor-unknown");
        }
    }

    private void requireStanding(String field, String code, UnitId unit) {
        if (!units.stands(unit)) {
            throw new Refusal.Violation(field, code);
        }
    }
}
