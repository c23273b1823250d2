package cn.lianxin.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.desk.Statements;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.newsroom.NewsTrial;
import cn.lianxin.newsroom.Paper;
import cn.lianxin.platform.rendition.Photographs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class PortalPicturesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    NewsTrial trial;

    Paper paper;

    @BeforeEach
    void found() {
        paper = new Paper(village);
    }

    @Test
    void each_picture_is_named_in_two_codings_with_room_for_it_and_all_but_the_first_wait() {
        var id = show("slides", 3);

        var page = page("/news/articles/" + id);

        var images = page.select(".news-slide img");
        assertThat(images).hasSize(3);
        assertThat(images.eachAttr("alt")).containsExactly("第 1 张上的人", "第 2 张上的人", "第 3 张上的人");
        assertThat(images.eachAttr("width")).containsOnly("1000");
        assertThat(images.eachAttr("height")).containsOnly("667");
        assertThat(images.get(0).hasAttr("loading")).isFalse();
        assertThat(images.get(1).attr("loading")).isEqualTo("lazy");
        assertThat(page.select(".news-slide source[type=image/webp]").get(0).attr("srcset"))
                .contains("/pictures/1/320.webp 320w", "/pictures/1/1600.webp 1000w");
        assertThat(page.select("meta[property=og:image]").attr("content"))
                .endsWith("/news/articles/" + id + "/pictures/1/960.jpg");
        assertThat(page.select(".news-body figure")).isEmpty();
        for (var address : addresses(page)) {
            var answer = get(address);
            assertThat(answer).as(address).hasStatusOk();
            assertThat(answer.getResponse().getContentType())
                    .as(address)
                    .isEqualTo(address.endsWith("webp") ? "image/webp" : "image/jpeg");
            assertThat(answer.getResponse().getHeader("Cache-Control")).isEqualTo("max-age=30, public");
            assertThat(Photographs.read(answer.getResponse().getContentAsByteArray())
                            .getWidth())
                    .isLessThanOrEqualTo(1000);
        }
        assertThat(get("/news/articles/" + id + "/pictures/1/641.webp")).hasStatus(404);
        assertThat(get("/news/articles/" + id + "/pictures/9/640.webp")).hasStatus(404);
        for (var feed : List.of("feed.json", "atom.xml", "rss.xml")) {
            assertThat(text(get("/news/channels/slides/" + feed)))
                    .as(feed)
                    .contains("/news/articles/" + id + "/pictures/1/960.jpg");
        }
    }

    @Test
    void what_is_taken_down_is_gone_at_every_address_of_its_pictures() {
        var id = show("exhibition", 2);
        var addresses = new ArrayList<>(addresses(page("/news/articles/" + id)));
        addresses.addAll(List.of(
                "/news/articles/" + id + "/pictures/1",
                "/news/articles/" + id + "/pictures/2/small",
                "/news/articles/" + id + "/pictures/1/640.jpg"));
        addresses.forEach(address -> assertThat(get(address)).as(address).hasStatusOk());

        trial.takeDown(id, paper.section.person(), paper.mine);

        for (var address : addresses) {
            var answer = get(address);
            assertThat(answer).as(address).hasStatus(410);
            assertThat(answer.getResponse().getHeader("Cache-Control")).isEqualTo("max-age=30, public");
            assertThat(answer.getResponse().getContentAsByteArray()).isEmpty();
        }
    }

    @Test
    void a_list_names_the_small_sizes_alone_and_leaves_room_for_them() {
        show("photography", 2);

        var page = page("/news/channels/photography");

        var image = Objects.requireNonNull(page.select(".news-thumb img").first());
        assertThat(image.attr("srcset")).contains("320.jpg").contains("640.jpg").doesNotContain("960");
        assertThat(image.attr("width")).isEqualTo("320");
        assertThat(image.hasAttr("loading")).isFalse();
    }

    @Test
    void a_page_asks_as_often_for_eight_pictures_as_for_two_and_a_list_for_none() throws Exception {
        var two = "/news/articles/" + show("slides", 2);
        var eight = "/news/articles/" + show("slides", 8);
        page(two);
        page(eight);
        var list = Statements.countedIn(() -> page("/news/channels/slides"));
        var front = Statements.countedIn(() -> page("/news"));

        var ofTwo = Statements.countedIn(() -> page(two));
        var ofEight = Statements.countedIn(() -> page(eight));
        show("slides", 3);

        assertThat(ofTwo).isPositive();
        assertThat(ofEight).isEqualTo(ofTwo);
        assertThat(Statements.countedIn(() -> page("/news/channels/slides"))).isEqualTo(list);
        assertThat(Statements.countedIn(() -> page("/news"))).isEqualTo(front);
    }

    @Test
    void one_picture_is_no_show() {
        var id = show("slides", 1);

        var page = page("/news/articles/" + id);

        assertThat(page.select("[data-show]")).isEmpty();
        assertThat(page.select(".news-figure img")).hasSize(1);
    }

    private long show(String channel, int pictures) {
        return trial.publishShow(
                channel,
                "一个班的二十四小时",
                paper.author.person(),
                paper.mine,
                List.of(paper.editor.person(), paper.section.person()),
                IntStream.range(0, pictures)
                        .mapToObj(seed -> Photographs.written(Photographs.photograph(1000, 667, seed), "jpeg"))
                        .toList());
    }

    private static List<String> addresses(Document page) {
        return page.select("article [srcset]").eachAttr("srcset").stream()
                .flatMap(set -> List.of(set.split(", ")).stream())
                .map(size -> size.replaceFirst(" .*", ""))
                .distinct()
                .toList();
    }

    private Document page(String address) {
        var answer = get(address);
        var to = answer.getResponse().getHeader("Location");
        return Jsoup.parse(text(to == null ? answer : get(to)));
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(SignedIn.as(new Actor.Visitor())).exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
