package cn.lianxin.organization;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Who may change the organization: an administrator, in his unit and below; and the installation itself. */
@Component
public class Authority {

    private final Lines lines;
    private final Appointments appointments;

    Authority(Lines lines, Appointments appointments) {
        this.lines = lines;
        this.appointments = appointments;
    }

    public void requireAnywhere(Actor actor) {
        require(isClockwork(actor) || actor.is(Role.ADMINISTRATOR));
    }

    public void requireOver(UnitId unit, Actor actor) {
        require(isClockwork(actor) || lines.coversAny(actor.unitsAs(Role.ADMINISTRATOR), unit));
    }

    /** Over the unit above a new one; the root is made by the installation alone. */
    void requireOver(Optional<UnitId> parent, Actor actor) {
        parent.ifPresentOrElse(unit -> requireOver(unit, actor), () -> require(isClockwork(actor)));
    }

    /** Over the unit where he works or last worked; a person who never had a unit is any administrator's to place. */
    void requireOver(PersonId person, Actor actor) {
        appointments.lastUnit(person).ifPresentOrElse(unit -> requireOver(unit, actor), () -> requireAnywhere(actor));
    }

    /** The units he may change, for asking often. */
    public Predicate<UnitId> reach(Actor actor) {
        if (isClockwork(actor)) {
            return unit -> true;
        }
        return lines.below(actor.unitsAs(Role.ADMINISTRATOR))::contains;
    }

    private static boolean isClockwork(Actor actor) {
        return actor instanceof Actor.Clockwork;
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new Refusal.NotAllowed("organization-not-yours");
        }
    }
}
