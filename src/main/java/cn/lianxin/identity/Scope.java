package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far an actor's say over accounts and roles reaches. The installation's own tasks reach everywhere. */
@Component
class Scope {

    private final JdbcClient jdbc;

    Scope(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether he administers this unit. */
    boolean administers(Actor actor, UnitId unit) {
        return actor instanceof Actor.Clockwork || covers(unitsOf(actor, Role.ADMINISTRATOR), unit);
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

    static Long[] administeredUnits(Actor actor) {
        return unitsOf(actor, Role.ADMINISTRATOR);
    }

    /** The units whose people's accounts he keeps, with all below them. */
    static Long[] accountUnits(Actor actor) {
        return unitsOf(actor, Role.ADMINISTRATOR, Role.DESK_OFFICER);
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
