package cn.lianxin.demo;

import cn.lianxin.kernel.Role;
import cn.lianxin.organization.UnitKind;
import java.util.ArrayList;
import java.util.List;

/** Who holds which role, by the units people work in. */
final class Roles {

    private final EnterprisePlan plan;
    private final List<GrantPlan> grants = new ArrayList<>();

    private Roles(EnterprisePlan plan) {
        this.plan = plan;
    }

    static List<GrantPlan> of(EnterprisePlan plan) {
        var roles = new Roles(plan);
        plan.units().values().forEach(roles::leadersAndHandlers);
        roles.house("G", "G-QG", "G-JW", "G-XX");
        roles.house("G-C", "G-C-QG", "G-C-JW", "G-C-BGS");
        plan.mines().stream()
                .map(UnitPlan::code)
                .forEach(mine -> roles.house(mine, mine + "-QG", mine + "-JW", mine + "-BGS"));
        plan.mines().stream().map(UnitPlan::code).forEach(roles::dispatchers);
        roles.newsroom("G-C", "G-C-XC", "G-C-DQ");
        return List.copyOf(roles.grants);
    }

    private void leadersAndHandlers(UnitPlan unit) {
        var people = plan.in(unit.code());
        switch (unit.kind()) {
            case GROUP, COMPANY, MINE -> {
                give(people.get(0), Role.UNIT_LEADER, unit.code());
                give(people.get(1), Role.UNIT_LEADER, unit.code());
            }
            case DEPARTMENT, DISTRICT, CONTRACTOR -> {
                give(people.getFirst(), Role.UNIT_LEADER, unit.code());
                var last = unit.kind() == UnitKind.DISTRICT ? 3 : people.size() - 1;
                give(people.get(Math.min(last, people.size() - 1)), Role.HANDLER, unit.code());
                if (people.size() > 3) {
                    give(people.get(2), Role.HANDLER, unit.code());
                }
            }
            case CREW -> {}
        }
    }

    /** The desk hears the people of the house, the discipline inspectors watch, the office keeps accounts and gives roles. */
    private void house(String house, String desk, String supervisors, String office) {
        var atDesk = plan.in(desk);
        for (var officer : atDesk.subList(1, Math.max(2, Math.min(4, atDesk.size() - 1)))) {
            give(officer, Role.DESK_OFFICER, house);
        }
        for (var supervisor : plan.in(supervisors)) {
            give(supervisor, Role.SUPERVISOR, house);
        }
        give(plan.in(office).get(1), Role.ADMINISTRATOR, house);
        give(plan.in(office).get(2), Role.SECURITY_ADMINISTRATOR, house);
        give(plan.in(supervisors).getLast(), Role.AUDIT_ADMINISTRATOR, house);
    }

    private void dispatchers(String mine) {
        plan.in(mine + "-DD").forEach(person -> give(person, Role.DISPATCHER, mine));
    }

    /** Four people, so that whoever edits a text is not missed among those who pass it. */
    private void newsroom(String house, String press, String party) {
        var people = plan.in(press);
        give(people.get(2), Role.EDITOR, house);
        give(people.get(1), Role.SECTION_EDITOR, house);
        give(people.get(0), Role.CHIEF_EDITOR, house);
        give(plan.in(party).get(1), Role.EDITOR, house);
    }

    private void give(PersonPlan person, Role role, String unit) {
        var grant = new GrantPlan(person, role, unit);
        if (!grants.contains(grant)) {
            grants.add(grant);
        }
    }
}
