package cn.lianxin.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class NewsroomPagesTest {

    @Autowired
    Village village;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    NewsroomClock clock;

    Paper paper;

    @BeforeEach
    void found() {
        paper = new Paper(village);
    }

    @Test
    void a_worker_hands_in_with_a_picture_three_pass_it_and_everybody_reads_it() {
        var kept = post(
                "/newsroom/submissions",
                paper.author,
                "file-1",
                "deed",
                "send",
                "channel",
                "feature",
                "title",
                "早班的一盏灯",
                "byline",
                "张写",
                "text",
                "灯亮了。\n# 一个班\n> 慢一点",
                "new-alternative-1",
                "",
                "consent",
                "yes");
        assertThat(kept).hasStatus(422);
        var form = page(kept);
        assertThat(form.select("#alternative-1-error").text()).contains("没写图上是什么");
        assertThat(form.select("#title").val()).isEqualTo("早班的一盏灯");
        var draft = form.select("form[enctype]").attr("action");
        assertThat(get(draft + "/pictures/1", paper.author)).hasStatusOk();
        assertThat(get(draft + "/pictures/1", paper.editor)).hasStatus(404);

        var sent = post(
                draft,
                paper.author,
                "",
                "deed",
                "send",
                "channel",
                "feature",
                "title",
                "早班的一盏灯",
                "byline",
                "张写",
                "text",
                "灯亮了。\n# 一个班\n> 慢一点",
                "alternative-1",
                "一盏矿灯",
                "consent",
                "yes");
        assertThat(sent).hasStatus(303);
        var address = location(sent);
        var number = address.substring(address.lastIndexOf('/') + 1);

        assertThat(get("/news/articles/" + number, new Actor.Visitor())).hasStatus(404);
        assertThat(page(get("/newsroom/queue", paper.editor))
                        .select(".row-link")
                        .eachText())
                .contains("早班的一盏灯");
        assertThat(page(get("/newsroom/queue", paper.section))
                        .select(".row-link")
                        .eachText())
                .doesNotContain("早班的一盏灯");
        pass(address, paper.editor);
        pass(address, paper.section);
        assertThat(post(address + "/publication", paper.editor, "")).hasStatus(409);
        pass(address, paper.chief);
        assertThat(post(address + "/publication", paper.editor, "")).hasStatus(303);

        var moved = get("/news/articles/" + number, new Actor.Visitor());
        assertThat(moved).hasStatus(301);
        assertThat(location(moved)).isEqualTo("/news/articles/" + number + "/zao-ban-de-yi-zhan-deng");
        var article = page(get(location(moved), new Actor.Visitor()));
        assertThat(article.select("article h1").text()).isEqualTo("早班的一盏灯");
        assertThat(article.select(".news-body h2").text()).isEqualTo("一个班");
        assertThat(article.select(".news-imprint").text()).contains("王编");
        assertThat(article.select("figure img").attr("alt")).isEqualTo("一盏矿灯");
        assertThat(get(article.select("figure img").attr("src"), new Actor.Visitor()))
                .hasStatusOk();
        assertThat(page(get("/newsroom/submissions", paper.author))
                        .select(".concern-card")
                        .text())
                .contains("已登出");
    }

    @Test
    void a_changed_character_voids_what_was_passed_and_a_late_pass_is_told_to_read_again() {
        var address = submitted("headline", "一号井安全生产一百天", "正文一百天。");
        var seen = digest(address, paper.section, paper.editor);
        pass(address, paper.editor);
        var draft = location(post(address + "/draft", paper.secondEditor, ""));

        var edited = post(
                draft,
                paper.secondEditor,
                "",
                "deed",
                "send",
                "title",
                "一号井安全生产一百天",
                "byline",
                "张写",
                "text",
                "正文一千天。",
                "reason",
                "数字错了");

        assertThat(edited).hasStatus(303);
        var page = page(get(address, paper.editor));
        assertThat(page.select(".news-changes ins").text()).isEqualTo("千");
        assertThat(page.select(".news-changes del").text()).isEqualTo("百");
        assertThat(page.select(".news-passes .state")).isEmpty();
        var late = post(address + "/pass", paper.editor, "", "digest", seen);
        assertThat(late).hasStatus(409);
        assertThat(text(late)).contains("刚才被改过了");
        assertThat(post(address + "/pass", paper.secondEditor, "", "digest", digest(address, paper.editor)))
                .hasStatus(403);
    }

    @Test
    void what_comes_back_tells_why_and_is_handed_in_again_or_withdrawn() {
        var address = submitted("prose", "矸石山的春天", "草绿了。");
        assertThat(post(address + "/sending-back", paper.editor, "", "digest", digest(address, paper.editor)))
                .hasStatus(422);

        post(address + "/sending-back", paper.editor, "", "digest", digest(address, paper.editor), "reason", "再具体些");

        assertThat(page(get("/newsroom/submissions", paper.author)).text()).contains("再具体些");
        var draft = location(post(address + "/draft", paper.author, ""));
        post(draft, paper.author, "", "deed", "send", "title", "矸石山的春天", "byline", "张写", "text", "三月，草绿了。");
        assertThat(page(get("/newsroom/queue", paper.editor)).text()).contains("矸石山的春天");
        assertThat(post(address + "/withdrawal", paper.author, "")).hasStatus(303);
        assertThat(get(address, paper.editor)).hasStatus(404);
        assertThat(get(address, paper.author)).hasStatusOk();
    }

    @Test
    void nobody_but_its_author_and_the_editors_above_it_finds_what_is_not_public() {
        var address = submitted("headline", "不该别人看见的", "未登。");

        for (var stranger : new Actor.Member[] {paper.worker, paper.elsewhere}) {
            assertThat(get(address, stranger)).hasStatus(404);
            assertThat(get(address + "/revisions/1", stranger)).hasStatus(404);
            assertThat(get(address + "/revisions/1/pictures/1", stranger)).hasStatus(404);
            assertThat(post(address + "/draft", stranger, "")).hasStatus(404);
            assertThat(post(address + "/pass", stranger, "", "digest", "x")).hasStatus(404);
            assertThat(post(address + "/taking-down", stranger, "", "reason", "x", "note", "y"))
                    .hasStatus(404);
        }
        assertThat(text(get("/newsroom/queue", paper.elsewhere))).doesNotContain("不该别人看见的");
        assertThat(get("/newsroom/queue", paper.worker)).hasStatus(404);
    }

    @Test
    void a_correction_replaces_the_text_only_when_it_is_passed_and_says_so() {
        var address = published("headline", "二号井月产破十万吨", "产量十万吨。");
        var number = address.substring(address.lastIndexOf('/') + 1);
        var before = text(get(publicOf(number), new Actor.Visitor()));
        var draft = location(post(address + "/draft", paper.secondEditor, ""));
        post(
                draft,
                paper.secondEditor,
                "",
                "deed",
                "send",
                "title",
                "重庆来客参观二号井",
                "byline",
                "张写",
                "text",
                "产量九万吨。",
                "reason",
                "产量核实为九万吨");
        assertThat(text(get(publicOf(number), new Actor.Visitor()))).isEqualTo(before);
        var old = publicOf(number);

        pass(address, paper.editor);
        pass(address, paper.section);
        pass(address, paper.chief);
        post(address + "/publication", paper.editor, "");

        assertThat(get(old, new Actor.Visitor())).hasStatus(301);
        assertThat(publicOf(number)).endsWith("/chong-qing-lai-ke-can-guan-er-hao-jing");
        var page = page(get(publicOf(number), new Actor.Visitor()));
        assertThat(page.select(".news-correction").text()).contains("产量核实为九万吨");
        assertThat(page.select(".news-body").text()).contains("九万吨");
    }

    @Test
    void what_is_taken_down_is_gone_from_everywhere_at_once() {
        var address = published("mines", "鸦雀岭专用线通车", "通车了。");
        var number = address.substring(address.lastIndexOf('/') + 1);
        var reader = new Actor.Visitor();
        var everywhere = new String[] {
            "/news",
            "/news/channels/mines",
            "/news/archive",
            "/news/rss.xml",
            "/news/atom.xml",
            "/news/feed.json",
            "/news/channels/mines/rss.xml",
            publicOf(number)
        };
        for (var place : everywhere) {
            assertThat(text(get(place, reader))).as(place).contains("鸦雀岭");
        }
        assertThat(post(address + "/taking-down", paper.section, "", "reason", "线路没批", "note", ""))
                .hasStatus(422);
        post(address + "/taking-down", paper.section, "", "reason", "线路没批", "note", "消息有误，已撤下");

        for (var place : everywhere) {
            assertThat(text(get(place, reader))).as(place).doesNotContain("鸦雀岭");
        }
        var gone = get("/news/articles/" + number, reader);
        assertThat(gone).hasStatus(410);
        assertThat(text(gone)).contains("消息有误，已撤下").doesNotContain("线路没批");
        assertThat(text(get(address, paper.editor))).contains("鸦雀岭", "线路没批");
    }

    @Test
    void what_is_scheduled_comes_out_once_at_its_time() {
        var address = submitted("headline", "明早八点登的", "八点。");
        pass(address, paper.editor);
        pass(address, paper.section);
        pass(address, paper.chief);
        var number = address.substring(address.lastIndexOf('/') + 1);
        assertThat(post(address + "/schedule", paper.editor, "", "at", "2001-01-01T08:00:00"))
                .hasStatus(422);
        var at = java.time.LocalDateTime.ofInstant(
                        cn.lianxin.TestClock.now().plusSeconds(3600), cn.lianxin.platform.web.Screen.ZONE)
                .withNano(0);
        assertThat(post(address + "/schedule", paper.editor, "", "at", at.toString()))
                .hasStatus(303);

        clock.look();
        assertThat(get("/news/articles/" + number, new Actor.Visitor())).hasStatus(404);
        try {
            cn.lianxin.TestClock.forward(java.time.Duration.ofHours(2));
            clock.look();
            clock.look();
        } finally {
            cn.lianxin.TestClock.reset();
        }

        assertThat(get(publicOf(number), new Actor.Visitor())).hasStatusOk();
        assertThat(page(get(address, paper.editor)).select(".news-course li").eachText().stream()
                        .filter(line -> line.contains("系统"))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void html_stays_letters() {
        var address = published("headline", "<b>粗</b>的标题", "<script>alert(1)</script><img src=x onerror=alert(1)>");
        var number = address.substring(address.lastIndexOf('/') + 1);

        var page = page(get(publicOf(number), new Actor.Visitor()));

        assertThat(page.select(".news-body script, .news-body img, h1 b")).isEmpty();
        assertThat(page.select(".news-body").text()).contains("<script>alert(1)</script>");
        assertThat(page.select("script[type=application/ld+json]").html()).doesNotContain("<b>");
    }

    private String submitted(String channel, String title, String text) {
        return location(post(
                "/newsroom/submissions",
                paper.author,
                "",
                "deed",
                "send",
                "channel",
                channel,
                "title",
                title,
                "byline",
                "张写",
                "text",
                text,
                "consent",
                "yes"));
    }

    private String published(String channel, String title, String text) {
        var address = submitted(channel, title, text);
        pass(address, paper.editor);
        pass(address, paper.section);
        pass(address, paper.chief);
        assertThat(post(address + "/publication", paper.editor, "")).hasStatus(303);
        return address;
    }

    private String publicOf(String number) {
        var moved = get("/news/articles/" + number, new Actor.Visitor());
        return location(moved);
    }

    private void pass(String address, Actor.Member by) {
        assertThat(post(address + "/pass", by, "", "digest", digest(address, by), "errors", "2"))
                .as(address + " " + by.name())
                .hasStatus(303);
    }

    /** As the page of the first of them says who may pass it. */
    private String digest(String address, Actor.Member... by) {
        for (var one : by) {
            var input = page(get(address, one)).select("input[name=digest]");
            if (!input.isEmpty()) {
                return input.attr("value");
            }
        }
        return "";
    }

    private MvcTestResult get(String address, Actor by) {
        return mvc.get().uri(address).with(SignedIn.as(by)).exchange();
    }

    private MvcTestResult post(String address, Actor by, String file, String... form) {
        if (address.contains("/submissions") || address.contains("/drafts/")) {
            var call = mvc.post().uri(address).multipart().with(SignedIn.as(by));
            if (!file.isEmpty()) {
                call = call.file(new MockMultipartFile(file, "灯.png", "image/png", Paper.picture(90)));
            }
            for (var at = 0; at < form.length; at += 2) {
                call = call.param(form[at], form[at + 1]);
            }
            return call.exchange();
        }
        var call = mvc.post().uri(address).with(SignedIn.as(by));
        for (var at = 0; at < form.length; at += 2) {
            call = call.param(form[at], form[at + 1]);
        }
        return call.exchange();
    }

    private static String location(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(text(answer));
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
