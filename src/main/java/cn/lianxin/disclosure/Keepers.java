package cn.lianxin.disclosure;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who writes notices, who approves them, who answers for them, and whose people may object. */
@Component
class Keepers {

    private static final List<Role> WRITE = List.of(Role.HANDLER, Role.DESK_OFFICER, Role.UNIT_LEADER);
    private static final List<Role> APPROVE = List.of(Role.UNIT_LEADER, Role.SUPERVISOR);

    private final Directory directory;

    Keepers(Directory directory) {
        this.directory = directory;
    }

    boolean writesAnywhere(Actor actor) {
        return WRITE.stream().anyMatch(actor::is);
    }

    /** The units that he writes for; everything below them too. */
    List<UnitId> unitsOf(Actor actor) {
        return WRITE.stream()
                .flatMap(role -> actor.unitsAs(role).stream())
                .distinct()
                .toList();
    }

    /** Those too where he approves. */
    List<UnitId> keptBy(Actor actor) {
        return Stream.concat(unitsOf(actor).stream(), APPROVE.stream().flatMap(role -> actor.unitsAs(role).stream()))
                .distinct()
                .toList();
    }

    boolean writes(UnitId unit, Actor actor) {
        return covers(WRITE, unit, actor);
    }

    /** On his own: what somebody lends him approves nothing. */
    boolean approves(UnitId unit, Actor actor) {
        return actor instanceof Actor.Member member && covers(APPROVE, unit, member.onHisOwn());
    }

    /** Sees what is being written, and what was objected in which words. */
    boolean keeps(Notice notice, Actor actor) {
        return writes(notice.unit(), actor) || approves(notice.unit(), actor);
    }

    void mustWrite(UnitId unit, Actor actor) {
        if (!writes(unit, actor)) {
            throw new Refusal.NotFound();
        }
    }

    /** Who works in the circle. */
    boolean belongs(UnitId circle, Actor actor) {
        return workplace(actor).filter(unit -> directory.covers(circle, unit)).isPresent();
    }

    Optional<UnitId> workplace(Actor actor) {
        return actor instanceof Actor.Member member
                ? directory.person(member.person()).unit()
                : Optional.empty();
    }

    private boolean covers(List<Role> roles, UnitId unit, Actor actor) {
        return roles.stream()
                .flatMap(role -> actor.unitsAs(role).stream())
                .anyMatch(above -> directory.covers(above, unit));
    }
}
