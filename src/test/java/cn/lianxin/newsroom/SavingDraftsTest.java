package cn.lianxin.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.reprint.Reprint;
import cn.lianxin.textcheck.Answers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Two pages of one writer, two writers of one article, a page that was open over night: no text that was taken is lost. */
@ProductTest
class SavingDraftsTest {

    private static final int SAVES = 1_000;

    @Autowired
    Village village;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SavingDrafts saving;

    @Autowired
    Drafts drafts;

    @Autowired
    SubmittingArticles submitting;

    @Autowired
    Newsdesk desk;

    @Autowired
    NewsroomInTime newsroom;

    Paper paper;

    @BeforeEach
    void found() {
        paper = new Paper(village);
    }

    /** Three pages save in turn, each from what it saw last, however old that is. */
    @Test
    void of_a_thousand_interleaved_saves_not_one_word_is_lost() {
        var chance = new Random(7);
        var kept = drafts.save(draft("题", String.join("\n", Collections.nCopies(30, "一段话在这里。"))));
        var seen = new ArrayList<>(List.of(kept, kept, kept));
        var written = new ArrayList<String>();
        var clashing = 0;
        for (var save = 0; save < SAVES; save++) {
            var page = chance.nextInt(seen.size());
            var opened = seen.get(page);
            var word = "字" + save + "完";
            var saved = saving.save(opened, with(opened, inserted(settled(opened.text()), word, chance)), paper.author);
            written.add(word);
            clashing += saved.clashes().isEmpty() ? 0 : 1;
            seen.set(page, saved.draft());
        }

        var text = drafts.get(kept.id(), paper.author.person()).text();
        assertThat(written).allSatisfy(word -> assertThat(text).contains(word));
        assertThat(clashing).isPositive();
    }

    @Test
    void saves_at_the_same_moment_are_put_together_too() throws Exception {
        var kept = drafts.save(draft("题", String.join("\n", Collections.nCopies(40, "一段话在这里。"))));
        var saves = new ArrayList<Callable<SavingDrafts.Saved>>();
        for (var one = 0; one < 16; one++) {
            var lines = kept.text().split("\n");
            lines[one * 2] = lines[one * 2] + "第" + one + "人";
            var typed = with(kept, String.join("\n", lines));
            saves.add(() -> saving.save(kept, typed, paper.author));
        }

        try (var together = Executors.newFixedThreadPool(8)) {
            for (var saved : together.invokeAll(saves)) {
                assertThat(saved.get().clashes()).isEmpty();
            }
        }

        var text = drafts.get(kept.id(), paper.author.person()).text();
        for (var one = 0; one < 16; one++) {
            assertThat(text).contains("第" + one + "人");
        }
    }

    @Test
    void the_page_keeps_by_itself_what_it_sees_and_never_over_what_it_does_not_see() {
        var form = form(get("/newsroom/submissions/new", paper.author));
        form.put("title", "夜里写的");
        form.put("text", "第一句。");
        var first = post("/newsroom/submissions/autosave", form, paper.author);
        assertThat(first).hasStatusOk();
        var address = "/newsroom/drafts/" + text(first).replaceFirst(".*\"draft\":([0-9]+).*", "$1");
        var here = form(get(address, paper.author));
        var there = form(get(address, paper.author));

        here.put("text", "第一句。\n这边的。");
        assertThat(post(address + "/autosave", here, paper.author)).hasStatusOk();
        there.put("text", "那边的。\n第一句。");
        var refused = post(address + "/autosave", there, paper.author);

        assertThat(text(refused)).contains("\"state\":\"elsewhere\"");
        assertThat(form(get(address, paper.author)).get("text")).isEqualTo("第一句。\n这边的。");
        there.put("deed", "keep");
        var merged = post(address, there, paper.author);
        assertThat(merged).hasStatus(303);
        assertThat(location(merged)).isEqualTo(address + "?merged=yes");
        assertThat(form(get(address, paper.author)).get("text")).isEqualTo("那边的。\n第一句。\n这边的。");
        assertThat(post(address + "/autosave", here, paper.worker)).hasStatus(404);
        assertThat(text(post(address + "/autosave", Map.of("text", "没有来历的"), paper.author)))
                .contains("elsewhere");
    }

    @Test
    void where_two_pages_changed_the_same_sentence_both_are_shown_and_nothing_is_handed_in_until_it_is_settled() {
        var kept = drafts.save(draft("题", "进尺一百米。"));
        var address = "/newsroom/drafts/" + kept.id();
        var here = form(get(address, paper.author));
        var there = form(get(address, paper.author));
        here.put("text", "进尺一百二十米。");
        here.put("deed", "keep");
        assertThat(post(address, here, paper.author)).hasStatus(303);
        there.put("text", "进尺九十八米。");
        there.put("deed", "send");
        there.put("consent", "yes");

        var answer = post(address, there, paper.author);

        assertThat(answer).hasStatus(409);
        var page = page(answer);
        assertThat(page.select(".write-clash p").eachText()).containsExactly("进尺九十八米。", "进尺一百二十米。");
        var again = form(answer);
        assertThat(again.get("text")).contains("进尺九十八米。", "进尺一百二十米。", Merging.END);
        again.put("deed", "send");
        again.put("consent", "yes");
        var unsettled = post(address, again, paper.author);
        assertThat(unsettled).hasStatus(422);
        assertThat(page(unsettled).select("#text-error").text()).contains("两种写法");
        again = form(unsettled);
        again.put("text", "进尺九十八米。");
        again.put("deed", "send");
        again.put("consent", "yes");
        assertThat(post(address, again, paper.author)).hasStatus(303);
    }

