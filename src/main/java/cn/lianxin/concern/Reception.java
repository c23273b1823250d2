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
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a concern comes in, and who there owns it: the nearest desk above the worker; for reports the supervisors. */
@Component
class Reception {

    private final RoleHolders holders;
    private final StandingIn standingIn;
    private final JdbcClient database;

    Reception(RoleHolders holders, StandingIn standingIn, JdbcClient database) {
        this.holders = holders;
        this.standingIn = standingIn;
        this.database = database;
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

    /** Who owns at the nearest office of this unit or above it what names somebody; empty where all of them stay out. */
    Optional<Owner> officeAt(UnitId unit, boolean restricted, Collection<PersonId> except) {
        return restricted ? nearest(Role.SUPERVISOR, unit, except) : anyFor(unit, false, except);
    }

    /** Whether people who watch over the line sit at this desk, and one of them has it or a unit does. */
    boolean watchesOver(UnitId desk, Collection<PersonId> except, boolean atDesk, Owner owner) {
        var there = holders.holders(Role.SUPERVISOR, desk).stream()
                .filter(person -> !except.contains(person))
                .toList();
        return !there.isEmpty() && (!atDesk || there.contains(owner.person()));
    }

    /** Where nobody stands above the named: whoever watches over the line, the highest first; else a desk, and the head of a unit. */
    Optional<Owner> outsideOf(UnitId unit, boolean restricted, Collection<PersonId> except) {
        return database.sql("""
                        select h.person, h.unit
                        from identity.role_holder h
                        join organization.person_card p on p.id = h.person and p.left_on is null
                        join lateral (
                            select count(*) as depth, bool_or(up.above in (
                                       select mine.above from organization.unit_line mine where mine.unit = :unit)) as near
                            from organization.unit_line up where up.unit = h.unit) place on true
                        where h.role = any (:roles) and not h.person = any (:except)
                        order by not place.near, array_position(:roles, h.role), place.depth, h.grant_id
                        limit 1
                        """)
                .param("unit", unit.value())
                .param(
                        "roles",
                        (restricted
                                        ? Stream.of(Role.SUPERVISOR)
                                        : Stream.of(Role.SUPERVISOR, Role.DESK_OFFICER, Role.UNIT_LEADER))
                                .map(Role::name)
                                .toArray(String[]::new))
                .param("except", except.stream().map(PersonId::value).toArray(Long[]::new))
                .query((row, _) -> new Owner(new UnitId(row.getLong("unit")), new PersonId(row.getLong("person"))))
                .optional();
    }

    private Optional<Owner> nearest(Role role, UnitId unit, Collection<PersonId> except) {
        return holders.nearestHolder(role, unit, except).map(holder -> new Owner(holder.unit(), holder.person()));
    }
}
