package cn.lianxin.concern;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.casework.Routing;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.promise.Responsibility;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who owns what has just come in, and what becomes of what nobody wants. */
@ProductTest
class ReceivingTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    Routing routing;

    @Autowired
    Responsibility responsibility;

    @Autowired
    ConcernFigures figures;

    @Autowired
    Concerns concerns;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    Mine mine;

    @BeforeEach
    void found() {
        mine = new Mine(village);
    }

    @Test
    void what_the_table_names_somebody_for_is_received_by_the_desk() {
        responsibility.assign("E4", mine.mine, mine.district, LONG_AGO);

        var number = raised();

        assertThat(owner(number)).isEqualTo(new Owner(mine.mine, mine.desk.person()));
    }

    @Test
    void a_hole_in_the_table_falls_to_the_head_of_the_office_and_stands_on_the_list_of_gaps() throws Exception {
        var number = raised();

        assertThat(owner(number)).isEqualTo(new Owner(mine.mine, mine.mineLeader.person()));
        var administrator =
                new Actor.Member(village.worker(mine.mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine.mine)));
        assertThat(mvc.get()
                        .uri("/responsibility")
                        .with(SignedIn.as(administrator))
                        .exchange())
                .bodyText()
                .contains("E4 浴室更衣洗衣</th>");
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        assertThat(owner(number).person())
                .as("whoever received it stays its owner until another accepts")
                .isEqualTo(mine.mineLeader.person());
    }

    @Test
    void the_table_is_asked_as_of_the_day_of_filing() {
        responsibility.assign("E4", mine.mine, mine.district, LONG_AGO);
        var number = raised();
        database.sql("update concern.concern set filed_at = filed_at - interval '10 days' where number = :number")
                .param("number", number.toString())
                .update();
        responsibility.assign("E4", mine.mine, mine.other, LocalDate.now().minusDays(3));

        var forms = routing.formsFor(reading.open(number, Door.PAGE, mine.desk), mine.desk);

        assertThat(forms.suggestedLead()).contains(mine.district);
    }

    @Test
    void hand_backs_are_counted_with_the_unit_that_had_it_at_the_time() {
        var number = raised();
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.handBack(number, "不归我们", mine.handler);
        handling.decideHandBack(number, true, "", mine.desk);
        handling.assign(number, mine.other, Set.of(), "", mine.desk);
        handling.handBack(number, "也不归我们", mine.otherHandler);

        assertThat(figures.handBacks(mine.mine, mine.mineLeader))
                .containsExactlyInAnyOrder(
                        new ConcernFigures.HandBacks(mine.district, 1), new ConcernFigures.HandBacks(mine.other, 1));
        assertThat(figures.handBacks(mine.mine, mine.stranger)).isEmpty();
    }

    private ConcernNumber raised() {
        return raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
    }

    private Owner owner(ConcernNumber number) {
        return concerns.get(number, mine.supervisor).concern().course().owner();
    }
}
