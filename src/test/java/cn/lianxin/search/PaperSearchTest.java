package cn.lianxin.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.newsroom.NewsTrial;
import cn.lianxin.newsroom.Paper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is public in the paper is found by anybody, and nothing else of it by anyone. In an installation of its own, for it publishes. */
@ProductTest
@TestPropertySource(properties = "lianxin.address=https://paper.mine.example")
class PaperSearchTest {

    private static final List<String> BOXES = List.of("/news/search?q=", "/search?q=");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    NewsTrial news;

    private Paper paper;
    private String canary = "";

    @BeforeEach
    void found() {
        paper = new Paper(village);
        canary = "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    @Test
    void what_came_out_is_found_at_once_by_title_text_author_and_pictures_in_both_boxes() {
        var article = publish("槐树下的班前会 " + canary);

        for (var sought : List.of(canary, "槐树下的班前会 " + canary, canary + " 早班六点", canary + " 王建国", canary + " 矿灯")) {
            for (var box : BOXES) {
                assertThat(found(box, sought, paper.worker)).as(box + sought).contains(article);
            }
            assertThat(found(BOXES.getFirst(), sought, new Actor.Visitor()))
                    .as(sought)
                    .contains(article);
        }
        assertThat(page("/news/search?q=" + canary, new Actor.Visitor())
                        .select("mark")
                        .eachText())
                .contains(canary);
        assertThat(page("/news/search?q=" + encoded(canary + " 慢一点"), new Actor.Visitor())
                        .select(".found-part")
                        .text())
                .contains("慢一点，看清楚")
                .doesNotContain(">", "#", "【");
    }

    @Test
    void what_is_not_public_yet_is_found_by_nobody_not_even_by_whoever_wrote_it_or_reads_it_first() {
        news.submit("prose", "还没审的一篇 " + canary, paper.author.person());

        for (var reader : List.of(paper.author, paper.editor, paper.chief, paper.worker)) {
            for (var box : BOXES) {
                assertThat(found(box, canary, reader)).isEmpty();
            }
        }
        assertThat(found(BOXES.getFirst(), canary, new Actor.Visitor())).isEmpty();
    }

    @Test
    void what_is_taken_down_is_gone_at_once_from_both_boxes() {
        var gone = publish("撤下的一篇 " + canary);
        var stays = publish("留下的一篇 " + canary);
        assertThat(found(BOXES.getFirst(), canary, new Actor.Visitor())).containsExactlyInAnyOrder(gone, stays);

        news.takeDown(number(gone), paper.section.person(), paper.mine);

        for (var box : BOXES) {
            assertThat(found(box, canary, paper.worker)).containsExactly(stays);
        }
        assertThat(found(BOXES.getFirst(), "撤下的一篇 " + canary, new Actor.Visitor()))
                .containsExactly(stays);
    }

    @Test
    void pages_follow_each_other_without_a_gap_or_a_repetition() {
        var all = new ArrayList<String>();
        for (var i = 0; i < 23; i++) {
            all.add(publish("第" + i + "篇 " + canary));
        }

        var seen = new ArrayList<String>();
        var address = "/news/search?q=" + canary;
        while (!address.isEmpty()) {
            var page = page(address, new Actor.Visitor());
            seen.addAll(articles(page));
            address = page.select(".paging a[href*=after]").attr("href");
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void the_paper_s_box_never_shows_anything_of_a_concern() {
        var random = new Random(7);
        publish("井口的灯 " + canary);

        for (var round = 0; round < 40; round++) {
            var sought = List.of("的", "工资", canary, "井", "班", "a", "😀", "'", "<b>", "x".repeat(300))
                    .get(random.nextInt(10));
            var page = page("/news/search?q=" + encoded(sought), round % 2 == 0 ? new Actor.Visitor() : paper.worker);
            assertThat(page.select("a[href^=/concerns/]:not([href=/concerns/new])")
                            .eachAttr("href"))
                    .noneMatch(address -> address.matches("/concerns/.*[0-9]{4,}.*"));
        }
    }

    private String publish(String title) {
        var id = news.publish(
                "headline",
                title,
                paper.author.person(),
                paper.mine,
                List.of(paper.editor.person(), paper.section.person(), paper.chief.person()));
        return String.valueOf(id);
    }

    private static long number(String article) {
        return Long.parseLong(article);
    }

    private List<String> found(String box, String sought, Actor reader) {
        return articles(page(box + encoded(sought), reader));
    }

    private static List<String> articles(Document page) {
        return page.select("a.concern-card[href^=/news/articles/]").eachAttr("href").stream()
                .map(address -> address.split("/")[3])
                .toList();
    }

    private Document page(String address, Actor reader) {
        var request = mvc.get().uri(java.net.URI.create(address));
        var answer = (reader instanceof Actor.Member member ? request.with(SignedIn.as(member)) : request).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(
                new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
