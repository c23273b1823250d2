package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.identity.Granting;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An article the whole way: from a telephone in the lamp room to its readers, put right, and gone. Each page on it is examined. */
@JourneyTest
class ArticleJourneyTest {

    /** A voice that lives on the device, and what it says. */
    private static final String VOICE = """
            window.spoken = [];
            Object.defineProperty(window, "speechSynthesis", {value: {
                getVoices: () => [{lang: "zh-CN", localService: true}], cancel: () => { window.spoken = []; },
                speak: utterance => window.spoken.push(utterance.text), addEventListener: () => {}}});
            window.SpeechSynthesisUtterance = function (text) { this.text = text; };
            """;

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    @Autowired
    Granting granting;

    @Autowired
    JdbcClient database;

    Colliery colliery;

    @BeforeEach
    void own_colliery() {
        colliery = collieries.found();
    }

    @Test
    void from_a_phone_past_three_people_to_its_readers_put_right_and_gone(Devices devices) throws IOException {
        var title = "灯房的" + colliery.mineName() + "早班";
        var worker = devices.phone().signIn(colliery.worker());
        var article = handIn(title, worker);
        var editors = new Editors(colliery, granting, devices);
        var everybody = devices.desktop();
        assertThat(status(everybody, article)).isEqualTo(404);

        Editors.pass(title, List.of(editors.first, editors.second, editors.third));
        assertThat(status(everybody, article)).isEqualTo(404);
        editors.first.open("/newsroom/articles/" + article).press("newsroom.publish");

        worker.open("/news/articles/" + article)
                .seesWords("进尺一百米")
                .seesWords(colliery.worker().name());
        assertThat(worker.page().locator(".news-body strong").allInnerTexts()).containsExactly("慢一点");
        assertThat(worker.page()
                        .locator(".news-body img[alt='一盏矿灯']")
                        .evaluate("async one => { await one.decode(); return one.naturalWidth > 0; }"))
                .isEqualTo(true);
        assertThat(listed(title, worker)).containsExactly("feed", "search");
        everybody.open("/news/articles/" + article).seesWords("进尺一百米");
        print(title, everybody);

        correct(title, article, worker, editors);
        takeDown(title, article, worker, editors.second);
    }

    private static String handIn(String title, Walk worker) {
        worker.open("/news").press("news.write");
        var page = worker.page();
        worker.field("write.headline").tap();
        page.keyboard().type(title);
        page.locator("#channel").selectOption("headline");
        page.locator(".ProseMirror").tap();
        page.keyboard().type("进尺一百米。");
        button(worker, "write.editor.strong").tap();
        page.keyboard().type("慢一点");
        button(worker, "write.editor.strong").tap();
        page.keyboard().type("，看清楚。");
        worker.attach("write.file", Samples.photo("灯.jpg")).write("write.alternative", "一盏矿灯");
        assertThat(page.locator("#text").inputValue()).isEqualTo("进尺一百米。【粗：慢一点】，看清楚。");
        page.locator("#consent").tap();
        worker.leaveBy(page.locator("button[name=deed][value=send]")::tap);
        assertThat(page.url()).matches(".*/newsroom/articles/[0-9]+");
        worker.seesWords(title).sees("newsroom.not-passed").doesNotSee("newsroom.pass");
        return page.url().replaceAll(".*/", "");
    }

