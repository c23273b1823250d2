package cn.lianxin.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.reprint.Reprint;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class PassingSeveralTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    NewsroomInTime newsroom;

    @Autowired
    NewsTrial news;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    Paper paper;

    @BeforeEach
    void found() {
        paper = new Paper(village);
    }

    @Test
    void what_was_read_is_passed_in_one_go_over_all_channels_with_a_result_for_each() {
        var first = submit("headline", "先看过的一篇", paper.author);
        var second = submit("prose", "也看过的一篇", paper.author);
        var unread = submit("headline", "没打开的一篇", paper.author);
        var own = submit("headline", "自己写的一篇", paper.editor);
        var changed = submit("headline", "后来改过的一篇", paper.author);
        for (var id : List.of(first, second, own, changed)) {
            get("/newsroom/articles/" + id, paper.editor);
        }
        var seen = List.of(tick(first), tick(second), tick(unread), tick(own), tick(changed));
        news.edit(changed, "改过的正文。", paper.secondEditor.person(), paper.mine);

        var queue = page(get("/newsroom/queue", paper.editor));
        var answer = page(pass(paper.editor, seen.toArray(String[]::new)));

        assertThat(queue.select("input[name=article]").eachAttr("value"))
                .containsExactlyInAnyOrder(seen.get(0), seen.get(1));
        assertThat(queue.text()).contains("先打开看");
        assertThat(answer.select("section .news-words li").eachText())
                .hasSize(5)
                .anySatisfy(line -> assertThat(line).contains("先看过的一篇", "通过了"))
                .anySatisfy(line -> assertThat(line).contains("也看过的一篇", "通过了"))
                .anySatisfy(line -> assertThat(line).contains("没打开的一篇", "没通过", "还没打开看过"))
                .anySatisfy(line -> assertThat(line).contains("自己写的一篇", "没通过"))
                .anySatisfy(line -> assertThat(line).contains("后来改过的一篇", "没通过", "还没打开看过"));
        assertThat(List.of(first, second, unread, own, changed))
                .extracting(this::passes)
                .containsExactly(1, 1, 0, 0, 0);
    }

    @Test
    void a_hundred_mixed_ones_each_have_a_result_and_one_record_for_each_decision() {
        var ids = new java.util.ArrayList<Long>();
        for (var each = 0; each < 100; each++) {
            var id = submit(each % 2 == 0 ? "headline" : "prose", "成批的第" + each + "篇", paper.author);
            ids.add(id);
            if (each % 3 > 0) {
                get("/newsroom/articles/" + id, paper.editor);
            }
        }

        var ticked = ids.stream().map(this::tick).toArray(String[]::new);
        var once = page(pass(paper.editor, ticked));
        var again = page(pass(paper.editor, ticked));

        assertThat(once.select("section .news-words li")).hasSize(100);
        assertThat(once.select("section .news-words .state-solved")).hasSize(66);
        assertThat(again.select("section .news-words .state-solved")).isEmpty();
        assertThat(ids.stream().mapToInt(this::passes).sum()).isEqualTo(66);
    }

    @Test
    void nobody_passes_what_he_may_not_see_and_is_not_told_that_it_is_there() {
        var id = submit("headline", "别的矿的一篇", paper.author);

        var answer = pass(paper.elsewhere, tick(id));

        assertThat(text(answer)).doesNotContain("别的矿的一篇");
        assertThat(passes(id)).isZero();
        assertThat(pass(paper.worker, tick(id))).hasStatus(404);
    }

    private long submit(String channel, String title, Actor.Member by) {
        return newsroom.submit(
                new NewsroomInTime.Piece(channel, title, "张写", title + "的正文。", Reprint.NONE, List.of()), by, clock);
    }

    private String tick(long id) {
        return id + ":" + news.digest(id, paper.editor.person(), paper.mine);
    }

    private int passes(long id) {
        return database.sql("""
                        select count(*) from newsroom.pass p join newsroom.revision r on r.id = p.revision where r.article = :id
                        """).param("id", id).query(Integer.class).single();
    }

    private MvcTestResult pass(Actor.Member by, String... ticked) {
        return mvc.post()
                .uri("/newsroom/queue/passes")
                .param("article", ticked)
                .with(SignedIn.as(by))
                .exchange();
    }

    private MvcTestResult get(String address, Actor by) {
        return mvc.get().uri(address).with(SignedIn.as(by)).exchange();
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(text(answer));
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
