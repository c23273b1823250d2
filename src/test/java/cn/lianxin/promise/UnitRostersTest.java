package cn.lianxin.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ProductTest
class UnitRostersTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    KeepingRules keeping;

    @Autowired
    TimeLimits limits;

    @Autowired
    Village village;

    @Autowired
    Directory directory;

    @Test
    void working_hours_of_a_unit_with_a_roster_are_those_of_its_shift() {
        var mine = village.mine();
        var district = village.district(mine);
        var crew = village.district(district);
        var administrator = new Actor.Member(village.worker(mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine)));
        var roster = "四班三运转 " + district.value();
        mvc.post()
                .uri("/calendar/rosters")
                .param("name", roster)
                .param("shifts", "早 08:00-16:00, 中 16:00-24:00, 夜 00:00-08:00")
                .param("pattern", "夜夜中中早早休休")
                .param("firstDay", "2031-04-05")
                .with(SignedIn.as(administrator))
                .exchange();
        keeping.giveRoster(directory.unit(district).code(), roster, "0", "2031-04-02", administrator);
        var saturdayNight =
                LocalDateTime.of(2031, 4, 5, 1, 0).atZone(TimeLimits.ZONE).toInstant();

        assertThat(limits.of("E4", Grade.U3, saturdayNight, crew).acknowledgeBy())
                .isEqualTo(LocalDateTime.of(2031, 4, 5, 5, 0)
                        .atZone(TimeLimits.ZONE)
                        .toInstant());
        assertThat(limits.of("E4", Grade.U3, saturdayNight, mine).acknowledgeBy())
                .isAfter(LocalDateTime.of(2031, 4, 5, 8, 0)
                        .atZone(TimeLimits.ZONE)
                        .toInstant());
    }

    @Test
    void a_roster_that_is_not_written_down_or_a_unit_that_is_not_there_is_refused() {
        var mine = village.mine();
        var administrator = new Actor.Member(village.worker(mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine)));
        var code = directory.unit(mine).code();

        assertThatThrownBy(() -> keeping.giveRoster(code, "没有的", "0", "2031-04-02", administrator))
                .isInstanceOf(Refusal.Violation.class)
                .hasMessageContaining("rule-roster-unknown");
        assertThatThrownBy(() -> keeping.giveRoster("没有", "", "0", "2031-04-02", administrator))
                .hasMessageContaining("rule-unit-unknown");
        assertThatThrownBy(() -> keeping.giveRoster(code, "", "400", "2031-04-02", administrator))
                .hasMessageContaining("rule-crew-unclear");
        assertThatThrownBy(() -> keeping.giveRoster(code, "", "0", "2020-04-02", administrator))
                .hasMessageContaining("rule-in-the-past");
    }
}
