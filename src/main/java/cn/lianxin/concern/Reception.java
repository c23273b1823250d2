package cn.lianxin.concern;

import cn.lianxin.identity.RoleHolders;
import cn.lianxin.identity.StandingIn;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a concern comes in, and who there owns it: the nearest desk above the worker; for reports the supervisors. */
@Component
class Reception {

    private final RoleHolders holders;
    private final StandingIn standingIn;

    Reception(RoleHolders holders, StandingIn standingIn) {
        this.holders = holders;
        this.standingIn = standingIn;
    }

    /** The owner that a concern of this unit begins with; never the one who speaks, nor one for whom he stands in. */
    Owner ownerFor(UnitId unit, boolean restricted, Optional<PersonId> speaker) {
        var except = new ArrayList<>(speaker.stream().toList());
        speaker.ifPresent(person -> except.addAll(standingIn.absentBehind(person)));
        return anyFor(unit, restricted, except)
                .or(() -> anyFor(unit, restricted, speaker.stream().toList()))
                .orElseThrow(() -> new Refusal.Conflict("no-desk"));
    }

    /** The owner in place of these people. */
    Owner ownerFor(UnitId unit, boolean restricted, Collection<PersonId> except) {
        return anyFor(unit, restricted, except).orElseThrow(() -> new Refusal.Conflict("no-desk"));
    }

    private Optional<Owner> anyFor(UnitId unit, boolean restricted, Collection<PersonId> except) {
        return nearest(restricted ? Role.SUPERVISOR : Role.DESK_OFFICER, unit, except)
                .or(() -> nearest(Role.UNIT_LEADER, unit, except));
    }

    /** The head of the office that a concern of this unit comes to, where the table names nobody for it. */
    Owner headFor(UnitId unit, Optional<PersonId> speaker) {
        var desk = ownerFor(unit, false, speaker);
        return nearest(Role.UNIT_LEADER, desk.unit(), speaker.stream().toList())
                .map(head -> new Owner(desk.unit(), head.person()))
                .orElse(desk);
    }

    /** Who looks at a reply afresh: a supervisor who is none of these. */
    Optional<Owner> reviewerFor(UnitId unit, List<PersonId> except) {
        return holders.nearestExcept(Role.SUPERVISOR, unit, except).map(person -> new Owner(unit, person));
    }

    /** Who answers in this very unit; empty where nobody but the one who speaks does. */
    Optional<Owner> holderIn(UnitId unit, Optional<PersonId> except) {
        return List.of(Role.HANDLER, Role.UNIT_LEADER).stream()
                .flatMap(role -> holders.holders(role, unit).stream())
                .filter(person -> except.filter(person::equals).isEmpty())
                .findFirst()
                .map(person -> new Owner(unit, person));
    }

    /** Who takes over in this unit when somebody is gone. */
    Owner successorIn(UnitId unit, Collection<PersonId> gone) {
        return List.of(Role.HANDLER, Role.UNIT_LEADER, Role.DESK_OFFICER, Role.SUPERVISOR).stream()
                .flatMap(role -> holders.nearestExcept(role, unit, gone).stream())
                .findFirst()
                .map(person -> new Owner(unit, person))
                .orElseThrow(() -> new Refusal.Conflict("no-successor"));
    }

    private Optional<Owner> nearest(Role role, UnitId unit, Collection<PersonId> except) {
        return holders.nearestHolder(role, unit, except).map(holder -> new Owner(holder.unit(), holder.person()));
    }
}
