package cn.lianxin.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An alias counts as the person that it stands for, though the row does not say who that is. */
@ProductTest
class CountedReportersTest {

    @Autowired
    CaseStore cases;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private Mine mine;

    @BeforeEach
    void found() {
        mine = new Mine(village);
    }

    @Test
    void who_spoke_once_under_his_name_and_once_in_confidence_is_one_person() {
        raise(mine.worker, Reporter.Mode.NAMED);
        raise(mine.worker, Reporter.Mode.CONFIDENTIAL);
        raise(new Actor.Member(village.worker(mine.crew), "工友", List.of()), Reporter.Mode.CONFIDENTIAL);

        assertThat(counted()).hasSize(3);
        assertThat(counted().stream().map(CountedCase::person).distinct()).hasSize(2);
    }

    @Test
    void what_a_leader_raises_in_confidence_to_his_own_unit_counts_as_his_own() {
        raise(mine.leader, Reporter.Mode.CONFIDENTIAL);
        raise(mine.worker, Reporter.Mode.CONFIDENTIAL);

        assertThat(counted()).extracting(CountedCase::own).containsExactly(true, false);
        assertThat(database.sql("select apart from verdict.answer where unit = :unit order by concern")
                        .param("unit", mine.district.value())
                        .query((row, _) -> row.getBoolean("apart"))
                        .list())
                .containsExactly(true, false);
    }

    private void raise(Actor by, Reporter.Mode mode) {
        var number = raising.raise(Mine.concern("E4", mode), Mine.token(), by).number();
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        handling.reply(number, Mine.reply(), mine.handler);
    }

    private List<CountedCase> counted() {
        var today = LocalDate.ofInstant(clock.instant(), Screen.ZONE);
        return cases.filed(
                today.minusDays(1),
                today.plusDays(1),
                mine.mine,
                clock.instant().plusSeconds(60));
    }
}
