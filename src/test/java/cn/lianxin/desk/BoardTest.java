package cn.lianxin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import java.time.Duration;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
class BoardTest {

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    Village village;

    @Autowired
    MockMvc mvc;

    Mine mine;
    Pages pages;

    @BeforeEach
    void found() {
        mine = new Mine(village);
        pages = new Pages(mvc);
        for (var people = 0; people < 4; people++) {
            village.worker(mine.crew);
        }
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void an_empty_board_says_so_in_a_sentence() throws Exception {
        var page = pages.open("/board", mine.mineLeader);

        assertThat(page.select(".board-sentence").text()).isEqualTo("今天没有超期的。");
        assertThat(page.select("svg.bars")).isEmpty();
        assertThat(page.select(".section .quiet")).hasSize(6);
    }

    @Test
    void the_sentence_answers_first_and_its_numbers_lead_to_their_rows() throws Exception {
        for (var count = 0; count < 3; count++) {
            takenUp();
        }
        raised();
        waitsForApproval();
        TestClock.forward(Duration.ofDays(90));

        var page = pages.open("/board", mine.mineLeader);
        var sentence = page.select(".board-sentence");

        assertThat(sentence.text()).contains("今天有 5 件超期", "4 件在", "1 件等您拿主意");
        assertThat(rowsBehind(page, "5 件超期", mine.mineLeader)).isEqualTo(5);
        assertThat(rowsBehind(page, "4 件在", mine.mineLeader)).isEqualTo(4);
        assertThat(rowsBehind(page, "1 件等您拿主意", mine.mineLeader)).isEqualTo(1);
    }

    @Test
    void every_figure_leads_to_as_many_rows_as_it_counts() throws Exception {
        for (var count = 0; count < 6; count++) {
            replied(takenUp());
        }
        takenUp();
        raised();

        var page = pages.open("/board", mine.mineLeader);

        for (var link : page.select("td.number a, figcaption span a")) {
            var rows = pages.open(link.attr("href"), mine.mineLeader).select(".concern-table tbody tr");
            assertThat(rows.size())
                    .as(link.attr("href"))
                    .isEqualTo(Integer.parseInt(link.text().replaceAll("\\D", "")));
        }
        assertThat(page.select("td.number a[href*=replied]").text()).isEqualTo("/ 6 件");
        assertThat(page.select("svg.bars a")).hasSize(1);
        assertThat(page.select("svg.bars a").attr("aria-label")).endsWith("：8 件");
        assertThat(pages.open(page.select("svg.bars a").attr("href"), mine.mineLeader)
                        .select(".concern-table tbody tr"))
                .hasSize(8);
    }

    @Test
    void what_clearly_becomes_more_is_named_with_both_numbers() throws Exception {
        raised();
        TestClock.forward(Duration.ofDays(30));
        for (var count = 0; count < 7; count++) {
            raised();
        }

        var page = pages.open("/board", mine.mineLeader);
        var rise = page.select("table").stream()
                .filter(table -> table.text().contains("前 28 天"))
                .findFirst()
                .orElseThrow();

        assertThat(rise.select("tbody td").eachText()).containsExactly("7", "1");
        assertThat(pages.open(rise.select("tbody td a").getFirst().attr("href"), mine.mineLeader)
                        .select(".concern-table tbody tr"))
                .hasSize(7);
        assertThat(pages.open(rise.select("tbody td a").getLast().attr("href"), mine.mineLeader)
                        .select(".concern-table tbody tr"))
                .hasSize(1);
    }

    @Test
    void units_of_fewer_than_five_people_and_fewer_than_five_replies_make_no_figure() throws Exception {
        var speaker = new Actor.Member(village.worker(mine.other), "工", java.util.List.of());
        var number = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), speaker)
                .number();
        handling.acceptAndAssign(number, "E4", mine.other, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.otherHandler);
        handling.reply(number, Mine.reply(), mine.otherHandler);

        var page = pages.open("/board", mine.mineLeader);

        assertThat(page.select("svg.bars")).isEmpty();
        assertThat(page.text()).contains("不足五人，不单列", "不足 5 件");
    }

    @Test
    void a_leader_looks_into_his_own_units_only() throws Exception {
        takenUp();

        var district = pages.open("/board?unit=" + mine.district.value(), mine.mineLeader);

        assertThat(district.select("a.back-link").attr("href")).isEqualTo("/board?unit=" + mine.mine.value());
        assertThat(pages.answer("/board?unit=" + mine.other.value(), mine.leader)
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.open("/board", mine.leader).select("a.back-link")).isEmpty();
        assertThat(pages.open("/board", mine.desk).select("h1").text()).startsWith("一览");
        assertThat(pages.open("/board/rows?due=open&answered-by=" + mine.district.value(), new Mine(village).mineLeader)
                        .select(".empty"))
                .isNotEmpty();
    }

    @Test
    void the_board_asks_the_database_as_often_for_many_as_for_one() throws Exception {
        takenUp();
        var one = Statements.countedIn(() -> pages.open("/board", mine.mineLeader));
        for (var count = 0; count < 10; count++) {
            replied(takenUp());
            raised();
        }

        assertThat(Statements.countedIn(() -> pages.open("/board", mine.mineLeader)))
                .isEqualTo(one);
    }

    private int rowsBehind(Document page, String words, Actor actor) throws Exception {
        var link = page.select(".board-sentence a").stream()
                .filter(one -> one.text().startsWith(words))
                .findFirst()
                .orElseThrow();
        return pages.open(link.attr("href"), actor)
                .select(".concern-table tbody tr")
                .size();
    }

    private ConcernNumber raised() {
        return raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
    }

    private ConcernNumber takenUp() {
        var number = raised();
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        return number;
    }

    private void replied(ConcernNumber number) {
        handling.reply(number, Mine.reply(), mine.handler);
    }

    private void waitsForApproval() {
        var number = raising.raise(Mine.concern("A1", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
        handling.acceptAndAssign(number, "A1", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        handling.reply(number, Mine.reply(), mine.handler);
    }
}
