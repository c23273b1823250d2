package cn.lianxin.officesystem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.HowOften;
import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.newsroom.NewsTrial;
import cn.lianxin.newsroom.Paper;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class OfficeSystemTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    NewsTrial news;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationContext context;

    Paper paper;
    Actor.Member administrator;
    OfficeCaller office;

    @BeforeEach
    void found() {
        paper = new Paper(village);
        var person = village.holder(Role.ADMINISTRATOR, paper.mine);
        administrator = new Actor.Member(person, "管", List.of(new Grant(Role.ADMINISTRATOR, paper.mine)));
        for (var one : List.of(
                paper.author,
                paper.worker,
                paper.editor,
                paper.secondEditor,
                paper.section,
                paper.chief,
                paper.elsewhere)) {
            SignedIn.cookieOf(one.person(), context);
        }
        office = OfficeCaller.letIn(mvc, paper.mine, administrator, paper.chief);
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void three_decisions_from_the_office_pass_an_article_in_the_names_of_three_and_the_record_says_whence() {
        var id = article();

        assertThat(pass("a" + id, id, 1, paper.editor)).hasStatusOk();
        assertThat(pass("b" + id, id, 2, paper.section)).hasStatusOk();
        assertThat(pass("c" + id, id, 3, paper.chief)).hasStatusOk();

        var page = OfficeCaller.text(get("/newsroom/articles/" + id, paper.editor));
        assertThat(page).contains("由集团OA传来", "审完，等发布");
        assertThat(passes(id)).containsExactly(paper.editor.person(), paper.section.person(), paper.chief.person());
        assertThat(OfficeCaller.text(get("/inbox", paper.section))).contains("按您在集团OA里的意见审过了");
        assertThat(OfficeCaller.text(get("/office-systems", paper.chief))).contains("第 " + id + " 号稿第 2 审：通过", "照办了");
    }

    @Test
    void what_is_sent_back_in_the_office_is_sent_back_here_with_its_reason() {
        var id = article();

        assertThat(office.send(OfficeCaller.decision("x" + id, id, digest(id), 1, number(paper.editor), false)))
                .hasStatusOk();

        assertThat(working(id)).isEqualTo("SENT_BACK");
        assertThat(OfficeCaller.text(get("/newsroom/articles/" + id, paper.author)))
                .contains("再核一核数字", "由集团OA传来");
    }

    @Test
    void the_same_again_answers_the_same_and_does_nothing_and_another_under_its_id_is_refused() {
        var id = article();
        var decision = OfficeCaller.decision("d" + id, id, digest(id), 1, number(paper.editor), true);
        var first = office.send(decision);

        var again = office.send(decision);
        decision.put("stage", 2);
        var other = office.send(decision);

        assertThat(OfficeCaller.text(again)).isEqualTo(OfficeCaller.text(first)).contains("\"result\":\"done\"");
        assertThat(again.getResponse().getHeader("Lianxin-Replayed")).isEqualTo("true");
        assertThat(other).hasStatus(409);
        assertThat(OfficeCaller.text(other)).contains("office-id-used");
        assertThat(passes(id)).hasSize(1);
        assertThat(OfficeCaller.text(get("/office-systems", administrator))).contains("传了 3 次，只算一次");
    }

    @Test
    void what_is_not_due_is_refused_and_may_be_sent_again_when_it_is() {
        var id = article();
        var second = OfficeCaller.decision("e" + id, id, digest(id), 2, number(paper.section), true);
        var early = office.send(second);
        assertThat(early).hasStatus(409);
        assertThat(OfficeCaller.text(early)).contains("news-stage-not-due", "还没轮到第 2 审");
        assertThat(passes(id)).isEmpty();

        assertThat(pass("f" + id, id, 1, paper.editor)).hasStatusOk();
        assertThat(office.send(second)).hasStatusOk();
        var late = pass("g" + id, id, 1, paper.secondEditor);

        assertThat(late).hasStatus(409);
        assertThat(OfficeCaller.text(late)).contains("news-stage-over");
        assertThat(passes(id)).hasSize(2);
    }

    @Test
    void a_text_that_was_changed_meanwhile_is_not_passed() {
        var id = article();
        var read = OfficeCaller.decision("h" + id, id, digest(id), 1, number(paper.editor), true);
        news.edit(id, "改过的正文。\n【图1】", paper.secondEditor.person(), paper.mine);

        var stale = office.send(read);

        assertThat(stale).hasStatus(409);
        assertThat(OfficeCaller.text(stale)).contains("news-text-changed");
        assertThat(passes(id)).isEmpty();
        assertThat(working(id)).isEqualTo("IN_REVIEW");
    }

    @Test
    void it_can_do_no_more_than_its_reviewer_could_by_hand() {
        var id = article();
        assertThat(pass("i" + id, id, 1, paper.author)).hasStatus(403);
        assertThat(pass("j" + id, id, 1, paper.section)).hasStatus(403);
        assertThat(pass("k" + id, id, 1, paper.worker)).hasStatus(404);
        assertThat(pass("l" + id, id, 1, paper.elsewhere)).hasStatus(404);
        assertThat(pass("m" + id, id, 1, administrator)).hasStatus(422);
        assertThat(pass("n" + id, id, 1, paper.editor)).hasStatusOk();
        assertThat(pass("o" + id, id, 2, paper.editor)).hasStatus(403);
        var unknown = office.send(OfficeCaller.decision("p" + id, id, digest(id), 2, "V0", true));
        assertThat(unknown).hasStatus(422);
        assertThat(passes(id)).hasSize(1);

        village.leave(paper.section.person());
        assertThat(pass("q" + id, id, 2, paper.section)).hasStatus(422);
    }

    @Test
    void a_key_speaks_for_its_own_unit_alone() {
        var other = new Paper(village);
        var id = news.submit("headline", "别的矿的一篇", other.author.person());
        village.give(
                paper.editor.person(), Role.EDITOR, other.mine, LocalDate.now().minusDays(2));

        var foreign = office.send(OfficeCaller.decision(
                "r" + id, id, news.digest(id, other.editor.person(), other.mine), 1, number(paper.editor), true));

        assertThat(foreign).hasStatus(404);
        assertThat(passes(id)).isEmpty();
        assertThat(OfficeCaller.text(office.waiting("0"))).doesNotContain("\"article\":" + id + ",");
    }

    @Test
    void without_a_right_signature_of_these_five_minutes_nothing_is_done_and_nothing_is_told() {
        var id = article();
        var body = "{\"id\":\"s" + id + "\",\"article\":" + id + ",\"digest\":\"" + digest(id)
                + "\",\"stage\":1,\"decision\":\"pass\",\"reviewer\":\"" + number(paper.editor)
                + "\",\"at\":\"" + TestClock.now().truncatedTo(ChronoUnit.SECONDS) + "\"}";
        var now = Long.toString(TestClock.now().getEpochSecond());
        var right = OfficeCaller.sign(now, body, office.secret());
        var made = OfficeCaller.made(mvc, paper.mine, administrator);

        var refused = List.of(
                office.send(body, now, ""),
                office.send(body, now, right.substring(1) + "0"),
                office.send(body.replace("pass", "past"), now, right),
                office.send(body, Long.toString(Long.parseLong(now) + 1), right),
                office.send(body, TestClock.now().minus(Duration.ofSeconds(301))),
                office.send(body, TestClock.now().plus(Duration.ofSeconds(303))),
                new OfficeCaller(mvc, "999999999", office.secret()).send(body),
                new OfficeCaller(mvc, "x", office.secret()).send(body),
                new OfficeCaller(mvc, office.key(), made.secret()).send(body),
                made.send(body));

        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer).hasStatus(401);
            assertThat(answer.getResponse().getContentType()).contains("application/problem+json");
            assertThat(OfficeCaller.text(answer)).contains("\"detail\":").doesNotContain("news-");
        });
        assertThat(passes(id)).isEmpty();
        assertThat(count("select count(*) from officesystem.callback where id = 's" + id + "'"))
                .isZero();
        assertThat(office.send(body, now, right)).hasStatusOk();
    }

    @Test
    void two_keys_are_valid_at_once_so_that_one_takes_the_place_of_the_other() {
        var second = OfficeCaller.letIn(mvc, paper.mine, administrator, paper.chief);
        var id = article();
        var third = mvc.post()
                .uri("/office-systems/keys")
                .param("name", "第三把")
                .param("unit", String.valueOf(paper.mine.value()))
                .with(SignedIn.as(administrator))
                .exchange();
        assertThat(third).hasStatus(409);
        assertThat(pass("t" + id, id, 1, paper.editor)).hasStatusOk();
        var decision = OfficeCaller.decision("u" + id, id, digest(id), 2, number(paper.section), true);
        assertThat(second.send(decision)).hasStatusOk();

        assertThat(post("/office-systems/keys/" + office.key() + "/revocation", administrator))
                .hasStatus(303);

        assertThat(office.send(decision)).hasStatus(401);
        assertThat(second.send(decision)).hasStatusOk();
        assertThat(count("select count(*) from officesystem.key where id = " + office.key() + " and secret is null"))
                .isEqualTo(1);
    }

    @Test
    void nobody_alone_lets_a_system_speak_for_others() {
        var both = new Actor.Member(
                administrator.person(),
                "管",
                List.of(new Grant(Role.ADMINISTRATOR, paper.mine), new Grant(Role.CHIEF_EDITOR, paper.mine)));
        var made = OfficeCaller.made(mvc, paper.mine, administrator);
        var letIn = "/office-systems/keys/" + made.key() + "/letting-in";

        assertThat(post(letIn, administrator)).hasStatus(403);
        assertThat(post(letIn, both)).hasStatus(403);
        assertThat(post(letIn, paper.editor)).hasStatus(404);
        assertThat(post(letIn, new Paper(village).chief)).hasStatus(404);
        assertThat(get("/office-systems", paper.section)).hasStatus(404);
        assertThat(get("/office-systems", paper.worker)).hasStatus(404);
        assertThat(OfficeCaller.text(get("/office-systems", administrator)))
                .doesNotContain(made.secret())
                .contains("等总编辑同意");
        assertThat(count("select count(*) from officesystem.key where id = " + made.key()
                        + " and position(convert_to('lxo_', 'UTF8') in secret) > 0"))
                .isZero();
        assertThat(post(letIn, paper.chief)).hasStatus(303);
    }

    @Test
    void what_is_no_decision_is_refused_with_the_field_that_is_wrong() {
        var id = article();
        var right = OfficeCaller.decision("v" + id, id, digest(id), 1, number(paper.editor), true);
        Map<String, Object> wrong = new HashMap<>();
        wrong.put("id", "with a space");
        wrong.put("article", "7");
        wrong.put("digest", "ABC");
        wrong.put("stage", 10);
        wrong.put("decision", "maybe");
        wrong.put("reason", "no reason is needed");
        wrong.put("reviewer", 7);
        wrong.put("errors", -1);
        wrong.put("at", "yesterday");
        wrong.put("other", 1);

        wrong.forEach((field, value) -> {
            var sent = new HashMap<>(right);
            sent.put(field, value);
            var answer = office.send(sent);
            assertThat(answer).as(field).hasStatus(422);
            assertThat(OfficeCaller.text(answer)).as(field).contains("\"field\":\"" + field + "\"");
        });
        for (var body : List.of("", "[]", "{", "{\"id\":\"a\",\"id\":\"b\"}", "null", "{} {}")) {
            assertThat(office.send(body)).as(body).hasStatus(422);
        }
        assertThat(office.send(" ".repeat(17_000))).hasStatus(413);
        assertThat(passes(id)).isEmpty();
    }

    @Test
    void what_waits_is_told_by_numbers_and_not_by_a_word() {
        var id = article();

        var answer = OfficeCaller.text(office.waiting(String.valueOf(id - 1)));

        assertThat(answer)
                .contains("\"article\":" + id, digest(id), "\"stage\":1", "\"role\":\"EDITOR\"")
                .doesNotContain("办公系统里审的一篇", "王建国");
        assertThat(new OfficeCaller(mvc, office.key(), "lxo_").waiting("0")).hasStatus(401);
    }

    /** Each decision up to dozens of times, in any order, four at once; until nobody has anything to send again. */
    @Test
    void a_thousand_duplicated_and_reordered_callbacks_yield_one_decision_each() throws Exception {
        var articles = HowOften.of(12, 60);
        var chance = new Random(7);
        var sends = new ArrayList<Map<String, Object>>();
        var ids = new ArrayList<Long>();
        for (var each = 0; each < articles; each++) {
            var id = article();
            ids.add(id);
            var digest = digest(id);
            var reviewers = List.of(paper.editor, paper.section, paper.chief);
            for (var stage = 1; stage <= 3; stage++) {
                var one = OfficeCaller.decision(
                        "many-" + id + "-" + stage, id, digest, stage, number(reviewers.get(stage - 1)), true);
                var times = 1_000 / (articles * 3) + 1;
                for (var time = 0; time < times; time++) {
                    sends.add(one);
                }
            }
        }
        Collections.shuffle(sends, chance);
        assertThat(sends).hasSizeGreaterThanOrEqualTo(1_000);

        var done = new HashSet<Object>();
        try (var four = Executors.newFixedThreadPool(4)) {
            for (var round = 0; round < 4; round++) {
                List<Callable<Map.Entry<Object, Integer>>> calls = new ArrayList<>();
                for (var one : round == 0 ? sends : missing(sends, done)) {
                    calls.add(() -> Map.entry(
                            one.getOrDefault("id", ""),
                            office.send(one).getResponse().getStatus()));
                }
                for (var answer : four.invokeAll(calls)) {
                    assertThat(answer.get().getValue()).isIn(200, 409);
                    if (answer.get().getValue() == 200) {
                        done.add(answer.get().getKey());
                    }
                }
            }
        }

        assertThat(done).hasSize(articles * 3);
        for (var id : ids) {
            assertThat(passes(id)).containsExactly(paper.editor.person(), paper.section.person(), paper.chief.person());
            assertThat(count(
                            "select count(*) from newsroom.step where deed = 'PASSED' and through = '集团OA' and article = "
                                    + id))
                    .isEqualTo(3);
            assertThat(count(
                            "select count(*) from officesystem.callback where done_at is not null and article = " + id))
                    .isEqualTo(3);
            assertThat(working(id)).isEqualTo("PASSED");
        }
    }

    private static List<Map<String, Object>> missing(List<Map<String, Object>> sends, HashSet<Object> done) {
        return sends.stream()
                .filter(one -> !done.contains(one.get("id")))
                .distinct()
                .toList();
    }

    private long article() {
        return news.submit("headline", "办公系统里审的一篇", paper.author.person());
    }

    private String digest(long id) {
        return news.digest(id, paper.editor.person(), paper.mine);
    }

    private String number(Actor.Member member) {
        return village.staffNumber(member.person());
    }

    private MvcTestResult pass(String callback, long id, int stage, Actor.Member by) {
        return office.send(OfficeCaller.decision(callback, id, digest(id), stage, number(by), true));
    }

    private List<PersonId> passes(long id) {
        return database.sql("""
                        select p.person from newsroom.pass p join newsroom.revision r on r.id = p.revision
                        where r.article = :id order by p.id
                        """)
                .param("id", id)
                .query((row, _) -> new PersonId(row.getLong("person")))
                .list();
    }

    private String working(long id) {
        return database.sql("select working from newsroom.article where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private long count(String statement) {
        return database.sql(statement).query(Long.class).single();
    }

    private MvcTestResult get(String address, Actor by) {
        return mvc.get().uri(address).with(SignedIn.as(by)).exchange();
    }

    private MvcTestResult post(String address, Actor by) {
        return mvc.post().uri(address).with(SignedIn.as(by)).exchange();
    }
}