    @Test
    void of_each_place_that_both_changed_the_writer_presses_the_one_that_stays() {
        var kept = drafts.save(draft("早班", "进尺一百米。\n中一段。\n尾一段。"));
        var address = "/newsroom/drafts/" + kept.id();
        var here = form(get(address, paper.author));
        var there = form(get(address, paper.author));
        here.putAll(Map.of("title", "中班", "text", "进尺一百二十米。\n中一段。\n", "deed", "keep"));
        assertThat(post(address, here, paper.author)).hasStatus(303);
        there.putAll(Map.of("title", "夜班", "text", "进尺九十八米。\n中一段。\n尾一段，改了。", "deed", "keep"));
        var clashing = post(address, there, paper.author);
        assertThat(clashing).hasStatus(409);
        assertThat(keys(clashing))
                .containsExactly(
                        "title:mine", "title:theirs", "text-0:mine", "text-0:theirs", "text-1:mine", "text-1:theirs");

        var first = post(address, pressed(clashing, "text-1:theirs"), paper.author);
        assertThat(first).hasStatus(409);
        assertThat(keys(first)).containsExactly("title:mine", "title:theirs", "text-0:mine", "text-0:theirs");
        var second = post(address, pressed(first, "title:mine"), paper.author);
        assertThat(second).hasStatus(409);
        assertThat(form(second).get("title")).isEqualTo("夜班");
        assertThat(keys(get(address, paper.author)))
                .as("also for whoever comes back to it later")
                .containsExactly("text-0:mine", "text-0:theirs");
        var last = post(address, pressed(second, "text-0:mine"), paper.author);

        assertThat(last).hasStatus(303);
        var settled = form(get(address, paper.author));
        assertThat(settled.get("title")).isEqualTo("夜班");
        assertThat(settled.get("text")).isEqualTo("进尺九十八米。\n中一段。");
        assertThat(post(address, pressed(get(address, paper.author), "text-7:mine"), paper.author))
                .hasStatus(303);
        assertThat(form(get(address, paper.author)).get("text")).isEqualTo("进尺九十八米。\n中一段。");
    }

    private static List<String> keys(MvcTestResult answer) {
        return page(answer).select("button[name=settle]").eachAttr("value");
    }

    /** With all that belongs to the form, wherever on the page it stands. */
    private static Map<String, String> pressed(MvcTestResult answer, String key) {
        var fields = form(answer);
        page(answer)
                .select("[form=writing][type=hidden]")
                .forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.put("settle", key);
        return fields;
    }

    @Test
    void two_editors_of_one_article_both_get_their_words_in_and_the_later_one_reads_it_before() {
        var article = newsroom.submit(
                new NewsroomInTime.Piece("headline", "一百天", "张写", "头一段。\n第二段。\n尾一段。", Reprint.NONE, List.of()),
                paper.author,
                java.time.Clock.systemUTC());
        var first = submitting.draftOf(article, paper.editor);
        var second = "/newsroom/drafts/"
                + submitting.draftOf(article, paper.secondEditor).id();
        var form = form(get(second, paper.secondEditor));
        submitting.send(with(first, "头一段改了。\n第二段。\n尾一段。"), Answers.NONE, paper.editor);
        form.put("text", "头一段。\n第二段。\n尾一段也改了。");
        form.put("reason", "尾");
        form.put("deed", "send");

        var later = post(second, form, paper.secondEditor);

        assertThat(later).hasStatus(409);
        assertThat(form(later).get("text")).isEqualTo("头一段改了。\n第二段。\n尾一段也改了。");
        assertThat(desk.open(article, paper.editor).revision().place()).isEqualTo(2);
        var again = form(later);
        again.put("deed", "send");
        assertThat(post(second, again, paper.secondEditor)).hasStatus(303);
        var newest = desk.open(article, paper.editor).revision();
        assertThat(newest.place()).isEqualTo(3);
        assertThat(newest.content().text()).isEqualTo("头一段改了。\n第二段。\n尾一段也改了。");
    }

    @Test
    void what_is_typed_into_a_draft_that_was_sent_or_thrown_away_elsewhere_is_kept_apart() {
        var kept = drafts.save(draft("题", "一句。"));
        var address = "/newsroom/drafts/" + kept.id();
        var form = form(get(address, paper.author));
        form.put("text", "一句。\n后来写的。");
        form.put("deed", "keep");
        drafts.remove(kept);

        var answer = post(address, form, paper.author);

        assertThat(answer).hasStatus(409);
        assertThat(form(answer).get("text")).isEqualTo("一句。\n后来写的。");
        assertThat(drafts.ofNewTexts(paper.author.person()))
                .extracting(Draft::text)
                .contains("一句。\n后来写的。");
        assertThat(post(address, Map.of("text", "没有来历的"), paper.author)).hasStatus(404);
    }

