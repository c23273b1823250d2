package cn.lianxin.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.kernel.Role;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadUnitsTest {

    private static final EnterprisePlan ENTERPRISE =
            EnterprisePlanner.plan(Content.packaged(), LocalDate.of(2026, 11, 23));
    private static final LeadUnits LEADS = new LeadUnits(ENTERPRISE);

    @Test
    void a_department_of_the_mine_leads_and_where_it_has_none_one_of_the_company() {
        var expected = Map.of(
                "A1",
                "BL-LZ",
                "C1",
                "BL-TFK",
                "D5",
                "G-C-GH-NG",
                "E1",
                "BL-HQ",
                "G1",
                "G-C-YS",
                "H1",
                "G-C-RL-SB",
                "K3",
                "BL-JW",
                "L1",
                "G-C-GH-BF",
                "M2",
                "G-XX",
                "M6",
                "BL-QG");

        expected.forEach((matter, unit) -> assertThat(leadOn(matter, "BL-XX-1")).isEqualTo(unit));
    }

    @Test
    void the_workers_own_district_leads_on_what_the_districts_decide() {
        assertThat(leadOn("A3", "BL-ZC1-1A")).isEqualTo("BL-ZC1");
        assertThat(leadOn("A3", "BL-HQ-ST")).isEqualTo("BL-LZ");
    }

    @Test
    void somebody_handles_and_somebody_leads_wherever_a_matter_may_go() {
        for (var matter : PackagedMatters.all()) {
            for (var unit : ENTERPRISE.units().keySet()) {
                var lead = LEADS.leadOn(matter, unit).code();
                assertThat(ENTERPRISE.holders(Role.HANDLER, lead)).as(lead).isNotEmpty();
                assertThat(ENTERPRISE.holders(Role.UNIT_LEADER, lead)).as(lead).isNotEmpty();
            }
        }
    }

    private static String leadOn(String matter, String unit) {
        var found = PackagedMatters.all().stream()
                .filter(one -> one.code().equals(matter))
                .findFirst()
                .orElseThrow();
        return LEADS.leadOn(found, unit).code();
    }
}
