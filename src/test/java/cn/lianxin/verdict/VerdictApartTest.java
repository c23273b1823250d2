package cn.lianxin.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reply;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class VerdictApartTest {

    private static final Reply REPLY = new Reply("修热水", "换热器坏了", "明天换好", "澡堂办法", Reply.Outcome.SUPPORT);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    Actor.Member worker;
    Actor.Member desk;
    Actor.Member handler;
    Actor.Member leader;
    Actor.Member supervisor;
    ConcernNumber number;

    @BeforeEach
    void answer() {
        var mine = village.mine();
        var district = village.district(mine);
        desk = holder(Role.DESK_OFFICER, mine);
        handler = holder(Role.HANDLER, district);
        leader = holder(Role.UNIT_LEADER, district);
        supervisor = holder(Role.SUPERVISOR, mine);
        worker = new Actor.Member(village.worker(district), "工", List.of());
        number = raising.raise(
                        new NewConcern(
                                ConcernKind.HELP,
                                "E4",
                                "",
                                "澡堂没有热水",
                                "",
                                Reporter.Mode.NAMED,
                                Optional.empty(),
                                Optional.empty(),
                                Channel.PAGE,
                                List.of()),
                        UUID.randomUUID().toString().replace("-", "").substring(0, 24),
                        worker)
                .number();
        handling.acceptAndAssign(number, "E4", district, Set.of(), "", desk);
        handling.acknowledge(number, "", handler);
        handling.reply(number, REPLY, handler);
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void nothing_that_the_handling_line_reads_changes_with_a_verdict() {
        var before = everythingTheLineReads();

        assertThat(judge("NOT_SOLVED", "NOT_SATISFIED", worker)).hasStatus(303);

        assertThat(everythingTheLineReads()).isEqualTo(before);
        assertThat(text(page("/concerns/" + number, worker))).contains("记下了");
    }

    @Test
    void the_screen_after_a_verdict_is_the_same_whatever_was_said() {
        var solved = judge("SOLVED", "SATISFIED", worker).getResponse().getRedirectedUrl();
        var not = judge("NOT_SOLVED", "NOT_SATISFIED", worker).getResponse().getRedirectedUrl();

        assertThat(not).isEqualTo(solved);
    }

    @Test
    void nobody_but_the_worker_can_judge() {
        for (var other : List.of(desk, handler, leader, supervisor)) {
            assertThat(judge("SOLVED", "SATISFIED", other)).hasStatus(404);
        }

        assertThat(stored()).isEmpty();
    }

    @Test
    void he_may_think_again_for_thirty_days_and_not_after_them() {
        judge("SOLVED", "SATISFIED", worker);
        TestClock.forward(Duration.ofDays(29));
        assertThat(judge("NOT_SOLVED", "NOT_SATISFIED", worker)).hasStatus(303);
        TestClock.forward(Duration.ofDays(2));

        assertThat(judge("SOLVED", "SATISFIED", worker)).hasStatus(409);
        assertThat(stored()).containsExactly("NOT_SOLVED");
    }

    @Test
    void silence_is_no_verdict() {
        TestClock.forward(Duration.ofDays(400));

        assertThat(stored()).isEmpty();
    }

    /** Every page, list and count that those who handle it can open, and every row that they are told by. */
    private Map<String, String> everythingTheLineReads() {
        Map<String, String> seen = new LinkedHashMap<>();
        for (var reader : List.of(desk, handler, leader, supervisor)) {
            for (var address : List.of(
                    "/concerns/" + number,
                    "/concerns",
                    "/desk",
                    "/tasks",
                    "/decisions",
                    "/reviews",
                    "/board",
                    "/verdicts",
                    "/spot-checks",
                    "/spot-checks/draws",
                    "/spot-checks/findings",
                    "/escalations",
                    "/inbox",
                    "/desk?q=" + number)) {
                var answer = page(address, reader);
                seen.put(
                        reader.person() + address,
                        answer.getResponse().getStatus() + text(answer).replaceAll("\\d+ 小时|\\d\\d:\\d\\d", ""));
            }
        }
        seen.put("notifications", rows("select count(*) || '' from notification.message where person in (:people)"));
        seen.put("steps", rows("select count(*) || '' from concern.step where by_person in (:people)"));
        return seen;
    }

    private String rows(String sql) {
        return database.sql(sql)
                .param(
                        "people",
                        List.of(desk, handler, leader, supervisor).stream()
                                .map(member -> member.person().value())
                                .toList())
                .query(String.class)
                .single();
    }

    private List<String> stored() {
        return database.sql("""
                select v.solved from verdict.verdict v join concern.concern c on c.id = v.concern
                where c.number = :number
                """)
                .param("number", number.toString())
                .query((row, _) -> row.getString("solved"))
                .list();
    }

    private MvcTestResult judge(String solved, String satisfied, Actor by) {
        return mvc.perform(post("/concerns/" + number + "/verdict")
                .param("solved", solved)
                .param("satisfied", satisfied)
                .with(SignedIn.as(by)));
    }

    private MvcTestResult page(String address, Actor by) {
        return mvc.perform(get(address).with(SignedIn.as(by)));
    }

    private Actor.Member holder(Role role, UnitId unit) {
        return new Actor.Member(village.holder(role, unit), "人", List.of(new Grant(role, unit)));
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
