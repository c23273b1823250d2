package cn.lianxin.foresight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
class ForesightPageTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    Village village;

    Mine mine;

    @BeforeEach
    void found() {
        mine = new Mine(village);
    }

    @AfterEach
    void today() {
        TestClock.reset();
    }

    @Test
    void where_nothing_happened_the_page_says_so_and_what_it_waits_for() throws Exception {
        var page = open("/foresight", mine.mineLeader);

        assertThat(page.select(".board-sentence").text()).isEqualTo("眼下没有异常。");
        assertThat(page.text()).contains("什么算平常还说不准", "没有成批再来的", "没有比出差别", "不足 20 人");
        assertThat(page.select("svg.bars")).isEmpty();
    }

    @Test
    void what_rises_stands_first_and_every_number_leads_to_as_many_rows() throws Exception {
        raised(1);
        TestClock.forward(Duration.ofDays(70));
        raised(1);
        TestClock.forward(Duration.ofDays(100));
        raised(7);

        var page = open("/foresight", mine.mineLeader);

        assertThat(page.select(".board-sentence").text()).contains("1 处在上升");
        var row = page.select("section:has(#rising) li");
        assertThat(row).hasSize(1);
        assertThat(row.select("a").eachText().getFirst()).isEqualTo("7");
        assertThat(row.select("a").eachText().getLast()).endsWith("（共 2 件）");
        assertThat(rows(row.select("a").getFirst().attr("href"), mine.mineLeader))
                .isEqualTo(7);
        assertThat(rows(row.select("a").getLast().attr("href"), mine.mineLeader))
                .isEqualTo(2);
        assertThat(open("/foresight/rising", mine.desk).select("main li")).hasSize(1);
    }

    @Test
    void what_was_answered_and_comes_again_is_named_with_all_that_was_raised() throws Exception {
        answered();
        TestClock.forward(Duration.ofDays(20));
        raised(3);

        var page = open("/foresight", mine.desk);
        var row = page.select("section:has(#returning) li");

        assertThat(row).hasSize(1);
        assertThat(row.select("a").text()).isEqualTo("近 90 天 4 件里有 3 件");
        assertThat(rows(row.select("a").attr("href"), mine.desk)).isEqualTo(4);
        assertThat(open("/foresight", mine.stranger).select("section:has(#returning) li"))
                .isEmpty();
    }

    @Test
    void units_of_twenty_people_are_drawn_on_one_scale_and_each_bar_leads_to_its_rows() throws Exception {
        for (var people = 0; people < 18; people++) {
            village.worker(mine.crew);
        }
        TestClock.forward(Duration.ofDays(-14));
        raised(2);
        TestClock.reset();

        var page = open("/foresight", mine.mineLeader);
        var bars = page.select("svg.bars");

        assertThat(bars).hasSize(1);
        assertThat(bars.attr("aria-label")).endsWith("近 12 周 2 件，21 人");
        assertThat(bars.select("rect")).hasSize(1).allSatisfy(bar -> {
            assertThat(bar.attr("height")).isEqualTo("40.0");
            assertThat(bar.attr("y")).isEqualTo("0.0");
        });
        assertThat(bars.select("line.bar-usual")).hasSize(1);
        assertThat(rows(bars.select("a").attr("href"), mine.mineLeader)).isEqualTo(2);
        assertThat(rows(page.select("figcaption span a").attr("href"), mine.mineLeader))
                .isEqualTo(2);
        assertThat(page.select("details table tbody tr").eachText()).anyMatch(row -> row.contains("21 2"));
    }

    @Test
    void only_who_leads_supervises_or_keeps_a_desk_has_the_board_and_only_of_his_units() throws Exception {
        for (var member : List.of(mine.mineLeader, mine.leader, mine.supervisor, mine.desk)) {
            assertThat(answer("/foresight", member).getStatus()).isEqualTo(200);
        }
        for (var member : List.of(mine.worker, mine.handler)) {
            assertThat(answer("/foresight", member).getStatus()).isEqualTo(404);
            assertThat(answer("/foresight/silent", member).getStatus()).isEqualTo(404);
        }
        var elsewhere = village.mine();
        for (var unit : List.of(elsewhere.value(), mine.mine.value(), mine.other.value(), 9_999_999_999L, -1L)) {
            assertThat(answer("/foresight?unit=" + unit, mine.leader).getStatus())
                    .as("unit %d", unit)
                    .isEqualTo(404);
        }
        assertThat(answer("/foresight?unit=" + mine.crew.value(), mine.leader).getStatus())
                .isEqualTo(200);
    }

    @Test
    void what_makes_no_sense_in_an_address_is_refused_and_breaks_nothing() throws Exception {
        for (var unit : List.of("x", "1.5", "99999999999999999999", "1%20or%201=1", "%F0%9F%98%80")) {
            assertThat(answer("/foresight?unit=" + unit, mine.desk).getStatus())
                    .as(unit)
                    .isIn(400, 404);
        }
        for (var part : List.of("RISING", "x", "rising%20", "%E4%B8%8A")) {
            assertThat(answer("/foresight/" + part, mine.desk).getStatus())
                    .as(part)
                    .isEqualTo(404);
        }
        assertThat(answer("/foresight?unit=", mine.desk).getStatus()).isEqualTo(200);
    }

    @Test
    void who_has_no_confirmed_address_is_told_what_to_do_and_who_has_no_board_gets_no_digest() throws Exception {
        var refused = mvc.perform(post("/foresight/digest").with(SignedIn.as(mine.desk)))
                .andReturn()
                .getResponse();

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.getContentAsString())
                        .select(".error-summary a")
                        .attr("href"))
                .isEqualTo("#digest");
        assertThat(mvc.perform(post("/foresight/digest").with(SignedIn.as(mine.worker)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    private void raised(int times) {
        for (int time = 0; time < times; time++) {
            raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.worker);
        }
    }

    private void answered() {
        ConcernNumber number = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        handling.reply(number, Mine.reply(), mine.handler);
    }

    private int rows(String address, Actor actor) throws Exception {
        return open(address, actor).select(".concern-table tbody tr").size();
    }

    private Document open(String address, Actor actor) throws Exception {
        var answer = answer(address, actor);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse answer(String address, Actor actor) throws Exception {
        return mvc.perform(get(URI.create(address)).with(SignedIn.as(actor)))
                .andReturn()
                .getResponse();
    }
}
