package cn.lianxin.escalation;

import cn.lianxin.concern.WaitingConcern;
import cn.lianxin.identity.RoleHolders;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import java.util.List;
import org.springframework.stereotype.Component;

/** The units up the line of a concern in which somebody can be told, the nearest first. */
@Component
class Line {

    /** A unit and who is told there. */
    record Level(UnitId unit, List<PersonId> people) {}

    private final Directory directory;
    private final RoleHolders holders;

    Line(Directory directory, RoleHolders holders) {
        this.directory = directory;
        this.holders = holders;
    }

    /** Leaders; for a report of wrongdoing supervisors alone. Nobody is told of what he raised himself or stays out of. */
    List<Level> of(WaitingConcern concern) {
        var role = concern.restricted() ? Role.SUPERVISOR : Role.UNIT_LEADER;
        return directory.upwards(concern.owner()).stream()
                .map(unit -> new Level(
                        unit,
                        holders.holders(role, unit).stream()
                                .filter(person -> !concern.untold().contains(person))
                                .toList()))
                .filter(level -> !level.people().isEmpty())
                .toList();
    }
}
