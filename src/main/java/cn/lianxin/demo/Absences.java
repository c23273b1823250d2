package cn.lianxin.demo;

import cn.lianxin.identity.GoingAway;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Staffing;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is away today and whose deputy acts; and one handler who has just left, so that his open concerns moved on. */
@Component
class Absences {

    private static final Actor BY = new Actor.Clockwork("demo");
    private static final Duration LEFT_OF_THE_SHIFT = Duration.ofHours(6);

    private final GoingAway goingAway;
    private final Staffing staffing;
    private final Clock clock;

    Absences(GoingAway goingAway, Staffing staffing, Clock clock) {
        this.goingAway = goingAway;
        this.staffing = staffing;
        this.clock = clock;
    }

    void begin(Company company, LocalDate today) {
        var plan = company.plan();
        var mines = plan.mines();
        var second = mines.get(1).code();
        var third = mines.get(2).code();
        away(company, leader(plan, second + "-ZC1"), plan.in(second + "-ZC1").get(1), today, 6, "参加安全管理人员培训");
        away(company, leader(plan, third), plan.in(third).get(1), today, 3, "到集团开会");
        var officers = plan.holders(Role.DESK_OFFICER, second);
        away(company, officers.getLast(), officers.getFirst(), today, 9, "年休假");
        below(company, plan.holders(Role.HANDLER, second + "-ZC1"));
        below(company, plan.holders(Role.HANDLER, second + "-LZ"));
        var leaving =
                plan.holders(Role.HANDLER, mines.getFirst().code() + "-LZ").getLast();
        staffing.leave(company.member(leaving.staffNumber()).person(), today, BY);
    }

    /** Two hours into the shift, and no deputy named: the next in line stands in. */
    private void below(Company company, List<PersonPlan> who) {
        who.stream()
                .limit(1)
                .forEach(person -> goingAway.underground(
                        clock.instant().plus(LEFT_OF_THE_SHIFT), company.member(person.staffNumber())));
    }

    private void away(Company company, PersonPlan who, PersonPlan deputy, LocalDate today, int days, String why) {
        goingAway.leave(
                Optional.of(company.member(deputy.staffNumber()).person()),
                today.minusDays(1),
                today.plusDays(days),
                why,
                company.member(who.staffNumber()));
    }

    private static PersonPlan leader(EnterprisePlan plan, String unit) {
        return plan.holders(Role.UNIT_LEADER, unit).getFirst();
    }
}
