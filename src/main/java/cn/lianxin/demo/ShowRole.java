package cn.lianxin.demo;

import cn.lianxin.kernel.Role;
import java.util.List;

/** Who shows which role to whoever tries the product. */
record ShowRole(String role, String englishRole, PersonPlan person, String password) {

    static List<ShowRole> cast(EnterprisePlan enterprise) {
        var mine = enterprise.mines().getFirst().code();
        return List.of(
                of("职工", "worker", enterprise.stars().getFirst()),
                of("职工（五十多岁）", "worker over fifty", enterprise.stars().getLast()),
                of("承办人", "handler", first(enterprise, Role.HANDLER, mine + "-HQ")),
                of("受理员", "desk officer", first(enterprise, Role.DESK_OFFICER, mine)),
                of("窗口代写", "clerk", enterprise.holders(Role.DESK_OFFICER, mine).getLast()),
                of("科室负责人", "unit leader", first(enterprise, Role.UNIT_LEADER, mine + "-LZ")),
                of("区队长", "district leader", first(enterprise, Role.UNIT_LEADER, mine + "-ZC1")),
                of("矿长", "mine leader", first(enterprise, Role.UNIT_LEADER, mine)),
                of("督办回访（矿纪委）", "supervisor, caller", first(enterprise, Role.SUPERVISOR, mine)),
                of("复查人（公司纪委）", "reviewer", first(enterprise, Role.SUPERVISOR, "G-C")),
                of("调度员", "dispatcher", first(enterprise, Role.DISPATCHER, mine)),
                of("编辑", "editor", first(enterprise, Role.EDITOR, "G-C")),
                of("责任编辑", "section editor", first(enterprise, Role.SECTION_EDITOR, "G-C")),
                of("总编辑", "chief editor", first(enterprise, Role.CHIEF_EDITOR, "G-C")),
                of("受理兼承办", "two roles", bothAtDeskAndHandling(enterprise, mine)),
                of("系统管理员", "administrator", first(enterprise, Role.ADMINISTRATOR, "G")),
                of("安全管理员", "security administrator", first(enterprise, Role.SECURITY_ADMINISTRATOR, "G")),
                of("审计管理员", "audit administrator", first(enterprise, Role.AUDIT_ADMINISTRATOR, "G")));
    }

    private static PersonPlan first(EnterprisePlan enterprise, Role role, String unit) {
        return enterprise.holders(role, unit).getFirst();
    }

    private static PersonPlan bothAtDeskAndHandling(EnterprisePlan enterprise, String mine) {
        var handlers = enterprise.holders(Role.HANDLER, mine + "-QG");
        return enterprise.holders(Role.DESK_OFFICER, mine).stream()
                .filter(handlers::contains)
                .findFirst()
                .orElseThrow();
    }

    private static ShowRole of(String role, String englishRole, PersonPlan person) {
        return new ShowRole(role, englishRole, person, ReadablePassword.random());
    }
}
