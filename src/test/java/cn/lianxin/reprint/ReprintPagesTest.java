package cn.lianxin.reprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.newsroom.Paper;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Screen;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class ReprintPagesTest {

    @Autowired
    Village village;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    Paper paper;
    String source;
    String editor;

    @BeforeEach
    void found() {
        paper = new Paper(village);
        source = "省矿山日报" + System.nanoTime() % 1_000_000_000;
        editor = directory.person(paper.editor.person()).name();
    }

    @Test
    @DisplayName(
            "互联网新闻信息服务管理规定 §15: a reprint names its permitted source, author, title and editor, or is not handed in")
    void a_reprint_without_one_of_the_five_is_not_handed_in() {
        permit(today(), null);
        var whole = reprint();
        for (var left : List.of("original-author", "original-title", "issue", "reprint-editor")) {
            assertThat(submit(without(whole, left))).as(left).hasStatus(422);
        }
        assertThat(text(submit(with(whole, "source", "没在单子上的报")))).contains("不在可以转载的来源里");
        assertThat(text(submit(with(whole, "reprint-editor", "某某")))).contains("不是编辑部的编辑");
        assertThat(submit(with(whole, "link", "javascript:alert(1)"))).hasStatus(422);
        assertThat(count()).isZero();

        assertThat(submit(whole)).hasStatus(303);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void it_is_shown_below_the_article_and_another_source_voids_the_passes() {
        permit(today(), null);
        var address = location(submit(with(reprint(), "link", "https://example.org/a?b=1")));
        pass(address, paper.editor);
        pass(address, paper.section);
        pass(address, paper.chief);
        assertThat(post(address + "/publication", paper.editor)).hasStatus(303);

        var number = address.substring(address.lastIndexOf('/') + 1);
        var public_ = page(get(location(get("/news/articles/" + number, new Actor.Visitor())), new Actor.Visitor()));
        assertThat(public_.select(".news-reprint").text())
                .contains(source, "某记者", "原来的标题", "2026 年第 9 期", "https://example.org/a?b=1", editor);
        assertThat(page(get(address, paper.editor)).select(".news-desk").text()).contains("标题和原题不一样");

        var draft = location(post(address + "/draft", paper.secondEditor));
        var form = with(with(reprint(), "original-author", "另一记者"), "reason", "作者写错了");
        assertThat(post(draft, paper.secondEditor, form)).hasStatus(303);
        assertThat(page(get(address, paper.chief)).select(".news-passes .state"))
                .isEmpty();
    }

    @Test
    void a_source_that_is_over_gives_nothing_new_to_readers() {
        permit(today(), null);
        var address = location(submit(reprint()));
        pass(address, paper.editor);
        pass(address, paper.section);
        pass(address, paper.chief);
        var end = page(get("/newsroom/sources", paper.chief))
                .select(".news-words li:contains(" + source + ") form")
                .attr("action");
        assertThat(post(end, paper.editor, "reason", "授权到期")).hasStatus(403);
        assertThat(post(end, paper.chief, "reason", "")).hasStatus(422);
        assertThat(post(end, paper.chief, "reason", "授权到期")).hasStatus(303);

        try {
            TestClock.forward(java.time.Duration.ofDays(1));
            assertThat(post(address + "/publication", paper.editor)).hasStatus(409);
            assertThat(submit(reprint())).hasStatus(422);
        } finally {
            TestClock.reset();
        }
    }

    @Test
    void the_database_knows_no_reprint_without_them_either() {
        permit(today(), null);
        var address = location(submit(reprint()));
        var article = Long.parseLong(address.substring(address.lastIndexOf('/') + 1));

        refused("a reprint names a permitted source", () -> revision(article, source, ""));
        refused("a reprint names a permitted source", () -> revision(article, "没在单子上的报", "某记者"));
        revision(article, source, "某记者");
        refused("violates check constraint", () -> database.sql("""
                insert into newsroom.reprint (revision, original_author, original_title, link, issue, editor)
                select max(id), '某', '题', '', '', '编' from newsroom.revision
                """).update());
        refused(
                "stays as it was",
                () -> database.sql("update newsroom.reprint set editor = '另一人'").update());
        refused(
                "stays as it was",
                () -> database.sql("delete from reprint.change").update());
    }

    @Test
    void the_list_is_kept_by_section_and_chief_editors_and_not_there_for_others() {
        assertThat(get("/newsroom/sources", paper.worker)).hasStatus(404);
        assertThat(permitBy(paper.editor, today(), null)).hasStatus(403);
        assertThat(permitBy(paper.section, today(), today().minusDays(1))).hasStatus(422);
        assertThat(permitBy(paper.section, today(), today().plusDays(9))).hasStatus(303);
        assertThat(permitBy(paper.chief, today().plusDays(9), null)).hasStatus(422);
        assertThat(permitBy(paper.chief, today().plusDays(10), null)).hasStatus(303);
        assertThat(text(get("/newsroom/sources", paper.editor))).contains(source, "网信办名单");
        assertThat(page(get("/newsroom/sources", paper.editor)).select("form[method=post][action^=/newsroom/sources]"))
                .isEmpty();
    }

    private void revision(long article, String from, String author) {
        transactions.executeWithoutResult(_ -> {
            var id = database.sql("""
                            insert into newsroom.revision (article, place, round, title, byline, unit_name, text, source, lead, digest,
                                written_by, written_at)
                            values (:article, 9, 1, '题', '名', '矿', '文', :source, '', repeat('a', 64), 1, :now) returning id
                            """)
                    .param("article", article)
                    .param("source", from)
                    .param("now", TestClock.now().atOffset(java.time.ZoneOffset.UTC))
                    .query(Long.class)
                    .single();
            if (!author.isEmpty()) {
                database.sql("insert into newsroom.reprint values (:id, :author, '题', '', '第 1 期', '编')")
                        .param("id", id)
                        .param("author", author)
                        .update();
            }
        });
    }

    /** At once, or as the transaction ends. */
    private static void refused(String why, Runnable statement) {
        assertThatThrownBy(statement::run).hasStackTraceContaining(why);
    }

    private int count() {
        return database.sql("select count(*) from newsroom.revision where source = :source")
                .param("source", source)
                .query(Integer.class)
                .single();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(TestClock.now(), Screen.ZONE);
    }

    private void permit(LocalDate from, @Nullable LocalDate until) {
        assertThat(permitBy(paper.section, from, until)).hasStatus(303);
    }

    private MvcTestResult permitBy(Actor by, LocalDate from, @Nullable LocalDate until) {
        return post(
                "/newsroom/sources",
                by,
                "name",
                source,
                "from",
                from.toString(),
                "until",
                until == null ? "" : until.toString(),
                "basis",
                "网信办名单",
                "terms",
                "不改标题",
                "reason",
                "常用");
    }

    private String[] reprint() {
        return new String[] {
            "deed",
            "send",
            "channel",
            "industry",
            "title",
            "登出来的标题",
            "byline",
            "某记者",
            "text",
            "正文。",
            "consent",
            "yes",
            "source",
            source,
            "original-author",
            "某记者",
            "original-title",
            "原来的标题",
            "link",
            "",
            "issue",
            "2026 年第 9 期",
            "reprint-editor",
            editor
        };
    }

    private static String[] without(String[] form, String field) {
        return with(form, field, "");
    }

    private static String[] with(String[] form, String field, String value) {
        var changed = new ArrayList<>(Arrays.asList(form));
        for (var at = 0; at < changed.size(); at += 2) {
            if (changed.get(at).equals(field)) {
                changed.set(at + 1, value);
                return changed.toArray(String[]::new);
            }
        }
        changed.add(field);
        changed.add(value);
        return changed.toArray(String[]::new);
    }

    private MvcTestResult submit(String[] form) {
        return post("/newsroom/submissions", paper.author, form);
    }

    private void pass(String address, Actor by) {
        var digest = page(get(address, by)).select("input[name=digest]").attr("value");
        assertThat(post(address + "/pass", by, "digest", digest, "errors", "0")).hasStatus(303);
    }

    private MvcTestResult get(String address, Actor by) {
        return mvc.get().uri(address).with(SignedIn.as(by)).exchange();
    }

    private MvcTestResult post(String address, Actor by, String... form) {
        if (address.contains("/submissions") || address.contains("/drafts/")) {
            var call = mvc.post().uri(address).multipart().with(SignedIn.as(by));
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
