package cn.lianxin.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.web.Screen;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class IndicatorsPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    KeepingQuarters keeping;

    @Autowired
    Village village;

    Mine mine;
    Span quarter;

    @BeforeEach
    void six_people_are_answered() {
        TestClock.reset();
        mine = new Mine(village);
        quarter = Span.quarterOf(LocalDate.ofInstant(TestClock.now(), Screen.ZONE));
        for (var one = 0; one < 6; one++) {
            raise();
        }
        countedBy(mine.mine, quarter);
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void a_leader_reads_what_each_figure_was_counted_of_in_his_language() {
        var chinese = page("/indicators?unit=" + mine.mine.value() + "&span=" + quarter, mine.mineLeader, "zh-CN");
        var english = page("/indicators?unit=" + mine.mine.value() + "&span=" + quarter, mine.mineLeader, "en");

        assertThat(row(chinese, "按时率")).contains("100 %", "6 / 6", "1");
        assertThat(row(english, "On time")).contains("100 %", "6 / 6", "none", "1");
        assertThat(row(english, "Solved")).contains("Nothing to count.");
        assertThat(english.text()).contains("By unit").doesNotContain("indicators.");
    }

    @Test
    void figures_lead_to_the_rows_of_those_who_may_see_them() {
        var page = page("/indicators?unit=" + mine.mine.value() + "&span=" + quarter, mine.mineLeader, "zh-CN");

        var link = page.select(".page-title a").attr("href");

        assertThat(page(link, mine.mineLeader, "zh-CN").select("tbody tr")).hasSize(6);
        assertThat(page(link, mine.worker, "zh-CN").select("tbody tr")).isEmpty();
    }

    @Test
    void a_leader_sees_what_is_below_him_and_a_worker_the_enterprise() {
        var district = "/indicators?unit=" + mine.district.value() + "&span=" + quarter;

        assertThat(answer(district, mine.leader, "zh-CN")).hasStatusOk();
        assertThat(answer(district, mine.worker, "zh-CN")).hasStatus(404);
        assertThat(answer("/indicators?unit=" + mine.other.value(), mine.leader, "zh-CN"))
                .hasStatus(404);
        assertThat(answer("/indicators?unit=" + mine.mine.value(), mine.worker, "zh-CN"))
                .hasStatusOk();
    }

    @Test
    void verdicts_are_cut_by_unit_only_and_the_page_says_so() {
        var page = page(
                "/indicators?unit=" + mine.mine.value() + "&span=" + quarter + "&matter=E&by=GRADE",
                mine.mineLeader,
                "en");

        assertThat(row(page, "Satisfied")).contains("by unit and quarter only");
        assertThat(row(page, "On time")).contains("6 / 6");
    }

    @Test
    void what_is_not_final_is_not_shown_and_the_page_says_when_it_will_be() {
        var running = Span.quarterOf(quarter.recurrencesFinalOn());

        var page = page("/indicators?unit=" + mine.mine.value() + "&span=" + running, mine.mineLeader, "en");

        assertThat(row(page, "On time")).contains("Not counted: the day has not come");
        assertThat(page.text()).contains("as of " + running.finalOn());
    }

    private void countedBy(UnitId root, Span span) {
        var day = span.recurrencesFinalOn().atTime(9, 0).atZone(Screen.ZONE).toInstant();
        TestClock.forward(Duration.between(TestClock.now(), day));
        keeping.keepWhatIsFinal(root);
    }

    private void raise() {
        var worker = new Actor.Member(village.worker(mine.crew), "工", List.of());
        var number = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), worker)
                .number();
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        handling.reply(number, Mine.reply(), mine.handler);
    }

    private static String row(Document page, String indicator) {
        return page.select("tbody tr").stream()
                .filter(line -> line.expectFirst("th").ownText().equals(indicator))
                .map(line -> line.text())
                .findFirst()
                .orElseThrow();
    }

    private Document page(String address, Actor actor, String language) {
        var answer = answer(address, actor, language);
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult answer(String address, Actor actor, String language) {
        return mvc.perform(get(java.net.URI.create(address))
                .cookie(new Cookie("language", language))
                .with(SignedIn.as(actor)));
    }
}
