package cn.lianxin.promise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.audit.Door;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class RulesPageTest {

    private static final LocalDate LATER = LocalDate.of(2031, 4, 1);
    private static final String HEADER = "规则包,环节,事项,级别,数量,单位,依据,生效日期\n";
    private static final String UPWARDS = """
            2\t逐级上报\t上报\t\t\t30\t%\t矿规\t2031-04-01
            3\t逐级上报\t上报\t\t\t60\t%\t矿规\t2031-04-01
            4\t逐级上报\t上报\t\t\t100\t%\t矿规\t2031-04-01
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    RuleStore store;

    @Autowired
    TimeLimits limits;

    @Autowired
    Thresholds thresholds;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient database;

    Actor administrator = new Actor.Visitor();
    Actor supervisor = new Actor.Visitor();
    Actor worker = new Actor.Visitor();

    @BeforeEach
    void people() {
        var mine = village.mine();
        administrator = new Actor.Member(village.worker(mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine)));
        supervisor = new Actor.Member(village.worker(mine), "督", List.of(new Grant(Role.SUPERVISOR, mine)));
        worker = new Actor.Member(village.worker(mine), "工", List.of());
    }

    /** What others count by must not change with this test. */
    @AfterEach
    void asBefore() {
        TestClock.reset();
        database.sql("delete from promise.rule where version in (select id from promise.rule_version where id >= 100)")
                .update();
        database.sql("delete from promise.rule_version where id >= 100").update();
        database.sql("delete from promise.rule_switch where id > 1").update();
    }

    @Test
    void everybody_reads_the_rules_and_only_administrators_keep_them() {
        assertThat(text(mvc.get().uri("/rules").with(SignedIn.as(worker)).exchange()))
                .contains("信访工作条例 第三十四条", "60 天", "矿定分级", "4 个工作小时")
                .doesNotContain("导入规则包");
        assertThat(text(mvc.get().uri("/rules").with(SignedIn.as(administrator)).exchange()))
                .contains("导入规则包");
        assertThat(looked(HEADER + "食堂,答复,E1,,2,日,规定,2031-04-01\n", worker)).hasStatus(404);
        assertThat(taken("2\t食堂\t答复\tE1\t\t2\t日\t规定\t2031-04-01", worker)).hasStatus(404);
        assertThat(switched("接诉即办热线", "", "", "true", "2031-04-01", worker)).hasStatus(404);
    }

    @Test
    void a_pack_is_looked_at_first_and_then_taken_and_counts_from_its_day_on() {
        var before = store.book().versions().size();
        var looked = looked(HEADER + "食堂,答复,E1,,2,日,规定,2031-04-01\n", administrator);

        assertThat(looked).hasStatusOk();
        assertThat(text(looked)).contains("1 条都没问题", "还没导入");
        assertThat(store.book().versions()).hasSize(before);

        assertThat(taken("2\t食堂\t答复\tE1\t\t2\t日\t规定\t2031-04-01", administrator))
                .hasStatus(303);

        assertThat(store.book().rulesFor(Stage.REPLY, "E1", Grade.U3, LATER)).hasSize(3);
        assertThat(store.book().rulesFor(Stage.REPLY, "E1", Grade.U3, LATER.minusDays(1)))
                .hasSize(2);
        var due = limits.of(
                "E1", Grade.U3, LATER.atTime(9, 0).atZone(TimeLimits.ZONE).toInstant());
        assertThat(limits.sourcesOf(due)).contains("规定");
        assertThat(text(mvc.get().uri("/rules").with(SignedIn.as(worker)).exchange()))
                .contains("食堂", "2031年4月1日(二)起管用");
        assertThat(audit.of("rules:食堂", Optional.empty(), supervisor).rows())
                .anyMatch(entry -> entry.action().equals("promise.rules-imported"));
    }

    @Test
    void every_faulty_row_is_named_with_its_reason_and_the_rules_in_force_stay() {
        var before = store.book();

        var answer = looked(
                HEADER
                        + "甲,答复,E1,,2,日,规定,2031-04-01\n"
                        + "甲,答复,E,U3,3,日,规定,2031-04-01\n"
                        + "甲,签收,,,3,日,,2031-04-01\n"
                        + "甲,复查,,,3,日,规定,2020-04-01\n"
                        + "甲,复查,Z9,,3,日,规定,2031-04-01\n"
                        + "甲,复查,,U9,3,日,规定,2031-04-01\n"
                        + "甲,催,,,3,日,规定,2031-04-01\n"
                        + "甲,复核,,,0,日,规定,2031-04-01\n"
                        + "甲,复核,,,3,月,规定,2031-04-01\n"
                        + "甲,退回,,,3,日,规定,2031-05-01\n"
                        + "甲,暂停,,,3,工作日,规定,2031-04-01\n"
                        + ",延期,,,3,日,规定,2031-04-01\n",
                administrator);

        assertThat(answer).hasStatus(422);
        assertThat(text(answer))
                .contains(
                        "和第 2 行管的是同一件事",
                        "没写依据",
                        "最早从明天起",
                        "没有“Z9”这个事项",
                        "没有“U9”这个级别",
                        "环节看不懂",
                        "数量要是 1 到",
                        "单位看不懂",
                        "第 2 行写的是另一天",
                        "要用“日”写",
                        "没写是哪个规则包",
                        "原来的规则照用")
                .doesNotContain("就按这个，到那天换");
        assertThat(store.book()).isEqualTo(before);
    }

    @Test
    void nothing_is_taken_that_would_leave_a_grade_without_a_promise() {
        var before = store.book();

        var pack = looked(HEADER + "信访工作条例,签收,,,15,日,规定,2031-04-01\n", administrator);
        var decision = switched("信访工作条例", "K4", "U5", "false", "2031-04-01", administrator);

        assertThat(pack).hasStatus(422);
        assertThat(text(pack)).contains("等于什么也没答应");
        assertThat(decision).hasStatus(422);
        assertThat(text(decision)).contains("事项 K4、级别 U5", "答复");
        assertThat(store.book()).isEqualTo(before);
    }

    @Test
    void the_thresholds_of_escalation_stand_with_their_source_and_day_and_are_replaced_like_other_rules() {
        assertThat(text(mvc.get().uri("/rules").with(SignedIn.as(worker)).exchange()))
                .contains("逐级上报", "时间过了 50%", "时间过了 80%", "矿定：时间过八成亮黄灯");

        assertThat(taken(UPWARDS + "5\t逐级上报\t再上报\t\t\t2\t工作日\t矿规\t2031-04-01\n", administrator))
                .hasStatus(303);

        var at = LATER.atTime(9, 0).atZone(TimeLimits.ZONE).toInstant();
        assertThat(thresholds.inTime("E4", Grade.U3, at)).containsExactly(30, 60, 100);
        assertThat(thresholds.inTime("E4", Grade.U3, at.minus(Duration.ofDays(1))))
                .containsExactly(50, 80, 100);
    }

    @Test
    void no_list_and_no_switch_keeps_those_above_from_hearing() {
        var before = store.book();
        var end = "5\t逐级上报\t再上报\t\t\t2\t工作日\t矿规\t2031-04-01\n";

        var nothingBefore = taken("4\t逐级上报\t上报\t\t\t100\t%\t矿规\t2031-04-01\n" + end, administrator);
        var nothingAtTheEnd = taken("4\t逐级上报\t上报\t\t\t99\t%\t矿规\t2031-04-01\n" + end, administrator);
        var nothingBeyond = taken(UPWARDS, administrator);
        var off = switched("逐级上报", "K4", "U5", "false", "2031-04-01", administrator);

        for (var refused : List.of(nothingBefore, nothingAtTheEnd, nothingBeyond, off)) {
            assertThat(refused).hasStatus(422);
            assertThat(text(refused)).contains("谁也关不掉", "原来的规则照用");
        }
        assertThat(store.book()).isEqualTo(before);
    }

    @Test
    void a_pack_of_thresholds_may_be_switched_off_where_another_takes_its_place() {
        var other = (UPWARDS + "5\t逐级上报\t再上报\t\t\t2\t工作日\t矿规\t2031-04-01\n").replace("逐级上报", "矿里自己的");

        assertThat(taken(other, administrator)).hasStatus(303);
        assertThat(switched("逐级上报", "", "", "false", "2031-04-01", administrator))
                .hasStatus(303);

        var at = LATER.atTime(9, 0).atZone(TimeLimits.ZONE).toInstant();
        assertThat(thresholds.inTime("K4", Grade.U5, at)).containsExactly(30, 60, 100);
    }

    @Test
    void a_faulty_threshold_is_named_with_its_reason() {
        var before = store.book();

        var answer = looked(
                HEADER
                        + "甲,上报,,,50,日,矿规,2031-04-01\n"
                        + "甲,答复,E1,,50,%,矿规,2031-04-01\n"
                        + "甲,上报,,,101,%,矿规,2031-04-01\n"
                        + "甲,上报,,,40,%,矿规,2031-04-01\n"
                        + "甲,上报,E,U3,40,%,矿规,2031-04-01\n"
                        + "甲,再上报,,,31,工作日,矿规,2031-04-01\n",
                administrator);

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("“上报”用 % 写", "1 到 100", "和第 5 行管的是同一件事", "1 到 30");
        assertThat(store.book()).isEqualTo(before);
    }

    @Test
    void a_pack_is_switched_on_for_a_matter_and_the_stricter_limit_wins_from_that_day() {
        var at = LATER.atTime(9, 0).atZone(TimeLimits.ZONE).toInstant();
        var before = limits.of("E4", Grade.U0, at);

        assertThat(switched("接诉即办热线", "E4", "", "true", "2031-04-01", administrator))
                .hasStatus(303);

        var after = limits.of("E4", Grade.U0, at);
        assertThat(after.replyBy()).isBefore(before.replyBy());
        assertThat(limits.sourcesOf(after)).contains("12345 热线做法：危及生命财产");
        assertThat(limits.of("E5", Grade.U0, at).replyBy()).isEqualTo(before.replyBy());
        assertThat(switched("接诉即办热线", "E4", "", "false", "2020-04-01", administrator))
                .hasStatus(422);
    }

    @Test
    void what_was_promised_stays_when_a_rule_changes_and_the_person_reads_by_which_rule() {
        var mine = new Mine(village);
        var before = raised(mine);
        var due = reading.open(before, Door.PAGE, mine.worker).replyBy();
        var tomorrow = LocalDate.ofInstant(TestClock.now(), TimeLimits.ZONE).plusDays(1);

        assertThat(taken("2\t新包\t答复\tE4\t\t1\t工作日\t新规定\t" + tomorrow, administrator))
                .hasStatus(303);
        TestClock.forward(Duration.ofDays(2));
        var after = raised(mine);

        assertThat(reading.open(before, Door.PAGE, mine.worker).replyBy()).isEqualTo(due);
        assertThat(reading.open(before, Door.PAGE, mine.worker).clock().rules()).contains("矿定分级：一般");
        assertThat(reading.open(after, Door.PAGE, mine.worker).clock().rules()).contains("新规定");
        assertThat(text(mvc.get()
                        .uri("/concerns/" + before)
                        .with(SignedIn.as(mine.worker))
                        .exchange()))
                .contains("按这些规定答应的：矿定分级：一般");
    }

    private ConcernNumber raised(Mine mine) {
        return raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
    }

    private MvcTestResult looked(String csv, Actor by) {
        return mvc.post()
                .uri("/rules/preview")
                .multipart()
                .file(new MockMultipartFile("file", "rules.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .with(SignedIn.as(by))
                .exchange();
    }

    private MvcTestResult taken(String list, Actor by) {
        return mvc.post()
                .uri("/rules/packs")
                .param("list", list)
                .with(SignedIn.as(by))
                .exchange();
    }

    private MvcTestResult switched(String pack, String matter, String grade, String on, String from, Actor by) {
        return mvc.post()
                .uri("/rules/switches")
                .param("pack", pack)
                .param("matter", matter)
                .param("grade", grade)
                .param("on", on)
                .param("from", from)
                .with(SignedIn.as(by))
                .exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
