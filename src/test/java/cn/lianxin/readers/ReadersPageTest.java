package cn.lianxin.readers;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.Raised;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ProductTest
class ReadersPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    Village village;

    @Autowired
    Tokens tokens;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient database;

    private Mine mine;

    @BeforeEach
    void found() {
        mine = new Mine(village);
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void the_reporter_reads_unit_post_name_door_and_moment_newest_first() {
        var number = raise(Reporter.Mode.CONFIDENTIAL).number();
        ask("/concerns/" + number, mine.desk);
        TestClock.forward(Duration.ofMinutes(1));
        ask("/concerns/" + number, mine.supervisor);

        var readers = page(number, mine.worker, "zh-CN");

        var lines = readers.select(".readers li");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).text())
                .contains(unitOfTheMine(), "采煤工", "督办", "打开了这件事")
                .doesNotContain("看到了你的名字");
        assertThat(lines.get(1).text()).contains(unitOfTheMine(), "受理员", "打开了这件事", "看到了你的名字");
        assertThat(lines.get(1).select("time").attr("datetime")).isNotEmpty();
        assertThat(page(number, mine.worker, "en").select(".readers li").get(1).text())
                .contains("Desk officer", "Opened it", "saw your name");
        assertThat(page(number, mine.worker, "en").text()).doesNotContain("readers.", "door.");
        assertThat(answer("/concerns/" + number, mine.worker, "zh-CN"))
                .contains("/concerns/" + number + "/readers", "谁看过这件事");
    }

    @Test
    void senior_mode_reads_the_same() {
        var number = raise(Reporter.Mode.CONFIDENTIAL).number();
        ask("/concerns/" + number, mine.desk);

        var page = mvc.get()
                .uri("/concerns/" + number + "/readers")
                .cookie(new Cookie("senior", "on"))
                .with(SignedIn.as(mine.worker))
                .exchange();

        assertThat(page).bodyText().contains("class=\"senior", "受理员");
    }

    @Test
    void whoever_holds_the_receipt_of_an_anonymous_concern_sees_its_readers() {
        var raised = raise(Reporter.Mode.ANONYMOUS);
        ask("/concerns/" + raised.number(), mine.desk);

        var readers =
                page(raised.number(), new Actor.ReceiptHolder(raised.receipt().digest()), "zh-CN");

        assertThat(readers.select(".readers li")).hasSize(1);
        assertThat(readers.text()).doesNotContain("看到了你的名字");
    }

    @Test
    void nobody_else_sees_who_has_read_it() {
        var confidential = raise(Reporter.Mode.CONFIDENTIAL).number();
        var report = raising.raise(Mine.concern("K4", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();

        for (var number : List.of(confidential, report)) {
            for (var other : List.of(mine.desk, mine.supervisor, mine.mineLeader, mine.handler, mine.stranger)) {
                assertThat(ask("/concerns/" + number + "/readers", other)).hasStatus(404);
            }
            assertThat(page(number, mine.worker, "zh-CN").select(".empty")).hasSize(1);
        }
        assertThat(answer("/concerns/" + confidential, mine.desk, "zh-CN")).doesNotContain("/readers");
    }

    @Test
    void what_was_said_under_a_name_for_all_has_no_such_page() {
        var number = raise(Reporter.Mode.NAMED).number();
        ask("/concerns/" + number, mine.desk);

        assertThat(ask("/concerns/" + number + "/readers", mine.worker)).hasStatus(404);
        assertThat(answer("/concerns/" + number, mine.worker, "zh-CN")).doesNotContain("/readers");
        assertThat(database.sql("select count(*) from audit.reading where subject = :subject")
                        .param("subject", "concern:" + number)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void his_own_reading_is_no_reading() {
        var number = raise(Reporter.Mode.CONFIDENTIAL).number();
        ask("/concerns/" + number, mine.worker);
        ask("/concerns", mine.worker);

        assertThat(page(number, mine.worker, "zh-CN").select(".readers li")).isEmpty();
    }

    @Test
    void who_has_only_seen_a_title_in_a_list_is_shown_on_request() {
        var number = raise(Reporter.Mode.CONFIDENTIAL).number();
        ask("/desk/new", mine.desk);
        ask("/desk/new", mine.desk);
        ask("/desk?q=" + number, mine.desk);

        assertThat(page(number, mine.worker, "zh-CN").select(".readers li")).isEmpty();
        var lines = Jsoup.parse(answer("/concerns/" + number + "/readers?lines=true", mine.worker, "zh-CN"))
                .select(".readers li")
                .eachText();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).contains("搜索时看到了标题");
        assertThat(lines.getLast()).contains("在工作列表里看到了标题");
    }

    @Test
    void what_stood_below_the_end_of_a_board_was_not_read() {
        var numbers = IntStream.range(0, 7)
                .mapToObj(_ -> raise(Reporter.Mode.CONFIDENTIAL).number())
                .toList();
        TestClock.forward(Duration.ofDays(60));
        ask("/board", mine.mineLeader);

        var read = numbers.stream()
                .filter(number -> !Jsoup.parse(
                                answer("/concerns/" + number + "/readers?lines=true", mine.worker, "zh-CN"))
                        .select(".readers li")
                        .isEmpty())
                .toList();

        assertThat(read).isEqualTo(numbers.subList(0, 5));
    }

    @Test
    void who_stands_in_is_shown_with_the_one_for_whom() {
        var number = raise(Reporter.Mode.CONFIDENTIAL).number();
        var lent = List.of(new Grant(Role.DESK_OFFICER, mine.mine));
        var deputy = new Actor.Member(
                mine.otherHandler.person(),
                "替班的",
                lent,
                List.of(new Actor.StandIn(
                        mine.desk.person(), "下井的", true, TestClock.now().plus(Duration.ofHours(8)), lent, lent)));
        ask("/concerns/" + number, deputy);
        ask("/concerns/" + number, mine.desk);

        var lines = page(number, mine.worker, "zh-CN").select(".readers li").eachText();

        assertThat(lines.getLast()).contains("替班的", "替下井的看的");
        assertThat(lines.getFirst()).doesNotContain("看的");
    }

    @Test
    void who_has_no_post_is_shown_by_his_role() {
        var number = raise(Reporter.Mode.CONFIDENTIAL).number();
        village.leave(mine.desk.person());
        TestClock.forward(Duration.ofMinutes(1));
        database.sql("update organization.appointment set until_date = current_date - 1 where person = :person")
                .param("person", mine.desk.person().value())
                .update();
        ask("/concerns/" + number, mine.desk);

        assertThat(page(number, mine.worker, "zh-CN").select(".readers li").text())
                .contains("受理员")
                .doesNotContain("采煤工");
    }

    @Test
    void a_program_that_reads_along_with_the_receipt_stands_there_by_its_name() {
        var raised = raise(Reporter.Mode.ANONYMOUS);
        var machine = tokens.machine(mine.mine, ApplicationScope.CONCERNS, ApplicationScope.RECEIPTS);
        var address = "/api/v1/concerns/" + raised.number();

        assertThat(json(address, machine, raised).get("number").asString())
                .isEqualTo(raised.number().toString());

        var readers =
                page(raised.number(), new Actor.ReceiptHolder(raised.receipt().digest()), "zh-CN");
        assertThat(readers.select(".readers li").text()).contains("程序：小程序", "通过接口打开了");
        var item = json(address + "/readers", machine, raised).get("items").get(0);
        assertThat(item.get("name").asString()).isEqualTo("小程序");
        assertThat(item.get("program").asBoolean()).isTrue();
        assertThat(item.get("door").asString()).isEqualTo("INTERFACE");
    }

    @Test
    void the_speaker_reads_it_by_the_interface_too() {
        var number = raise(Reporter.Mode.CONFIDENTIAL).number();
        ask("/concerns/" + number, mine.desk);
        var token = tokens.person(mine.worker.person(), mine.mine, ApplicationScope.CONCERNS);
        var desk = tokens.person(mine.desk.person(), mine.mine, ApplicationScope.CONCERNS, ApplicationScope.WORK);

        var answer = mvc.get()
                .uri("/api/v1/concerns/" + number + "/readers")
                .header("Authorization", "Bearer " + token)
                .exchange();

        assertThat(answer).bodyText().contains("\"DESK_OFFICER\"", "打开了这件事", "\"named\":true");
        assertThat(mvc.get()
                        .uri("/api/v1/concerns/" + number + "/readers")
                        .header("Authorization", "Bearer " + desk)
                        .exchange())
                .hasStatus(404);
    }

    private Raised raise(Reporter.Mode mode) {
        return raising.raise(Mine.concern("E4", mode), Mine.token(), mine.worker);
    }

    private String unitOfTheMine() {
        return directory.unit(mine.mine).name();
    }

    private Document page(ConcernNumber number, Actor actor, String language) {
        return Jsoup.parse(answer("/concerns/" + number + "/readers", actor, language));
    }

    private MvcTestResult ask(String address, Actor actor) {
        return mvc.get().uri(address).with(SignedIn.as(actor)).exchange();
    }

    private String answer(String address, Actor actor, String language) {
        var answer = mvc.get()
                .uri(address)
                .cookie(new Cookie("language", language))
                .with(SignedIn.as(actor))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private JsonNode json(String address, String token, Raised raised) {
        var answer = mvc.get()
                .uri(address)
                .header("Authorization", "Bearer " + token)
                .header("Lianxin-Receipt", raised.receipt().digits())
                .exchange();
        assertThat(answer).hasStatusOk();
        return new JsonMapper().readTree(answer.getResponse().getContentAsByteArray());
    }
}
