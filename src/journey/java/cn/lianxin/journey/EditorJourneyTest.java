package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An article is written as it will look, kept while it is written, and two pages of it are put together. */
@JourneyTest
class EditorJourneyTest {

    private static final Path PICTURES = Path.of("target", "journeys");

    private static final String WORD = """
            <html><head><style>p.MsoNormal{color:red}</style></head><body><!--StartFragment-->
            <h1>一个班</h1><p class=MsoNormal><b>早班</b>六点二十
            点名，<span lang=EN-US>CH4<o:p></o:p></span>先查。</p>
            <p class=MsoListParagraph><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>查顶板</p>
            <ul><li>查瓦斯</li><li><p>查支架</p></li></ul><blockquote><p>慢一点</p></blockquote>
            <table><tr><td>采</td><td>三队</td></tr></table><script>document.title='抢'</script><img src=x onerror="document.title='抢'">
            <!--EndFragment--></body></html>
            """;

    private static final String PASTE = """
            (node, html) => {
                const data = new DataTransfer();
                data.setData("text/html", html);
                data.setData("text/plain", "没用上的");
                node.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
            }
            """;

    @Autowired
    Collieries collieries;

    @Autowired
    ApplicationContext product;

    Colliery colliery;

    @BeforeEach
    void own_colliery() {
        colliery = collieries.found();
    }

    @ParameterizedTest
    @EnumSource(names = {"CHINESE", "ENGLISH"})
    void what_is_written_in_the_editor_comes_out_as_it_looked(Face face, Devices devices) {
        var writer = devices.phone(face).signIn(colliery.worker());
        writer.open("/newsroom/submissions/new").write("write.headline", "早班的一盏灯");
        var page = writer.page();
        writer.attach("write.file", Samples.photo("灯.jpg"));
        writer.write("write.alternative", "一盏矿灯");
        var editor = editor(page);

        editor.click();
        page.keyboard().type("灯亮了。");
        page.keyboard().press("Enter");
        press(writer, "write.editor.heading");
        page.keyboard().type("一个班");
        page.keyboard().press("Enter");
        page.keyboard().type("> ");
        page.keyboard().type("慢一点，看清楚。");
        page.keyboard().press("Enter");
        press(writer, "write.editor.point");
        page.keyboard().type("查顶板");
        page.keyboard().press("Enter");
        page.keyboard().type("查瓦斯");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        page.keyboard().type("升井。");
        press(writer, "write.editor.put", 1);
        press(writer, "write.editor.up");
        assertThat(text(page)).isEqualTo("灯亮了。\n# 一个班\n> 慢一点，看清楚。\n- 查顶板\n- 查瓦斯\n【图1】\n升井。");
        press(writer, "write.editor.undo");
        assertThat(text(page)).endsWith("升井。\n【图1】");
        press(writer, "write.editor.redo");
        assertThat(writer.check().faults()).isEmpty();
        writer.photograph(PICTURES.resolve("editor-" + face + ".png"));

        page.locator("#channel").selectOption("feature");
        page.locator("#consent").check();
        writer.press("write.send");
        var body = page.locator(".news-body");
        assertThat(body.locator("h2").allInnerTexts()).containsExactly("一个班");
        assertThat(body.locator("blockquote").allInnerTexts()).containsExactly("慢一点，看清楚。");
        assertThat(body.locator("li").allInnerTexts()).containsExactly("查顶板", "查瓦斯");
        assertThat(body.locator("figure + p").allInnerTexts()).containsExactly("升井。");
    }

    @Test
    void what_is_pasted_from_word_is_words_and_paragraphs_alone(Devices devices) {
        var writer = devices.desktop().signIn(colliery.worker());
        writer.open("/newsroom/submissions/new");
        var page = writer.page();
        var editor = editor(page);
        editor.click();

        editor.evaluate(PASTE, WORD);
        assertThat(text(page)).isEqualTo("# 一个班\n【粗：早班】六点二十点名，CH4先查。\n- 查顶板\n- 查瓦斯\n- 查支架\n> 慢一点\n采 三队");
        press(writer, "write.editor.undo");
        // The way by which the library's own reading of the clipboard could be made to build elements.
        editor.evaluate(
                PASTE,
                "<p data-pm-slice='0 0 [\"heading\",{\"mark\":[\"img\",{\"src\":\"x\",\"onerror\":\"document.title=1\"}]}]'>甲</p>");
        assertThat(text(page)).isEqualTo("甲");
        assertThat(editor.locator("img[src]").count()).isZero();
        assertThat(page.title()).doesNotContain("抢", "1");
    }

