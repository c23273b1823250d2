package cn.lianxin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
class WorkPagesTest {

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
    }

    @Test
    void what_is_not_yours_does_not_exist() throws Exception {
        for (var address : Pages.ALL) {
            assertThat(pages.answer(address, mine.worker).getStatus())
                    .as(address)
                    .isEqualTo(404);
            assertThat(pages.answer(address, new Actor.Visitor()).getRedirectedUrl())
                    .as(address)
                    .startsWith("/sign-in");
        }
        assertThat(pages.answer("/desk", mine.handler).getStatus()).isEqualTo(404);
        assertThat(pages.answer("/desk", mine.leader).getStatus()).isEqualTo(404);
        assertThat(pages.answer("/tasks", mine.desk).getStatus()).isEqualTo(404);
        assertThat(pages.answer("/decisions", mine.handler).getStatus()).isEqualTo(404);
        assertThat(pages.answer("/reviews", mine.leader).getStatus()).isEqualTo(404);
        assertThat(pages.answer("/desk/nonsense", mine.desk).getStatus()).isEqualTo(404);
        assertThat(pages.answer("/desk/mine", mine.desk).getStatus()).isEqualTo(404);
        assertThat(pages.answer("/desk?kind=nonsense", mine.desk).getStatus()).isEqualTo(404);
    }

    @Test
    void every_empty_list_says_what_will_stand_there() throws Exception {
        for (var bench : Workbench.values()) {
            for (var queue : bench.queues()) {
                var actor =
                        bench == Workbench.DESK ? mine.desk : bench == Workbench.TASKS ? mine.handler : mine.supervisor;

                var page = pages.open(bench.path(queue), actor);

                assertThat(page.select(".empty p").size()).as(queue.name()).isEqualTo(2);
                assertThat(page.select(".tabs a[aria-current=page] .count").text())
                        .isEqualTo("0");
            }
        }
    }

    @Test
    void the_number_on_a_tab_is_the_number_of_rows_behind_it() throws Exception {
        for (var count = 0; count < 3; count++) {
            raised();
        }
        handling.accept(raised(), mine.desk);
        assigned();
        assigned();

        var page = pages.open("/desk", mine.desk);

        for (var tab : page.select(".tabs a")) {
            var rows = pages.open(tab.attr("href"), mine.desk).select(".concern-table tbody tr");
            assertThat(tab.select(".count").text()).as(tab.text()).isEqualTo(String.valueOf(rows.size()));
        }
        assertThat(Pages.count(page, "新来的")).isEqualTo(3);
        assertThat(Pages.count(page, "全部在办")).isEqualTo(6);
        assertThat(Pages.count(pages.open("/tasks", mine.handler), "等签收")).isEqualTo(2);
    }

    @Test
    void sixty_rows_come_once_each_in_the_order_of_their_dates() throws Exception {
        var raised = new ArrayList<String>();
        for (var count = 0; count < 60; count++) {
            raised.add(raised().toString());
        }

        var seen = pages.followed("/desk/new", mine.desk).map(Pages::numbers).toList();

        assertThat(seen.stream().map(List::size)).containsExactly(25, 25, 10);
        assertThat(seen.stream().flatMap(List::stream)).containsExactlyElementsOf(raised);
    }

    @Test
    void a_page_of_25_rows_asks_the_database_as_often_as_a_page_of_one() throws Exception {
        var first = raised();
        pages.open("/desk/new?number=" + first, mine.desk);
        var list = Statements.countedIn(() -> pages.open("/desk/new", mine.desk));
        var open = Statements.countedIn(() -> pages.open("/desk/new?number=" + first, mine.desk));
        for (var count = 0; count < 24; count++) {
            raised();
        }
        pages.open("/desk/new?number=" + first, mine.desk);

        assertThat(list).isPositive();
        assertThat(Statements.countedIn(() -> pages.open("/desk/new", mine.desk)))
                .isEqualTo(list);
        assertThat(Statements.countedIn(() -> pages.open("/desk/new?number=" + first, mine.desk)))
                .isEqualTo(open);
    }

    @Test
    void the_desk_accepts_and_assigns_and_is_led_to_the_next_case() throws Exception {
        var first = raised();
        var second = raised();

        var page = pages.open("/desk/new?number=" + first, mine.desk);
        var sent = pages.send(
                page, "acceptance", mine.desk, "matter", "E4", "lead", String.valueOf(mine.district.value()));
        var next = pages.open(Objects.requireNonNull(sent.getRedirectedUrl()), mine.desk);

        assertThat(page.select("tr[aria-current] .cell-number").text()).isEqualTo(first.toString());
        assertThat(sent.getStatus()).isEqualTo(303);
        assertThat(next.select("tr[aria-current] .cell-number").text()).isEqualTo(second.toString());
        assertThat(next.select(".flash").text()).contains(first.toString());
        assertThat(next.select("form[action*=" + second + "]")).isNotEmpty();
        assertThat(Pages.numbers(pages.open("/tasks/to-acknowledge", mine.handler)))
                .containsExactly(first.toString());
    }

    @Test
    void who_takes_a_case_up_finds_it_among_his_own() throws Exception {
        var number = assigned();

        var page = pages.open("/tasks/to-acknowledge?number=" + number, mine.handler);
        pages.send(page, "acknowledgement", mine.handler, "word", "");

        assertThat(Pages.numbers(pages.open("/tasks", mine.handler))).containsExactly(number.toString());
    }

    @Test
    void a_refused_form_stays_beside_its_list_with_what_was_typed() throws Exception {
        var number = raised();
        var other = raised();
        var page = pages.open("/desk/new?number=" + number, mine.desk);

        var refused = pages.send(page, "declination", mine.desk, "reason", "不归我们管", "whereToTurn", "");
        var again = org.jsoup.Jsoup.parse(refused.getContentAsString());

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(again.select("#declination-reason").text()).isEqualTo("不归我们管");
        assertThat(again.select(".error-summary")).isNotEmpty();
        assertThat(Pages.numbers(again)).containsExactly(number.toString(), other.toString());
        assertThat(again.select("tr[aria-current] .cell-number").text()).isEqualTo(number.toString());
    }

    @Test
    void a_stale_form_says_so_and_keeps_what_was_typed() throws Exception {
        var number = raised();
        var page = pages.open("/desk/new?number=" + number, mine.desk);
        handling.accept(number, mine.desk);

        var refused = pages.send(page, "note", mine.desk, "text", "打过电话了");

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("打过电话了");
    }

    @Test
    void filters_are_links_and_the_tabs_count_what_they_leave() throws Exception {
        raising.raise(Mine.concern("E4", Reporter.Mode.CONFIDENTIAL), Mine.token(), mine.worker);
        raised();

        var page = pages.open("/desk/new?confidential=true", mine.desk);

        assertThat(Pages.numbers(page)).hasSize(1);
        assertThat(Pages.count(page, "新来的")).isEqualTo(1);
        assertThat(page.select(".filter[aria-current]").text()).isEqualTo("保密");
        assertThat(page.select(".filter[aria-current]").attr("href")).isEqualTo("/desk/new");
        assertThat(Pages.numbers(pages.open("/desk/new?kind=complaint", mine.desk)))
                .isEmpty();
        assertThat(Pages.numbers(pages.open("/desk/new?urgent=true&contractor=true", mine.desk)))
                .isEmpty();
    }

    @Test
    void search_finds_by_words_and_by_number_what_one_may_see() throws Exception {
        var number = raised();
        var elsewhere = new Mine(village);

        assertThat(Pages.numbers(pages.open("/desk?q=%E7%83%AD%E6%B0%B4", mine.desk)))
                .containsExactly(number.toString());
        assertThat(Pages.numbers(pages.open("/desk/open?q=" + number, mine.desk)))
                .containsExactly(number.toString());
        assertThat(pages.open("/desk?q=" + number, elsewhere.desk).select(".empty"))
                .isNotEmpty();
        assertThat(pages.answer("/desk?number=" + number, elsewhere.desk).getStatus())
                .isEqualTo(404);
    }

    @Test
    void reports_of_wrongdoing_stand_on_the_desk_of_supervisors_alone() throws Exception {
        var number = raising.raise(Mine.concern("K4", Reporter.Mode.ANONYMOUS), Mine.token(), mine.worker)
                .number();

        assertThat(Pages.numbers(pages.open("/desk", mine.supervisor))).containsExactly(number.toString());
        assertThat(Pages.numbers(pages.open("/desk", mine.desk))).isEmpty();
        assertThat(Pages.count(pages.open("/desk", mine.desk), "全部在办")).isZero();
    }

    @Test
    void nobody_finds_his_own_concern_among_his_work() throws Exception {
        var own = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.desk)
                .number();

        assertThat(Pages.numbers(pages.open("/desk/open", mine.desk))).isEmpty();
        assertThat(pages.answer("/desk/open?number=" + own, mine.desk).getRedirectedUrl())
                .isEqualTo("/concerns/" + own);
    }

    @Test
    void replies_wait_for_the_leader_and_reviews_for_supervisors() throws Exception {
        var complex = raising.raise(Mine.concern("A1", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
        handling.acceptAndAssign(complex, "A1", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(complex, "", mine.handler);
        handling.reply(complex, Mine.reply(), mine.handler);
        var replied = assigned();
        handling.acknowledge(replied, "", mine.handler);
        handling.reply(replied, Mine.reply(), mine.handler);
        raising.askReview(replied, "还是凉的", List.of(), mine.worker);

        var decision = pages.open("/decisions?number=" + complex, mine.leader);
        pages.send(decision, "reply-decision", mine.leader, "approved", "true", "word", "");

        assertThat(Pages.numbers(decision)).containsExactly(complex.toString());
        assertThat(Pages.numbers(pages.open("/decisions", mine.leader))).isEmpty();
        assertThat(Pages.numbers(pages.open("/reviews", mine.supervisor))).containsExactly(replied.toString());
    }

    private ConcernNumber raised() {
        return raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
    }

    private ConcernNumber assigned() {
        var number = raised();
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        return number;
    }
}