    private static void print(String title, Walk reader) throws IOException {
        var page = reader.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (var shown : List.of(".news-article > h1", ".news-by", ".news-body", ".news-figure img", ".news-imprint")) {
            assertThat(page.locator(shown).first().isVisible()).as(shown).isTrue();
        }
        for (var hidden : List.of("header.masthead", ".news-channels", ".news-search", ".news-foot", ".news-tools")) {
            assertThat(page.locator(hidden).first().isVisible()).as(hidden).isFalse();
        }
        try (var paper = Loader.loadPDF(page.pdf())) {
            var words = Normalizer.normalize(new PDFTextStripper().getText(paper), Normalizer.Form.NFKC)
                    .replaceAll("\\s", "");
            assertThat(words).contains(title, "进尺一百米").doesNotContain(reader.say("news.print"));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    /** Readers keep what they had until three have read the new text. */
    private static void correct(String title, String article, Walk reader, Editors editors) {
        var address = "/newsroom/articles/" + article;
        var editor = editors.otherFirst;
        editor.open(address).press("newsroom.write.CORRECTION_BEGUN");
        editor.page().locator(".ProseMirror").click();
        editor.page().keyboard().press("Control+End");
        editor.page().keyboard().press("Enter");
        editor.page().keyboard().type("后来量过，是一百二十米。");
        editor.write("write.reason", "进尺量错了").press("write.send.again");
        reader.open("/news/articles/" + article).seesWords("进尺一百米");
        assertThat(reader.text()).doesNotContain("一百二十米");

        Editors.pass(title, List.of(editors.first, editors.second, editors.third));
        reader.open("/news/articles/" + article);
        assertThat(reader.text()).doesNotContain("一百二十米");
        editors.first.open(address).press("newsroom.publish");

        reader.open("/news/articles/" + article).seesWords("一百二十米").seesWords("进尺量错了");
        assertThat(reader.page().locator(".news-correction").count()).isEqualTo(1);
    }

    private static void takeDown(String title, String article, Walk reader, Walk editor) {
        var picture = "/news/articles/" + article + "/pictures/1";
        assertThat(answer(reader, picture)).isEqualTo(200);
        editor.open("/newsroom/articles/" + article).unfold("article-right.TAKE_DOWN");
        editor.page().locator("#reason-TAKE_DOWN").fill("照片里的人不同意");
        editor.page().locator("#note-TAKE_DOWN").fill("照片未经本人同意，已撤下。");
        editor.press("article-right.TAKE_DOWN");

        assertThat(status(reader, article)).isEqualTo(410);
        reader.open("/news/articles/" + article).seesWords("照片未经本人同意，已撤下。");
        assertThat(reader.text()).doesNotContain(title, "一百二十米", "照片里的人不同意");
        assertThat(answer(reader, picture)).isEqualTo(410);
        assertThat(answer(reader, picture + "/320.jpg")).isEqualTo(410);
        assertThat(listed(title, reader)).isEmpty();
        editor.open("/newsroom/articles/" + article).seesWords("一百二十米").seesWords("照片里的人不同意");
    }

    /** Where readers come upon it. */
    private static List<String> listed(String title, Walk reader) {
        var feed = reader.page()
                .context()
                .request()
                .get(reader.home() + "/news/channels/headline/feed.json")
                .text();
        reader.open("/news/search?q=" + URLEncoder.encode(title, StandardCharsets.UTF_8));
        var found = reader.page()
                        .locator("main a")
                        .filter(new Locator.FilterOptions().setHasText(title))
                        .count()
                > 0;
        return Stream.of(feed.contains(title) ? "feed" : "", found ? "search" : "")
                .filter(where -> !where.isEmpty())
                .toList();
    }

    private static int status(Walk reader, String article) {
        return answer(reader, "/news/articles/" + article);
    }

    private static int answer(Walk reader, String address) {
        return reader.page().context().request().get(reader.home() + address).status();
    }

    private static Locator button(Walk walk, String key) {
        return walk.page()
                .locator(".write-bar button")
                .filter(new Locator.FilterOptions().setHasText(walk.say(key)))
                .first();
    }

    @Test
    void whoever_has_keys_alone_reads_passes_publishes_and_takes_down(Devices devices) {
        var title = "只用键盘的" + colliery.mineName();
        var article = shortcuts.submitArticle("headline", title, colliery);
        var editors = new Editors(colliery, granting, devices);

        for (var editor : List.of(editors.first, editors.second, editors.third)) {
            editor.open("/newsroom/queue");
            Editors.reach(editor, "a.row-link", title);
            Editors.enter(editor);
            Editors.reach(editor, "#errors", "");
            editor.page().keyboard().press("ArrowUp");
            Editors.reach(editor, "button", editor.say("newsroom.pass"));
            Editors.enter(editor);
            editor.doesNotSee("newsroom.pass");
        }
        var chief = editors.third;
        Editors.reach(chief, "button", chief.say("newsroom.publish"));
        Editors.enter(chief);
        assertThat(status(chief, String.valueOf(article))).isEqualTo(200);
        assertThat(database.sql(
                                "select array_agg(p.errors) from newsroom.pass p join newsroom.revision r on r.id = p.revision where r.article = :id")
                        .param("id", article)
                        .query((row, _) -> List.of((Integer[]) row.getArray(1).getArray()))
                        .single())
                .containsExactly(1, 1, 1);

        Editors.reach(chief, "summary", chief.say("article-right.TAKE_DOWN"));
        chief.page().keyboard().press("Enter");
        Editors.reach(chief, "#reason-TAKE_DOWN", "");
        chief.page().keyboard().type("数字没核实");
        Editors.reach(chief, "#note-TAKE_DOWN", "");
        chief.page().keyboard().type("数字有误，已撤下。");
        Editors.reach(chief, "button", chief.say("article-right.TAKE_DOWN"));
        Editors.enter(chief);
        assertThat(status(chief, String.valueOf(article))).isEqualTo(410);
    }

    @Test
    void in_senior_mode_articles_clauses_and_what_an_exemplar_is_asked_are_read_aloud(Devices devices) {
        var article = shortcuts.publishArticle("focus", "井口办法怎么讲", colliery);
        explain(article);
        holdUp(article);
        var worker = senior(devices).signIn(colliery.worker());
        var editor = senior(devices).signIn(colliery.editor());

        worker.open("/news/articles/" + article);
        assertThat(aloud(worker, "article")).contains("早班六点二十点名", "井口办法怎么讲");
        assertThat(aloud(worker, "clauses")).contains("进井口先领灯。");
        worker.open("/exemplars/" + article);
        assertThat(aloud(worker, "asked")).contains(worker.say("exemplar.own"), "早班六点二十点名");
        editor.open("/statutes/articles/" + article);
        assertThat(aloud(editor, "explained")).contains("进井口先领灯。");
    }

    private static Walk senior(Devices devices) {
        var walk = devices.phone();
        walk.remember("senior", "on");
        walk.page().context().addInitScript(VOICE);
        return walk;
    }

    private static String aloud(Walk walk, String part) {
        assertThat(walk.page().locator("html").getAttribute("class")).contains("senior");
        walk.page().locator("[data-aloud=" + part + "]:visible").click();
        return String.valueOf(walk.page().evaluate("() => window.spoken.join('')"));
    }

    private void explain(long article) {
        var version = database.sql(
                        "insert into statute.version (law, from_day, imported_at) values (:law, :day, now()) returning id")
                .param("law", colliery.mineName() + "井口管理办法")
                .param("day", LocalDate.of(2024, 1, 1))
                .query(Long.class)
                .single();
        database.sql("insert into statute.clause values (:version, 1, '', '第一条', '进井口先领灯。')")
                .param("version", version)
                .update();
        database.sql("""
                insert into statute.link (article, version, place, linked_by, linked_at) values (:article, :version, 1, :by, now())
                """)
                .param("article", article)
                .param("version", version)
                .param("by", colliery.editor().id().value())
                .update();
    }

    private void holdUp(long article) {
        database.sql("insert into exemplar.piece (article, marked_by, marked_at) values (:article, :by, now())")
                .param("article", article)
                .param("by", colliery.editor().id().value())
                .update();
        database.sql("""
                insert into exemplar.subject (article, name, person, added_by, added_at)
                values (:article, :name, :person, :by, now())
                """)
                .param("article", article)
                .param("name", colliery.worker().name())
                .param("person", colliery.worker().id().value())
                .param("by", colliery.editor().id().value())
                .update();
    }
}