    @Test
    void it_is_kept_at_the_server_within_seconds_and_comes_back_after_the_page_was_lost(Devices devices) {
        var writer = devices.phone().signIn(colliery.worker());
        writer.open("/newsroom/submissions/new").write("write.headline", "写到一半");
        var page = writer.page();
        editor(page).click();
        page.keyboard().type("第一句。");
        page.locator("[data-writing-state]")
                .filter(new Locator.FilterOptions().setHasText(said(writer, "write.saved")))
                .waitFor(new Locator.WaitForOptions().setTimeout(10_000));
        var address = page.url().replace(devices.home(), "");
        assertThat(address).matches("/newsroom/drafts/[0-9]+");
        var other = devices.desktop().signIn(colliery.worker()).open(address);
        assertThat(text(other.page())).isEqualTo("第一句。");

        page.context().setOffline(true);
        page.keyboard().type("断网以后写的。");
        page.waitForTimeout(1_500);
        assertThat(new Kept(page).inDatabases()).contains("key").doesNotContain("EXTRACTABLE");
        // As if the browser had been killed: the page says nothing more, and another one of the same device comes.
        var context = page.context();
        page.evaluate("() => { window.fetch = () => new Promise(() => {}); }");
        context.setOffline(false);
        var again = context.newPage();
        again.navigate(devices.home() + address);

        again.locator("[data-recovery] [data-beginning]")
                .filter(new Locator.FilterOptions().setHasText("第一句。断网以后写的。"))
                .waitFor();
        again.locator("[data-take-back]").click();
        assertThat(text(again)).isEqualTo("第一句。断网以后写的。");
        assertThat(editor(again).innerText()).isEqualTo("第一句。断网以后写的。");
        again.locator("[data-writing-state]")
                .filter(new Locator.FilterOptions().setHasText(said(writer, "write.saved")))
                .waitFor(new Locator.WaitForOptions().setTimeout(10_000));
        again.reload();
        assertThat(text(again)).isEqualTo("第一句。断网以后写的。");
        again.waitForTimeout(500);
        assertThat(again.locator("[data-recovery]").isVisible()).isFalse();
    }

    @Test
    void two_pages_of_one_draft_are_put_together_and_what_both_changed_is_shown(Devices devices) {
        var here = devices.desktop().signIn(colliery.worker());
        here.open("/newsroom/submissions/new").write("write.headline", "一百天");
        editor(here.page()).click();
        here.page().keyboard().type("进尺一百米。");
        here.page().keyboard().press("Enter");
        here.page().keyboard().type("尾一段。");
        here.press("write.keep");
        var address = here.page().url().replace(devices.home(), "");
        var there = devices.phone().signIn(colliery.worker()).open(address);

        editor(here.page()).click();
        here.page().keyboard().press("Control+End");
        here.page().keyboard().type("这边加的。");
        here.press("write.keep");
        there.page().locator("[data-plain], .write-bar button").last().click();
        there.page().locator("#text").fill("进尺一百二十米。\n尾一段。");
        there.press("write.keep").sees("write.merged");
        assertThat(text(there.page())).isEqualTo("进尺一百二十米。\n尾一段。这边加的。");

        here.page().locator(".write-bar button").last().click();
        here.page().locator("#text").fill("进尺九十八米。\n尾一段。这边加的。");
        here.press("write.keep").sees("write.clashes").sees("refusal.news-both-changed");
        assertThat(here.page().locator(".write-clash p").allInnerTexts()).containsExactly("进尺九十八米。", "进尺一百二十米。");
        here.photograph(PICTURES.resolve("editor-clash.png"));
        assertThat(here.check().faults()).isEmpty();

        // Which of both stays is pressed, by keys alone.
        Editors.reach(here, ".write-clash button", here.say("write.clash.keep.theirs"));
        Editors.enter(here);
        assertThat(here.page().locator(".write-clash").count()).isZero();
        assertThat(text(here.page())).isEqualTo("进尺一百二十米。\n尾一段。这边加的。");
    }

