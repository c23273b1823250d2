package cn.lianxin.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Employment;
import cn.lianxin.organization.UnitKind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EnterprisePlannerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final EnterprisePlan PLAN = EnterprisePlanner.plan(Content.packaged(), TODAY);

    @Test
    void the_same_day_gives_the_same_people() {
        assertThat(EnterprisePlanner.plan(Content.packaged(), TODAY)).isEqualTo(PLAN);
    }

    @Test
    void about_two_thousand_people_work_on_six_levels_under_own_and_other_employers() {
        assertThat(PLAN.people()).hasSizeBetween(2_000, 2_200);
        assertThat(PLAN.people()).extracting(PersonPlan::staffNumber).doesNotHaveDuplicates();
        assertThat(PLAN.people()).extracting(PersonPlan::employment).contains(Employment.values());
        assertThat(PLAN.people().stream().filter(one -> !one.works())).hasSizeBetween(15, 60);
        assertThat(PLAN.units().keySet()).anyMatch(unit -> PLAN.upwards(unit).size() >= 6);
        assertThat(PLAN.secondPosts()).hasSizeGreaterThan(10);
    }

    @Test
    void every_house_has_a_desk_a_leader_supervisors_and_the_three_administrators() {
        for (var unit : PLAN.units().values()) {
            if (unit.kind() == UnitKind.MINE || unit.kind() == UnitKind.COMPANY || unit.kind() == UnitKind.GROUP) {
                assertThat(PLAN.holders(Role.DESK_OFFICER, unit.code())).isNotEmpty();
                assertThat(PLAN.holders(Role.UNIT_LEADER, unit.code())).isNotEmpty();
                assertThat(PLAN.holders(Role.SUPERVISOR, unit.code())).hasSizeGreaterThan(1);
                assertThat(Role.ADMINISTRATORS)
                        .allSatisfy(role ->
                                assertThat(PLAN.holders(role, unit.code())).isNotEmpty());
            }
        }
    }

    @Test
    void each_role_has_somebody_to_show_it() {
        var shown = ShowRole.cast(PLAN);

        assertThat(shown).hasSize(18);
        assertThat(shown).extracting(one -> one.person().staffNumber()).doesNotHaveDuplicates();
        assertThat(shown)
                .extracting(ShowRole::password)
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("(\\w{4}-){2}\\w{4}"));
        assertThat(TODAY.getYear() - shown.get(1).person().bornIn()).isGreaterThan(50);
    }
}
