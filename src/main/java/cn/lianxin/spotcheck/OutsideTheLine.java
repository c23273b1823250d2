package cn.lianxin.spotcheck;

import cn.lianxin.concern.CheckingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may check a unit: a supervisor or desk officer from above it, who neither works in it or below it nor handles or
 * leads anything in its line. What somebody lends him while he is away does not count.
 */
@Component
class OutsideTheLine {

    private static final Set<Role> LINE = Set.of(Role.HANDLER, Role.UNIT_LEADER);

    private final Directory directory;
    private final CheckingConcerns concerns;

    OutsideTheLine(Directory directory, CheckingConcerns concerns) {
        this.directory = directory;
        this.concerns = concerns;
    }

    boolean mayCheck(Actor.Member member, UnitId unit) {
        return stands(member.onHisOwn(), unit, Set.of(Role.SUPERVISOR, Role.DESK_OFFICER));
    }

    /** He may check the unit and has never had a hand in the concern, nor raised it. */
    boolean mayCheck(Actor.Member member, UnitId unit, long concern) {
        return mayCheck(member, unit) && !concerns.hasTouched(concern, member.person());
    }

    boolean maySupervise(Actor.Member member, UnitId unit) {
        return stands(member.onHisOwn(), unit, Set.of(Role.SUPERVISOR));
    }

    private boolean stands(Actor.Member member, UnitId unit, Set<Role> roles) {
        var highest = directory.unit(unit).parent().isEmpty();
        return member.grants().stream().anyMatch(grant -> roles.contains(grant.role()) && above(grant, unit, highest))
                && member.grants().stream().noneMatch(grant -> inLine(grant, unit))
                && (highest || !worksBelow(member, unit));
    }

    /** Nobody stands above the highest; there its own supervisors are the ones. */
    private boolean above(Grant grant, UnitId unit, boolean highest) {
        return highest
                ? grant.role() == Role.SUPERVISOR && grant.unit().equals(unit)
                : !grant.unit().equals(unit) && directory.covers(grant.unit(), unit);
    }

    private boolean inLine(Grant grant, UnitId unit) {
        return LINE.contains(grant.role())
                && (directory.covers(grant.unit(), unit) || directory.covers(unit, grant.unit()));
    }

    private boolean worksBelow(Actor.Member member, UnitId unit) {
        return directory
                .person(member.person())
                .unit()
                .filter(own -> directory.covers(unit, own))
                .isPresent();
    }
}
