package cn.lianxin.demo;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The planned people and units as they are in the database. */
final class Company {

    private final EnterprisePlan plan;
    private final Directory directory;
    private final Map<String, UnitId> units = new HashMap<>();
    private final Map<String, Actor.Member> members = new HashMap<>();
    private final Map<String, List<GrantPlan>> grants = new HashMap<>();

    Company(EnterprisePlan plan, Directory directory) {
        this.plan = plan;
        this.directory = directory;
        plan.grants()
                .forEach(grant -> grants.computeIfAbsent(grant.person().staffNumber(), _ -> new java.util.ArrayList<>())
                        .add(grant));
    }

    EnterprisePlan plan() {
        return plan;
    }

    UnitId unit(String code) {
        return units.computeIfAbsent(
                code, it -> directory.unitByCode(it).map(UnitCard::id).orElseThrow());
    }

    /** As he stands before the activities: with his roles. */
    Actor.Member member(String staffNumber) {
        return members.computeIfAbsent(staffNumber, number -> {
            var card = directory.personByStaffNumber(number).orElseThrow();
            var roles = grants.getOrDefault(number, List.of()).stream()
                    .map(grant -> new Grant(grant.role(), unit(grant.unit())))
                    .toList();
            return new Actor.Member(card.id(), card.name(), roles);
        });
    }
}
