package cn.lianxin.textcheck;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.newsroom.Paper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class TextCheckPagesTest {

    @Autowired
    Village village;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    LookingAgain again;

    @Autowired
    JdbcClient database;

    Paper paper;

    @BeforeEach
    void found() {
        paper = new Paper(village);
    }

    @Test
    void what_has_to_be_explained_is_explained_by_its_author_and_again_by_the_first_editor() {
        var refused = submit("井下来了新人", "班里来了个哑巴，干活最细。", "");
        assertThat(refused).hasStatus(422);
        assertThat(page(refused).select(".news-findings").text()).contains("哑巴", "言语障碍者");
        assertThat(page(refused).select("mark").text()).startsWith("哑巴");

        var address = location(submit("井下来了新人", "班里来了个哑巴，干活最细。", "外号，他自己愿意这样叫"));
        assertThat(page(get(address, paper.editor)).select(".news-findings").text())
                .contains("张写", "他自己愿意");
        assertThat(pass(address, paper.editor, "")).hasStatus(422);
        assertThat(pass(address, paper.editor, "问过本人")).hasStatus(303);
        assertThat(pass(address, paper.section, "")).hasStatus(303);

        assertThat(page(get(address, paper.chief)).select(".news-findings").text())
                .contains("王编", "问过本人");
        assertThat(page(get(address, paper.chief)).select(".news-proof mark").text())
                .startsWith("哑巴");
    }

    @Test
    void each_thing_that_was_found_wants_a_reason_of_its_own() {
        var refused = send("/newsroom/submissions", "两处", "班里来了个哑巴，11月31日来的。", Map.of());
        var fields = answers(page(refused), "他自己愿意");
        assertThat(fields).hasSize(2);
        var draft = page(refused).select("form[enctype]").attr("action");

        var one = fields.keySet().iterator().next();
        assertThat(send(draft, "两处", "班里来了个哑巴，11月31日来的。", Map.of(one, "他自己愿意"))).hasStatus(422);
        assertThat(send(draft, "两处", "班里来了个哑巴，11月31日来的。", fields)).hasStatus(303);
    }

    @Test
    void what_is_blocked_goes_on_for_no_reason() {
        assertThat(submit("澡堂里", "他骂了一句王八蛋。", "就是这么骂的")).hasStatus(422);
        assertThat(text(submit("澡堂里", "他骂了一句王八蛋。", "就是这么骂的"))).contains("「王八蛋」不能用");
    }

    @Test
    void a_changed_list_lays_what_is_public_before_the_editors_and_changes_nothing() {
        var word = "井口" + System.nanoTime() % 1_000_000 + "号牌匾";
        var address = published("换牌匾", "今天换上了" + word + "。");
        var number = address.substring(address.lastIndexOf('/') + 1);
        assertThat(text(get("/newsroom/queue?of=look-again", paper.editor))).doesNotContain("换牌匾");

        assertThat(add(paper.section, word, "CONFIRM")).hasStatus(303);
        again.look();

        assertThat(page(get("/newsroom/queue?of=look-again", paper.editor))
                        .select(".row-link")
                        .eachText())
                .contains("换牌匾");
        assertThat(text(get("/newsroom/queue?of=look-again", paper.elsewhere))).doesNotContain("换牌匾");
        var slug = location(get("/news/articles/" + number, new Actor.Visitor()));
        assertThat(text(get(slug, new Actor.Visitor()))).contains(word).doesNotContain("news-mark");
        assertThat(post(address + "/text-check", paper.author)).hasStatus(403);
        assertThat(post(address + "/text-check", paper.editor)).hasStatus(422);
        assertThat(answer(address, "/text-check", paper.editor, "已核实")).hasStatus(303);
        assertThat(text(get("/newsroom/queue?of=look-again", paper.editor))).doesNotContain("换牌匾");
    }

    @Test
    void what_hits_a_word_listed_since_is_not_published() {
        var word = "东门" + System.nanoTime() % 1_000_000 + "号横幅";
        var address = location(submit("挂横幅", "明早挂上" + word + "。", ""));
        pass(address, paper.editor, "");
        pass(address, paper.section, "");
        pass(address, paper.chief, "");
        assertThat(add(paper.chief, word, "BLOCK")).hasStatus(303);

        assertThat(post(address + "/publication", paper.editor)).hasStatus(422);
        assertThat(get("/news/articles/" + address.substring(address.lastIndexOf('/') + 1), new Actor.Visitor()))
                .hasStatus(404);
    }

    @Test
    void the_list_is_kept_by_section_and_chief_editors_read_by_editors_and_not_there_for_others() {
        assertThat(get("/newsroom/words", paper.worker)).hasStatus(404);
        assertThat(get("/newsroom/words", new Actor.Visitor())).hasStatus(303);
        assertThat(page(get("/newsroom/words", paper.editor)).select("form[method=post][action^=/newsroom/words]"))
                .isEmpty();
        assertThat(add(paper.editor, "不该用的词", "CONFIRM")).hasStatus(403);

        var word = "某词" + System.nanoTime() % 1_000_000;
        assertThat(add(paper.section, word, "CONFIRM")).hasStatus(303);
        assertThat(add(paper.section, word, "HINT")).hasStatus(422);
        assertThat(page(get("/newsroom/words?trial=这里有" + word + "。", paper.editor))
                        .select("mark")
                        .text())
                .startsWith(word);
        var end = page(get("/newsroom/words?looked=" + word, paper.chief))
                .select("form[action$=/end]")
                .attr("action");
        assertThat(post(end, paper.chief, "reason", "")).hasStatus(422);
        assertThat(post(end, paper.chief, "reason", "用不着")).hasStatus(303);
        assertThat(page(get("/newsroom/words?looked=" + word, paper.chief)).select(".news-words li"))
                .isEmpty();
        assertThat(text(get("/newsroom/words", paper.chief))).contains("去掉了「" + word + "」", "用不着");
    }

    @Test
    void what_was_found_and_who_answered_stays_as_it_was_written() {
        submit("留痕", "班里来了个哑巴。", "外号");

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> database.sql("delete from textcheck.confirmation").update())
                .hasMessageContaining("stays as it was written");
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        database.sql("update textcheck.finding set words = ''").update())
                .hasMessageContaining("stays as it was written");
    }

    private MvcTestResult add(Actor by, String word, String level) {
        return post("/newsroom/words", by, "kind", "WORD", "words", word, "level", level, "reason", "试一试");
    }

    private String published(String title, String text) {
        var address = location(submit(title, text, ""));
        for (var by : new Actor.Member[] {paper.editor, paper.section, paper.chief}) {
            assertThat(pass(address, by, "")).hasStatus(303);
        }
        assertThat(post(address + "/publication", paper.editor)).hasStatus(303);
        return address;
    }

    /** As the page asks for it after the first try, where there is something to say. */
    private MvcTestResult submit(String title, String text, String reason) {
        var first = send("/newsroom/submissions", title, text, Map.of());
        return reason.isEmpty()
                ? first
                : send(page(first).select("form[enctype]").attr("action"), title, text, answers(page(first), reason));
    }

    private static Map<String, String> answers(Document page, String reason) {
        return page.select("input[name^=answer-]").stream()
                .collect(Collectors.toMap(input -> input.attr("name"), _ -> reason, (one, _) -> one));
    }

    private MvcTestResult send(String address, String title, String text, Map<String, String> answers) {
        var call = mvc.post()
                .uri(address)
                .multipart()
                .with(SignedIn.as(paper.author))
                .param("deed", "send")
                .param("channel", "headline")
                .param("title", title)
                .param("byline", "张写")
                .param("text", text)
                .param("consent", "yes");
        answers.forEach(call::param);
        return call.exchange();
    }

    private MvcTestResult pass(String address, Actor by, String reason) {
        var digest = page(get(address, by)).select("input[name=digest]").attr("value");
        return answer(address, "/pass", by, reason, "digest", digest, "errors", "0");
    }

    private MvcTestResult answer(String address, String step, Actor by, String reason, String... form) {
        var whole = new ArrayList<>(Arrays.asList(form));
        answers(page(get(address, by)), reason).forEach((field, value) -> whole.addAll(List.of(field, value)));
        return post(address + step, by, whole.toArray(String[]::new));
    }

    private MvcTestResult get(String address, Actor by) {
        return mvc.get().uri(address).with(SignedIn.as(by)).exchange();
    }

    private MvcTestResult post(String address, Actor by, String... form) {
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
