package cn.lianxin.imprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.newsroom.Channels;
import cn.lianxin.newsroom.Mastheads;
import cn.lianxin.newsroom.NewsTrial;
import cn.lianxin.newsroom.Paper;
import cn.lianxin.platform.web.Screen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class ImprintPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    NewsTrial news;

    @Autowired
    Channels channels;

    @Autowired
    Mastheads mastheads;

    @Autowired
    JdbcClient database;

    Paper paper;
    Actor.Member administrator;
    Actor.Member otherAdministrator;
    String code = "";

    /** A channel of its own, which others never see. */
    @BeforeEach
    void found() {
        paper = new Paper(village);
        administrator = administrator();
        otherAdministrator = administrator();
        var letters = Long.toString(paper.mine.value())
                .chars()
                .map(digit -> digit - '0' + 'a')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        code = "try-" + letters;
        database.sql("""
                insert into newsroom.channel (code, place, name, english_name, kind, procedure, three_reviews, taking)
                select :code, max(place) + 10, '试一试', 'Trial', 'TEXT', 'two', false, true from newsroom.channel
                """).param("code", code).update();
    }

    private Actor.Member administrator() {
        return new Actor.Member(
                village.holder(Role.ADMINISTRATOR, paper.mine),
                "管",
                List.of(new Grant(Role.ADMINISTRATOR, paper.mine)));
    }

    @AfterEach
    void tidy() {
        TestClock.reset();
        database.sql("update newsroom.channel set hidden = true, taking = false where code = :code")
                .param("code", code)
                .update();
        database.sql("delete from newsroom.masthead where from_day > current_date")
                .update();
    }

    @Test
    void a_channel_is_renamed_moved_closed_and_hidden_with_a_reason_that_readers_can_check() {
        var count = channels.all().size();
        assertThat(change(paper.chief, "name", "班组故事", "english", "Crew stories", "place", "1", "taking", "true"))
                .hasStatus(422);
        assertThat(change(
                        paper.chief,
                        "name",
                        "班组故事",
                        "english",
                        "Crew stories",
                        "place",
                        "1",
                        "taking",
                        "true",
                        "reason",
                        "职工要看"))
                .hasStatus(303);

        assertThat(channels.all().getFirst().name()).isEqualTo("班组故事");
        assertThat(page(get("/news", new Actor.Visitor())).text()).contains("班组故事");
        assertThat(channels.all()).hasSize(count);
        var id = twice();

        change(
                administrator,
                "name",
                "班组故事",
                "english",
                "Crew stories",
                "place",
                String.valueOf(count),
                "hidden",
                "true",
                "taking",
                "true",
                "reason",
                "并到通讯里");

        assertThat(channels.find(code).orElseThrow().taking()).isFalse();
        assertThat(page(get("/news", new Actor.Visitor())).text()).doesNotContain("班组故事");
        assertThat(page(get("/newsroom/submissions/new", paper.author)).text()).doesNotContain("班组故事");
        assertThat(get("/news/channels/" + code, new Actor.Visitor())).hasStatusOk();
        assertThat(get("/news/articles/" + id, new Actor.Visitor())).hasStatus(301);
        assertThat(text(get("/newsroom/channels", paper.editor))).contains("并到通讯里", "不显示");
        assertThat(entered("imprint.change")).isGreaterThanOrEqualTo(2);
        assertThat(count("select count(*) from audit.entry where action = 'imprint.changed' and subject = 'CHANNEL:"
                        + code + "'"))
                .isEqualTo(2);
    }

    @Test
    void how_many_read_a_channel_changes_when_two_agree_of_whom_one_is_a_chief_editor() {
        var chief = new Paper(village).chief;
        assertThat(propose(paper.chief, "two")).hasStatus(422);
        assertThat(propose(paper.chief, "three")).hasStatus(303);
        assertThat(propose(chief, "bulletin")).hasStatus(409);
        var first = proposal();
        assertThat(post("/newsroom/channels/proposals/" + first + "/agreement", paper.chief))
                .hasStatus(403);
        assertThat(post("/newsroom/channels/proposals/" + first + "/agreement", paper.section))
                .hasStatus(403);
        assertThat(page(get("/newsroom/channels", administrator)).text()).contains("等另一个人同意的", "该三审了");

        assertThat(post("/newsroom/channels/proposals/" + first + "/agreement", administrator))
                .hasStatus(303);

        assertThat(channels.find(code).orElseThrow().threeReviews()).isTrue();
        assertThat(post("/newsroom/channels/proposals/" + first + "/agreement", chief))
                .hasStatus(404);
        propose(administrator, "two");
        var second = proposal();
        assertThat(post("/newsroom/channels/proposals/" + second + "/agreement", otherAdministrator))
                .hasStatus(403);
        assertThat(channels.find(code).orElseThrow().threeReviews()).isTrue();
        assertThat(post("/newsroom/channels/proposals/" + second + "/end", administrator))
                .hasStatus(303);
        assertThat(post("/newsroom/channels/proposals/" + second + "/agreement", chief))
                .hasStatus(404);
    }

    @Test
    void what_is_being_read_ends_under_its_rule_and_what_came_out_can_still_be_taken_down() {
        var editors = List.of(paper.editor.person(), paper.section.person(), paper.chief.person());
        var out = twice();
        var waiting = news.submit(code, "还在审的", paper.author.person());
        propose(paper.chief, "three");
        var agreement = "/newsroom/channels/proposals/" + proposal() + "/agreement";

        var early = post(agreement, administrator);

        assertThat(early).hasStatus(409);
        assertThat(text(early)).contains("还有 1 篇在审");
        assertThatThrownBy(() -> database.sql("update newsroom.channel set procedure = 'three' where code = :code")
                        .param("code", code)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is being read");
        mvc.post()
                .uri("/newsroom/articles/" + waiting + "/withdrawal")
                .with(SignedIn.as(paper.author))
                .exchange();
        assertThat(post(agreement, administrator)).hasStatus(303);
        assertThat(news.publish(code, "三个人审的", paper.author.person(), paper.mine, editors))
                .isPositive();
        news.takeDown(out, paper.section.person(), paper.mine);
        assertThat(get("/news/articles/" + out, new Actor.Visitor())).hasStatus(410);
        assertThatThrownBy(() -> database.sql("update newsroom.article set standing = 'PUBLIC' where id = :id")
                        .param("id", out)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("not passed by");
    }

    /** Published after two passes, as the channel was read then. */
    private long twice() {
        var id = news.submit(code, "两个人审的", paper.author.person());
        for (var one : List.of(paper.editor, paper.section)) {
            mvc.post()
                    .uri("/newsroom/articles/" + id + "/pass")
                    .param("digest", news.digest(id, paper.editor.person(), paper.mine))
                    .with(SignedIn.as(one))
                    .exchange();
        }
        assertThat(post("/newsroom/articles/" + id + "/publication", paper.editor))
                .hasStatus(303);
        return id;
    }

    @Test
    void a_masthead_is_in_force_from_its_day_and_what_came_out_before_keeps_its_names() {
        var today = LocalDate.ofInstant(TestClock.now(), Screen.ZONE);
        var before = mastheads.inForce(today);
        var id = news.publish(
                "headline",
                "昨天的报纸",
                paper.author.person(),
                paper.mine,
                List.of(paper.editor.person(), paper.section.person(), paper.chief.person()));
        var old = page(article(id)).select(".news-imprint, footer").text();
        assertThat(announce(paper.chief, Map.of("from", today.toString()))).hasStatus(422);
        assertThat(announce(paper.chief, Map.of("telephone", "", "mail", ""))).hasStatus(422);
        assertThat(announce(paper.chief, Map.of("reason", ""))).hasStatus(422);
        assertThat(announce(paper.section, Map.of())).hasStatus(403);
        assertThat(announce(paper.worker, Map.of())).hasStatus(404);

        assertThat(announce(paper.chief, Map.of())).hasStatus(303);

        assertThat(mastheads.inForce(today)).isEqualTo(before);
        assertThat(page(get("/newsroom/masthead", paper.editor)).text()).contains("新总编", "还没到日子", "现在用的");
        TestClock.forward(Duration.ofDays(1));
        assertThat(text(get("/news/masthead", new Actor.Visitor()))).contains("新总编", "京ICP备00000001号", "旧站名");
        assertThat(page(article(id)).select(".news-imprint, footer").text()).isEqualTo(old);
        assertThat(entered("imprint.change")).isPositive();
    }

    private MvcTestResult article(long id) {
        var moved = get("/news/articles/" + id, new Actor.Visitor());
        return get(String.valueOf(moved.getResponse().getHeader("Location")), new Actor.Visitor());
    }

    private MvcTestResult announce(Actor.Member by, Map<String, String> other) {
        var fields = new HashMap<>(Map.of(
                "from",
                LocalDate.ofInstant(TestClock.now(), Screen.ZONE).plusDays(1).toString(),
                "paper",
                "矿工新闻",
                "english",
                "Miners News",
                "chief",
                "新总编",
                "telephone",
                "0371-0000000",
                "filing",
                "京ICP备00000001号",
                "former",
                "旧站名",
                "reason",
                "换了总编辑"));
        fields.putAll(other);
        var call = mvc.post().uri("/newsroom/masthead").with(SignedIn.as(by));
        for (var field : fields.entrySet()) {
            call = call.param(field.getKey(), field.getValue());
        }
        return call.exchange();
    }

    @Test
    void only_editors_read_it_and_only_chief_editors_and_administrators_change_it() {
        for (var stranger : List.of(paper.worker, paper.author)) {
            assertThat(get("/newsroom/channels", stranger)).hasStatus(404);
            assertThat(get("/newsroom/masthead", stranger)).hasStatus(404);
        }
        assertThat(page(get("/newsroom/channels", paper.editor)).select("main form"))
                .isEmpty();
        assertThat(page(get("/newsroom/masthead", paper.section)).select("main form"))
                .isEmpty();
        assertThat(change(paper.section, "name", "甲", "english", "A", "place", "1", "reason", "乙"))
                .hasStatus(403);
        assertThat(propose(paper.editor, "three")).hasStatus(403);
    }

    private MvcTestResult change(Actor.Member by, String... fields) {
        return post("/newsroom/channels/" + code, by, fields);
    }

    private MvcTestResult propose(Actor.Member by, String procedure) {
        return post("/newsroom/channels/" + code + "/procedure", by, "procedure", procedure, "reason", "该三审了");
    }

    private long proposal() {
        return database.sql("select id from imprint.proposal where channel = :code and decided_at is null")
                .param("code", code)
                .query(Long.class)
                .single();
    }

    private long entered(String kind) {
        return database.sql("""
                        select (select count(*) from transparency.entry where kind = :kind)
                        """).param("kind", kind).query(Long.class).single();
    }

    private long count(String statement) {
        return database.sql(statement).query(Long.class).single();
    }

    private MvcTestResult get(String address, Actor by) {
        var call = mvc.get().uri(address);
        return (by instanceof Actor.Visitor ? call.with(SignedIn.asNobody()) : call.with(SignedIn.as(by))).exchange();
    }

    private MvcTestResult post(String address, Actor by, String... fields) {
        var call = mvc.post().uri(address).with(SignedIn.as(by));
        for (var at = 0; at < fields.length; at += 2) {
            call = call.param(fields[at], fields[at + 1]);
        }
        return call.exchange();
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(text(answer));
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
