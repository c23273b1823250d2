package cn.lianxin.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.Mine;
import cn.lianxin.duty.Duties;
import cn.lianxin.duty.KeepingDuties;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.promise.Responsibility;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class DutiesOnBoardTest {

    private static final String WHAT = "2027 年工资协议生效";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    KeepingDuties keeping;

    @Autowired
    Duties duties;

    @Autowired
    Responsibility responsibility;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient database;

    @Autowired
    Village village;

    Mine mine;
    String board;

    @BeforeEach
    void found() {
        mine = new Mine(village);
        board = "/disclosures?circle=" + mine.mine.value();
    }

    @AfterEach
    void again() {
        TestClock.reset();
    }

    @Test
    void what_is_overdue_stands_on_the_public_page_with_the_unit_and_its_leader_and_goes_when_it_is_published() {
        responsibility.assign("A1", mine.mine, mine.district, today().minusMonths(1));
        var key = "occasion-" + keeping.happened("wage-agreement", mine.mine, today(), WHAT, mine.mineLeader);
        assertThat(mvc.get().uri(board)).hasStatusOk().bodyText().contains(WHAT).doesNotContain("该公开没公开</h2>");

        TestClock.forward(Duration.ofDays(9));

        var leader = directory.personNames(List.of(mine.leader.person())).get(mine.leader.person());
        assertThat(mvc.get().uri(board).with(SignedIn.asNobody()))
                .bodyText()
                .contains("该公开没公开</h2>", WHAT, "晚了 2 天", "负责人" + leader);

        var trial = new Board(context, mine);
        var number = trial.writing.begin(mine.district, mine.mine, "wage-agreement", key, mine.handler);
        trial.write(number, "2027 年工资协议", "全文如下。", "");
        trial.writing.submit(number, mine.handler);
        assertThat(mvc.get().uri(board)).bodyText().contains("该公开没公开</h2>");
        trial.approving.approve(number, 1, false, mine.leader);

        assertThat(mvc.get().uri(board)).bodyText().contains("2027 年工资协议").doesNotContain(WHAT);

        trial.withdrawn(number, false);

        assertThat(mvc.get().uri(board)).bodyText().contains("该公开没公开</h2>", WHAT);
    }

    @Test
    void what_returns_falls_due_by_itself() {
        TestClock.forward(Duration.ofDays(70));

        assertThat(duties.falling(mine.mine, today(), today()))
                .extracting(due -> due.duty().code())
                .contains("hazards", "pay-distribution");
        assertThat(mvc.get().uri(board)).bodyText().contains("隐患排查治理情况 · ", "该公开没公开</h2>");
    }

    @Test
    void a_change_of_the_list_counts_from_tomorrow_and_what_was_due_stays_due_as_it_was() {
        keeping.happened("wage-delegates", mine.mine, today(), "双方代表选定", mine.mineLeader);
        var before = due("双方代表选定");

        assertThat(change("wage-delegates", Map.of("days", "2"), mine.supervisor))
                .hasStatus(303);

        assertThat(due("双方代表选定")).isEqualTo(before);
        TestClock.forward(Duration.ofDays(1));
        keeping.happened("wage-delegates", mine.mine, today(), "补选一名代表", mine.mineLeader);
        assertThat(due("补选一名代表")).isEqualTo(today().plusDays(2));
        assertThat(mvc.get().uri("/duties/wage-delegates")).bodyText().contains("改过几次", "早点公开");
    }

    @Test
    void whoever_publishes_does_not_keep_the_list_and_never_allows_what_may_not_be_public() {
        for (var one : List.of(mine.mineLeader, mine.desk, mine.handler, mine.worker)) {
            assertThat(change("business", Map.of("days", "99"), one)).hasStatus(404);
        }
        assertThat(change("business", Map.of("columns", "项目、身份证号"), mine.supervisor))
                .hasStatus(422)
                .bodyText()
                .contains("这样的栏永远不能公开");
        assertThatThrownBy(() -> database.sql("update duty.wording set days = 300 where duty = 'business'")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void only_the_office_of_the_mine_says_that_something_happened() {
        for (Actor.Member one : List.of(mine.worker, mine.handler, mine.stranger)) {
            assertThatThrownBy(() -> keeping.happened("wage-agreement", mine.mine, today(), WHAT, one))
                    .isInstanceOf(Refusal.NotFound.class);
        }
    }

    private MvcTestResult change(String code, Map<String, String> other, Actor.Member by) {
        var duty = duties.find(code, today().plusYears(1)).orElseThrow();
        var form = mvc.post()
                .uri("/duties/" + code)
                .with(SignedIn.as(by))
                .param("from", duty.place() + "")
                .param("days", other.getOrDefault("days", "5"))
                .param("staysDays", "30")
                .param("objectionDays", "5")
                .param("replyDays", "3")
                .param("columns", other.getOrDefault("columns", "项目"))
                .param("reason", "早点公开");
        return form.exchange();
    }

    private LocalDate due(String what) {
        return duties.falling(mine.mine, today(), today().plusYears(1)).stream()
                .filter(due -> due.what().equals(what))
                .findFirst()
                .orElseThrow()
                .dueOn();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(TestClock.now(), WorkingCalendar.ZONE);
    }
}
