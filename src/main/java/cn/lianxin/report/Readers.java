package cn.lianxin.report;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who reads what. The office, leaders and supervisors read the reports of their units and below; everybody else the sheet
 * of the units he works in, and the whole where it was issued for all.
 */
@Component
class Readers {

    private static final List<Role> OFFICES = List.of(Role.DESK_OFFICER, Role.UNIT_LEADER, Role.SUPERVISOR);

    private final Directory directory;

    Readers(Directory directory) {
        this.directory = directory;
    }

    /** Everything below them is his too. */
    static Collection<UnitId> unitsOf(Actor actor) {
        return OFFICES.stream()
                .flatMap(role -> actor.unitsAs(role).stream())
                .distinct()
                .toList();
    }

    boolean keeps(UnitId unit, Actor actor) {
        return unitsOf(actor).stream().anyMatch(own -> directory.covers(own, unit));
    }

    void mustKeep(UnitId unit, Actor actor) {
        if (!keeps(unit, actor)) {
            throw new Refusal.NotFound();
        }
    }

    boolean readsAll(Issue issue, Actor actor) {
        return keeps(issue.unit(), actor) || issue.open() && worksBelow(issue.unit(), actor);
    }

    boolean readsSheet(Issue issue, Actor actor) {
        return keeps(issue.unit(), actor) || worksBelow(issue.unit(), actor);
    }

    /** Where he works; nowhere for who is no person. */
    Optional<UnitId> workplace(Actor actor) {
        return actor instanceof Actor.Member member
                ? directory.person(member.person()).unit()
                : Optional.empty();
    }

    private boolean worksBelow(UnitId unit, Actor actor) {
        return workplace(actor).filter(own -> directory.covers(unit, own)).isPresent();
    }
}