    /** Whoever lost the right to see an article is shown nothing of what others wrote into it since. */
    @Test
    void whoever_may_not_see_the_article_any_more_gets_nothing_of_it_by_saving() {
        var article = newsroom.submit(
                new NewsroomInTime.Piece("headline", "一百天", "张写", "头一段。", Reprint.NONE, List.of()),
                paper.author,
                java.time.Clock.systemUTC());
        var mine = submitting.draftOf(article, paper.editor);
        submitting.send(
                with(submitting.draftOf(article, paper.secondEditor), "头一段。\n别人后来加的。"),
                Answers.NONE,
                paper.secondEditor);
        var moved = new Actor.Member(paper.editor.person(), "王编", List.of());

        var saved = saving.save(mine, with(mine, "头一段，我改。"), moved);

        assertThat(saved.draft().text()).isEqualTo("头一段，我改。");
        assertThat(saving.save(saved.draft(), saved.draft(), paper.editor)
                        .draft()
                        .text())
                .contains("别人后来加的");
    }

    @Test
    void a_text_has_a_name_and_is_compared_with_any_other_one() {
        var article = newsroom.submit(
                new NewsroomInTime.Piece("headline", "一百天", "张写", "进尺一百米。", Reprint.NONE, List.of()),
                paper.author,
                java.time.Clock.systemUTC());
        for (var text : List.of("进尺一百二十米。", "进尺一百二十三米。")) {
            submitting.send(with(submitting.draftOf(article, paper.editor), text), Answers.NONE, paper.editor);
        }
        var address = "/newsroom/articles/" + article;

        assertThat(post(address + "/revisions/2/name", Map.of("name", "书记改过的"), paper.editor))
                .hasStatus(303);
        assertThat(post(address + "/revisions/1/name", Map.of("name", "长".repeat(41)), paper.editor))
                .hasStatus(422);
        assertThat(post(address + "/revisions/2/name", Map.of("name", "偷起的"), paper.elsewhere))
                .hasStatus(404);

        assertThat(page(get(address, paper.editor)).select(".news-versions").text())
                .contains("第 2 稿 · 书记改过的");
        var compared = page(get(address + "/revisions/3?with=2", paper.editor)).select(".news-changes");
        assertThat(compared.select("ins").text()).isEqualTo("三");
        assertThat(page(get(address + "/revisions/3?with=1", paper.editor))
                        .select(".news-changes ins")
                        .text())
                .isEqualTo("二十三");
        assertThat(get(address + "/revisions/3?with=9", paper.editor)).hasStatus(404);
        assertThat(post(address + "/revisions/2/name", Map.of("name", ""), paper.author))
                .hasStatus(303);
        assertThat(page(get(address, paper.editor)).select(".news-versions").text())
                .doesNotContain("书记改过的");
    }

    private Draft draft(String title, String text) {
        return with(Draft.empty(paper.author.person(), "feature", "张写"), title, text);
    }

    private static Draft with(Draft draft, String text) {
        return with(draft, draft.title(), text);
    }

    private static Draft with(Draft draft, String title, String text) {
        return new Draft(
                draft.id(),
                draft.person(),
                draft.article(),
                draft.base(),
                draft.channel(),
                title,
                draft.byline(),
                text,
                draft.reprint(),
                draft.pictures(),
                "改",
                draft.version());
    }

    private static String inserted(String text, String word, Random chance) {
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        var at = chance.nextInt(lines.size());
        if (chance.nextInt(5) == 0) {
            lines.add(at, word);
        } else {
            // Never within a word of before.
            lines.set(at, chance.nextBoolean() ? word + lines.get(at) : lines.get(at) + word);
        }
        return String.join("\n", lines);
    }

    /** As somebody does who keeps both ways to write. */
    private static String settled(String text) {
        return text.lines().filter(line -> !Merging.unsettled(line)).collect(Collectors.joining("\n"));
    }

    private MvcTestResult get(String address, Actor by) {
        return mvc.get().uri(address).with(SignedIn.as(by)).exchange();
    }

    private MvcTestResult post(String address, Map<String, String> form, Actor by) {
        var call = mvc.post().uri(address).with(SignedIn.as(by));
        for (var field : form.entrySet()) {
            call = call.param(field.getKey(), field.getValue());
        }
        return call.exchange();
    }

    /** What the form of the page would send. */
    private static Map<String, String> form(MvcTestResult answer) {
        var fields = new LinkedHashMap<String, String>();
        for (Element field : page(answer).select("form[data-writing] [name]")) {
            if (!field.is("button, [type=checkbox], [type=file]")) {
                fields.put(field.attr("name"), field.is("textarea") ? field.wholeText() : field.val());
            }
        }
        page(answer)
                .select("form[data-writing] select[name=channel] option[selected]")
                .forEach(option -> fields.put("channel", option.val()));
        return fields;
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(text(answer));
    }

    private static String location(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
