package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far an actor's say over accounts and roles reaches. The installation's own tasks reach everywhere. */
@Component
class Scope {

    private final JdbcClient jdbc;
    private final RoleHolders holders;

    Scope(JdbcClient jdbc, RoleHolders holders) {
        this.jdbc = jdbc;
        this.holders = holders;
    }

    /** Whether he administers this unit. */
    boolean administers(Actor actor, UnitId unit) {
        return actor instanceof Actor.Clockwork || covers(unitsOf(actor, Role.ADMINISTRATOR), unit);
    }

    /** Whether he gives and takes roles here: its security administrator or, where nobody is that, its administrator. */
    boolean grants(Actor actor, UnitId unit) {
        return actor instanceof Actor.Clockwork || covers(grantedUnits(actor), unit) && !isPassedOver(actor, unit);
    }

    /**
     * Whether he may hand a new password to whoever holds this: who gives roles, for with the password he has the role. The
     * security administrator's own comes from the system administrator too, for somebody must be able to let him in again.
     */
    boolean handsPassword(Actor actor, RoleGrant held) {
        return grants(actor, held.unit())
                || held.role() == Role.SECURITY_ADMINISTRATOR && administers(actor, held.unit());
    }

    /** The units in which he gives roles, with all below them that have no security administrator of their own. */
    Long[] grantedUnits(Actor actor) {
        return Stream.concat(
                        actor.unitsAs(Role.SECURITY_ADMINISTRATOR).stream(),
                        actor.unitsAs(Role.ADMINISTRATOR).stream().filter(unit -> !isSecured(unit)))
                .map(UnitId::value)
                .distinct()
                .sorted()
                .toArray(Long[]::new);
    }

    /** A system administrator above, where somebody nearer is security administrator. */
    private boolean isPassedOver(Actor actor, UnitId unit) {
        return !covers(unitsOf(actor, Role.SECURITY_ADMINISTRATOR), unit) && isSecured(unit);
    }

    private boolean isSecured(UnitId unit) {
        return holders.nearestUnitWith(Role.SECURITY_ADMINISTRATOR, unit).isPresent();
    }

    /** Whether the person belongs to a unit whose accounts he keeps. */
    boolean keepsAccountOf(Actor actor, PersonId person) {
        return actor instanceof Actor.Clockwork || sees(accountUnits(actor), person);
    }

    /** Whether he keeps the accounts of this unit's people. */
    boolean keepsAccountsIn(Actor actor, UnitId unit) {
        return actor instanceof Actor.Clockwork || covers(accountUnits(actor), unit);
    }

    /** For anybody else the pages about accounts are not there. */
    static void requireKeeper(Actor actor) {
        if (accountUnits(actor).length == 0) {
            throw new Refusal.NotFound();
        }
    }

    /** The units whose people's accounts he keeps, with all below them. */
    static Long[] accountUnits(Actor actor) {
        return unitsOf(actor, Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.DESK_OFFICER);
    }

    private boolean covers(Long[] above, UnitId unit) {
        return jdbc.sql("""
                select exists (
                    select 1 from organization.unit_line where unit = :unit and above = any (:above))
                """)
                .param("unit", unit.value())
                .param("above", above)
                .query(Boolean.class)
                .single();
    }

    /** A person without a unit belongs to those whose say reaches over the whole enterprise. */
    boolean sees(Long[] above, PersonId person) {
        return jdbc.sql("""
                select exists (
                    select 1 from organization.person_card card
                    where card.id = :person
                      and (exists (select 1 from organization.unit_line line
                                   where line.unit = card.unit and line.above = any (:above))
                           or card.unit is null and exists (select 1 from organization.unit_card top
                                   where top.parent is null and top.id = any (:above))))
                """)
                .param("person", person.value())
                .param("above", above)
                .query(Boolean.class)
                .single();
    }

    private static Long[] unitsOf(Actor actor, Role... roles) {
        Collection<Long> units = new TreeSet<>();
        for (var role : Set.of(roles)) {
            actor.unitsAs(role).forEach(unit -> units.add(unit.value()));
        }
        return units.toArray(Long[]::new);
    }
}