    @Test
    void words_stand_out_and_lead_elsewhere_and_to_no_address_that_is_none(Devices devices) {
        var writer = devices.desktop().signIn(colliery.worker());
        writer.open("/newsroom/submissions/new").write("write.headline", "看规定");
        var page = writer.page();
        editor(page).click();
        page.keyboard().type("先看规定再下井。");
        page.keyboard().press("Home");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("Shift+ArrowRight");

        press(writer, "write.editor.link");
        page.keyboard().type("javascript:alert(1)");
        page.keyboard().press("Enter");
        assertThat(page.locator(".write-asking [role=alert]").innerText())
                .isEqualTo(writer.say("write.editor.link.wrong"));
        assertThat(writer.check().faults()).isEmpty();
        page.locator(".write-asking input").fill("https://law.mine.example/gui?ding=1");
        page.keyboard().press("Enter");
        assertThat(inEditor(page)).isTrue();
        page.keyboard().press("Control+End");
        page.keyboard().press("Shift+ArrowLeft");
        page.keyboard().press("Shift+ArrowLeft");
        // Nobody is quicker than the browser says what is chosen.
        page.waitForTimeout(200);
        page.keyboard().press("Control+b");
        var written = "先【链：https://law.mine.example/gui?ding=1 看规定】再下【粗：井。】";
        assertThat(text(page)).isEqualTo(written);
        writer.photograph(PICTURES.resolve("editor-words.png"));

        page.locator("#channel").selectOption("feature");
        page.locator("#consent").check();
        writer.press("write.keep");
        editor(page).click();
        page.keyboard().press("Control+End");
        page.keyboard().type("走");
        assertThat(text(page)).isEqualTo(written.replace("井。】", "井。走】"));
        page.locator("#consent").check();
        writer.press("write.send");
        var link = page.locator(".news-body a");
        assertThat(link.getAttribute("href")).isEqualTo("https://law.mine.example/gui?ding=1");
        assertThat(page.locator(".news-body p").first().innerText())
                .isEqualTo("先看规定 https://law.mine.example/gui?ding=1再下井。走");
        assertThat(page.locator(".news-body strong").innerText()).isEqualTo("井。走");
    }

    @Test
    void a_browser_that_was_killed_while_somebody_wrote_has_his_words_when_it_comes_back(Devices devices) {
        var memory = OwnBrowser.memory("killed");
        String address;
        try (var browser = new OwnBrowser(memory)) {
            var writer = new Walk(browser.context(), product, devices.home(), Face.CHINESE);
            writer.signIn(colliery.worker()).open("/newsroom/submissions/new").write("write.headline", "写到一半");
            editor(writer.page()).click();
            writer.page().keyboard().type("第一句。");
            writer.page()
                    .locator("[data-writing-state]")
                    .filter(new Locator.FilterOptions().setHasText(said(writer, "write.saved")))
                    .waitFor();
            address = writer.page().url().replace(devices.home(), "");
            writer.page().keyboard().type("来电话之前写的。");
            writer.page().waitForTimeout(1_500);

            browser.kill();
        }
        var other = devices.desktop().signIn(colliery.worker()).open(address);
        assertThat(text(other.page())).as("not there yet").isEqualTo("第一句。");

        try (var browser = new OwnBrowser(memory)) {
            var writer = new Walk(browser.context(), product, devices.home(), Face.CHINESE);
            writer.signIn(colliery.worker()).open(address);
            writer.page()
                    .locator("[data-recovery] [data-beginning]")
                    .filter(new Locator.FilterOptions().setHasText("第一句。来电话之前写的。"))
                    .waitFor();
            writer.page().locator("[data-take-back]").click();

            assertThat(editor(writer.page()).innerText()).isEqualTo("第一句。来电话之前写的。");
            assertThat(writer.faults()).isEmpty();
        }
    }

    @Test
    void the_keyboard_is_enough(Devices devices) {
        var writer = devices.desktop().signIn(colliery.worker());
        writer.open("/newsroom/submissions/new");
        var page = writer.page();
        editor(page);
        page.locator("#byline").focus();
        for (var key = 0; key < 12 && !inEditor(page); key++) {
            page.keyboard().press("Tab");
        }
        assertThat(inEditor(page)).isTrue();

        page.keyboard().type("后一段。");
        page.keyboard().press("Enter");
        page.keyboard().type("# ");
        page.keyboard().type("小标题");
        page.keyboard().press("Alt+ArrowUp");
        assertThat(text(page)).isEqualTo("# 小标题\n后一段。");
        page.keyboard().press("Control+z");
        assertThat(text(page)).isEqualTo("后一段。\n# 小标题");
        page.keyboard().press("Tab");
        assertThat(inEditor(page)).isFalse();
        page.keyboard().press("Shift+Tab");
        assertThat(inEditor(page)).isTrue();
    }

    private static Locator editor(Page page) {
        var editor = page.locator(".ProseMirror");
        editor.waitFor();
        return editor;
    }

    private static boolean inEditor(Page page) {
        return (Boolean) page.evaluate("() => document.activeElement.classList.contains('ProseMirror')");
    }

    private static String text(Page page) {
        return page.locator("#text").inputValue();
    }

    private static String said(Walk walk, String key) {
        return walk.say(key, "").strip();
    }

    private static void press(Walk walk, String key, Object... arguments) {
        walk.page()
                .locator(".write-bar button")
                .filter(new Locator.FilterOptions().setHasText(walk.say(key, arguments)))
                .first()
                .click();
    }
}
