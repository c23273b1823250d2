package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** On whose behalf somebody approves what all may read: two of the same line would be one. */
public enum ApprovingLine {
    OFFICE(Role.DESK_OFFICER),
    LEADERS(Role.UNIT_LEADER),
    SUPERVISION(Role.SUPERVISOR);

    private final Role role;

    ApprovingLine(Role role) {
        this.role = role;
    }

    /** Whether he stands in any of them, wherever. */
    public static boolean isAnyOf(Actor actor) {
        return actor instanceof Actor.Member member
                && Arrays.stream(values()).anyMatch(line -> member.onHisOwn().is(line.role));
    }

    /** His own, above this desk; what somebody lends him approves nothing. */
    public static Set<ApprovingLine> of(Actor.Member member, UnitId desk, Directory directory) {
        var own = member.onHisOwn();
        return Arrays.stream(values())
                .filter(line -> own.unitsAs(line.role).stream().anyMatch(unit -> directory.covers(unit, desk)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ApprovingLine.class)));
    }
}
