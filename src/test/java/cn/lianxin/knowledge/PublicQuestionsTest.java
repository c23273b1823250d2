package cn.lianxin.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.ConcernState;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.RecusingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.concern.ReviewingConcerns;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.organization.Directory;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ProductTest
class PublicQuestionsTest {

    private static final Actor NOBODY = new Actor.Visitor();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    ReviewingConcerns reviewing;

    @Autowired
    PublicTrial trial;

    @Autowired
    Recognizing recognizing;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient database;

    /** A word of this test alone. */
    private final String word = Asking.word();

    Mine mine;
    Asking asking;

    @BeforeEach
    void own_mine() {
        mine = new Mine(village);
        asking = new Asking(mvc, raising, handling);
    }

    @Test
    void a_reply_is_proposed_with_one_tap_and_public_after_two_others_of_two_lines_have_approved_it() {
        var number = asking.answered("澡堂没热水 " + word, "早五点到晚十一点都有热水 " + word, mine);
        assertThat(Asking.text(asking.get("/concerns/" + number, mine.handler))).contains("/public-question\"");

        var begun = asking.get("/concerns/" + number + "/public-question", mine.handler);
        assertThat(begun).hasStatusOk();
        assertThat(Asking.text(begun)).contains("澡堂没热水 " + word, "早五点到晚十一点都有热水", "《澡堂管理办法》");
        var waiting = Asking.location(propose(number, "澡堂几点有热水？" + word));
        assertThat(waiting).startsWith("/questions/waiting/");
        assertThat(board()).doesNotContain(word);
        assertThat(asking.post(waiting + "/approval", mine.handler)).hasStatus(409);
        assertThat(asking.post(waiting + "/approval", mine.desk)).hasStatus(303);
        assertThat(asking.post(waiting + "/approval", mine.desk)).hasStatus(409);
        assertThat(board()).doesNotContain(word);

        assertThat(Asking.text(asking.get("/questions/waiting", mine.supervisor)))
                .contains(word);
        assertThat(asking.post(waiting + "/approval", mine.supervisor)).hasStatus(303);

        assertThat(board()).contains("澡堂几点有热水？" + word);
        var page = asking.get(addressOf(number), NOBODY);
        assertThat(page).hasStatusOk();
        assertThat(Asking.text(page))
                .contains("早五点", "《澡堂管理办法》", directory.unit(mine.district).shortName())
                .doesNotContain(number.toString())
                .doesNotContain(directory.person(mine.worker.person()).name());
        assertThat(Asking.text(asking.get("/questions?q=" + word, NOBODY))).contains("澡堂几点有热水？" + word);
        assertThat(Asking.text(asking.get("/inbox", mine.worker))).contains("做成了公开答疑");
    }

    @Test
    void to_whom_it_is_not_to_decide_nothing_is_there() {
        var number = asking.answered("澡堂没热水 " + word, "有热水", mine);
        var waiting = Asking.location(propose(number, "澡堂几点有热水？" + word));

        for (var other : List.of(mine.worker, mine.stranger, mine.otherHandler)) {
            assertThat(asking.get(waiting, other)).hasStatus(404);
            assertThat(asking.post(waiting + "/approval", other)).hasStatus(404);
            assertThat(asking.post(waiting + "/refusal", other, "reason", "不行")).hasStatus(404);
        }
        assertThat(Asking.text(asking.get("/questions/waiting", mine.stranger))).doesNotContain(word);
        assertThat(asking.get("/questions/waiting", mine.worker)).hasStatus(404);
        assertThat(asking.get("/concerns/" + number + "/public-question", mine.worker))
                .hasStatus(404);
        assertThat(asking.get("/concerns/" + number + "/public-question", mine.supervisor))
                .hasStatus(404);
    }

    @Test
    void it_cannot_be_kept_while_anybody_could_be_recognized() {
        var number = asking.answered("澡堂没热水 " + word, "有热水", mine);
        var card = directory.person(mine.worker.person());

        for (var part : List.of(
                card.name(),
                card.staffNumber(),
                "１３８ ０３５１ ２３４５",
                "0351-2345678",
                "140502199003071234",
                number.toString(),
                "找王师傅",
                "a.b@mine.example")) {
            var refused = propose(number, "澡堂几点有热水？" + part + " " + word);
            assertThat(refused).as(part).hasStatus(422);
            assertThat(Asking.text(refused)).as(part).contains("id=\"asked-error\"", part);
        }
        assertThat(waitingOf(number)).isZero();
        assertThat(propose(number, "澡堂 5 点到 23 点有热水吗，二号澡堂 3 楼？" + word)).hasStatus(303);
    }

    @Test
    void what_the_form_begins_with_tells_of_nobody() {
        var card = directory.person(mine.worker.person());
        var number = asking.answered(
                "我是" + card.name() + "，电话13803512345，找李队长说过 " + word, "已告诉" + card.name() + "换热器修好了", mine);

        var begun = Asking.text(asking.get("/concerns/" + number + "/public-question", mine.desk));

        assertThat(begun.substring(begun.indexOf("<textarea id=\"asked\"")))
                .contains(word, "换热器修好了")
                .doesNotContain(card.name())
                .doesNotContain("13803512345")
                .doesNotContain("李队长");
    }

    @Test
    void what_is_protected_cannot_be_proposed_at_all() {
        var confidential = asking.raise("没热水 " + word, Reporter.Mode.CONFIDENTIAL, mine.worker);
        var anonymous = asking.raise("没热水 " + word, Reporter.Mode.ANONYMOUS, mine.worker);
        var naming = asking.raise(
                "没热水 " + word,
                ConcernKind.COMPLAINT,
                "E4",
                Reporter.Mode.NAMED,
                directory.person(mine.otherHandler.person()).staffNumber(),
                mine.worker);
        var report = asking.raise("没热水 " + word, ConcernKind.REPORT, "E4", Reporter.Mode.NAMED, "", mine.worker);
        for (var number : List.of(confidential, anonymous, naming, report)) {
            asking.answer(number, "有热水", mine);
        }
        var restricted = asking.raise("收黑钱 " + word, ConcernKind.REPORT, "K4", Reporter.Mode.NAMED, "", mine.worker);
        var unanswered = asking.raise("没热水 " + word, Reporter.Mode.NAMED, mine.worker);

        for (var number : List.of(confidential, anonymous, naming, report, restricted, unanswered)) {
            for (var by : List.of(mine.desk, mine.handler, mine.supervisor)) {
                assertThat(asking.get("/concerns/" + number + "/public-question", by))
                        .hasStatus(404);
                assertThat(asking.post(
                                "/concerns/" + number + "/public-question",
                                by,
                                "asked",
                                "几点有热水" + word,
                                "answer",
                                "早五点"))
                        .hasStatus(404);
                assertThat(Asking.text(asking.get("/concerns/" + number, by))).doesNotContain("/public-question\"");
            }
        }
        assertThat(board()).doesNotContain(word);
    }

    @Test
    void what_becomes_protected_is_gone_from_everywhere_and_is_approved_no_further() {
        var shown = asking.answered("澡堂没热水 " + word, "有热水", mine);
        var published = publish(shown);
        var second = asking.answered("班车晚点 " + word, "改了时间", mine);
        var waiting = trial.propose(second, "班车几点？" + word, "早六点", mine.handler);
        assertThat(board()).contains(word);

        for (var number : List.of(shown, second)) {
            recusing.name(number, directory.person(mine.otherHandler.person()).staffNumber(), "说的是他", mine.desk);
        }

        assertThat(board()).doesNotContain(word);
        assertThat(asking.get("/questions/" + published, NOBODY)).hasStatus(410);
        assertThat(asking.get("/questions/waiting/" + waiting, mine.desk)).hasStatus(404);
        assertThat(asking.post("/questions/waiting/" + waiting + "/approval", mine.desk))
                .hasStatus(404);
    }

    @Test
    void whoever_raised_it_takes_it_down_everywhere_at_once_and_without_a_reason() {
        var number = asking.answered("澡堂没热水 " + word, "有热水", mine);
        var question = publish(number);
        assertThat(Asking.text(asking.get("/questions?q=" + word, NOBODY))).contains(word + "？");
        assertThat(Asking.text(asking.get("/concerns/" + number + "/posting", mine.worker)))
                .contains("现在");

        assertThat(asking.post("/concerns/" + number + "/taking-down", mine.worker))
                .hasStatus(303);

        var gone = asking.get("/questions/" + question, NOBODY);
        assertThat(gone).hasStatus(410);
        assertThat(Asking.text(gone)).contains("已经撤下").doesNotContain(word);
        assertThat(board()).doesNotContain(word);
        assertThat(Asking.text(asking.get("/questions?q=" + word, NOBODY))).doesNotContain(word + "？");
        assertThat(asking.post("/questions/" + question + "/answered", NOBODY, "answered", "yes"))
                .hasStatus(404);
    }

    @Test
    void the_office_takes_it_down_by_a_rule_that_is_told() {
        var question = publish(asking.answered("澡堂没热水 " + word, "有热水", mine));
        assertThat(asking.post("/questions/" + question + "/taking-down", mine.worker, "rule", "MISTAKEN"))
                .hasStatus(404);
        assertThat(asking.post("/questions/" + question + "/taking-down", mine.desk))
                .hasStatus(409);

        assertThat(asking.post("/questions/" + question + "/taking-down", mine.desk, "rule", "MISTAKEN"))
                .hasStatus(303);

        assertThat(Asking.text(asking.get("/questions/" + question, NOBODY))).contains("已经撤下", "撤下，原因");
        assertThat(board()).doesNotContain(word);
        assertThat(asking.get("/questions/" + question + "/correction", mine.desk))
                .hasStatus(404);
    }

    @Test
    void a_correction_takes_its_place_after_two_approvals_of_its_own_and_the_earlier_wording_stays_readable() {
        var question = publish(asking.answered("澡堂没热水 " + word, "有热水", mine));
        var address = "/questions/" + question;
        assertThat(asking.get(address + "/correction", mine.worker)).hasStatus(404);

        var waiting = Asking.location(asking.post(
                address + "/correction", mine.supervisor, "asked", "几点有热水" + word + "？", "answer", "改成早四点开。"));

        assertThat(Asking.text(asking.get(address, NOBODY))).doesNotContain("早四点");
        assertThat(asking.post(address + "/correction", mine.desk, "asked", "几点有热水" + word + "？", "answer", "早三点。"))
                .hasStatus(409);
        asking.post(waiting + "/approval", mine.desk);
        assertThat(Asking.text(asking.get(address, NOBODY))).doesNotContain("早四点");
        asking.post(waiting + "/approval", mine.mineLeader);
        assertThat(Asking.text(asking.get(address, NOBODY))).contains("早四点", "早五点", "第 2 版", "以前的说法");
    }

    @Test
    void what_a_review_found_wrong_is_shown_no_more_at_once_and_the_office_is_told_once() {
        var number = asking.answered("澡堂没热水 " + word, "有热水", mine);
        var question = publish(number);
        var stale = Asking.location(asking.post(
                "/questions/" + question + "/correction", mine.desk, "asked", "几点有热水" + word + "？", "answer", "早四点。"));
        raising.askReview(number, "没有说清为什么", List.of(), mine.worker);
        assertThat(board()).contains(word);

        review(number, ConcernState.ReviewOutcome.CHANGED);

        assertThat(board()).doesNotContain(word);
        assertThat(Asking.text(asking.get("/questions?q=" + word, NOBODY))).doesNotContain(word + "？");
        var gone = asking.get("/questions/" + question, NOBODY);
        assertThat(gone).hasStatus(410);
        assertThat(Asking.text(gone)).contains("复查后改了").doesNotContain(word, "correction");
        for (var person : List.of(mine.desk, mine.handler)) {
            assertThat(told(person)).isEqualTo(1);
        }
        assertThat(told(mine.worker)).isZero();
        assertThat(told(mine.stranger)).isZero();
        // What was written by the old answer does not come in its place.
        assertThat(asking.post(stale + "/approval", mine.supervisor)).hasStatus(409);
        asking.post(stale + "/refusal", mine.supervisor, "reason", "按改了的写");

        assertThat(Asking.text(asking.get("/questions/" + question, mine.desk)))
                .contains("/questions/" + question + "/correction");
        var anew = Asking.location(asking.post(
                "/questions/" + question + "/correction", mine.desk, "asked", "几点有热水" + word + "？", "answer", "全天都有。"));
        asking.post(anew + "/approval", mine.mineLeader);
        asking.post(anew + "/approval", mine.supervisor);

        assertThat(Asking.text(asking.get("/questions/" + question, NOBODY))).contains("全天都有");
        assertThat(board()).contains(word);
        assertThat(told(mine.desk)).isEqualTo(1);
    }

    @Test
    void what_a_review_upheld_stays() {
        var number = asking.answered("澡堂没热水 " + word, "有热水", mine);
        publish(number);
        raising.askReview(number, "没有说清为什么", List.of(), mine.worker);

        review(number, ConcernState.ReviewOutcome.UPHELD);

        assertThat(board()).contains(word);
        assertThat(told(mine.desk)).isZero();
    }

    private void review(ConcernNumber number, ConcernState.ReviewOutcome outcome) {
        var owner = database.sql("select owner_person from concern.concern where number = :number")
                .param("number", number.toString())
                .query(Long.class)
                .single();
        var by = owner == mine.supervisor.person().value() ? mine.supervisor : mine.secondSupervisor;
        reviewing.take(number, by);
        reviewing.decide(number, outcome, "换热器早该换，重新办", by);
    }

    private int told(Actor.Member person) {
        return database.sql("""
                        select count(*) from notification.message
                        where person = :person and key = 'question.notice.overturned'
                        """)
                .param("person", person.person().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void a_wording_is_never_changed_even_by_hand() {
        var question = publish(asking.answered("澡堂没热水 " + word, "有热水", mine));

        for (var statement : List.of(
                "update knowledge.wording set answer = '改了' where question = " + question,
                "delete from knowledge.wording where question = " + question)) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> database.sql(statement).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changed");
        }
    }

    @Test
    void it_is_counted_once_for_each_person_and_told_only_from_five_on() {
        var question = publish(asking.answered("澡堂没热水 " + word, "有热水", mine));
        var address = "/questions/" + question;
        for (var time = 0; time < 6; time++) {
            assertThat(asking.post(address + "/answered", mine.worker, "answered", "yes"))
                    .hasRedirectedUrl(address + "?tapped=yes");
        }
        for (var other = 0; other < 3; other++) {
            asking.post(
                    address + "/answered",
                    new Actor.Member(village.worker(mine.crew), "工", List.of()),
                    "answered",
                    "no");
        }
        assertThat(Asking.text(asking.get(address, NOBODY))).doesNotContain("个人说过");

        asking.post(address + "/answered", NOBODY, "answered", "yes");

        assertThat(Asking.text(asking.get(address, NOBODY))).contains("5 个人说过", "2 个说答上了");
        assertThat(database.sql("select count(*) from knowledge.tap where tapped_by like :person")
                        .param("person", "%" + mine.worker.person().value() + "%")
                        .query(Integer.class)
                        .single())
                .isLessThan(5);
    }

    @Test
    void who_says_no_goes_on_to_raise_it_with_what_he_typed() {
        var question = publish(asking.answered("澡堂没热水 " + word, "有热水", mine));

        var on = Asking.location(asking.post(
                "/questions/" + question + "/answered", mine.worker, "answered", "no", "q", "三号澡堂也没热水 " + word));

        assertThat(on).matches("/concerns/new/[A-Za-z0-9_-]{24}/words");
        assertThat(Asking.text(asking.get(on, mine.worker))).contains("三号澡堂也没热水 " + word);
        assertThat(Asking.location(asking.post("/questions/" + question + "/answered", NOBODY, "answered", "no")))
                .isEqualTo("/concerns/new");
    }

    @Test
    void whatever_is_typed_into_the_box_answers_with_a_page() {
        for (var q : List.of(
                "", "水", "水".repeat(20_000), "😀🔥", "where is hot water", "%' or 1=1 --", "\u0000", "<b>x</b>")) {
            assertThat(asking.get(
                            "/questions?q=" + java.net.URLEncoder.encode(q, java.nio.charset.StandardCharsets.UTF_8),
                            NOBODY))
                    .as(q)
                    .hasStatusOk();
        }
        assertThat(asking.get("/questions/999999999999", NOBODY)).hasStatus(404);
        assertThat(asking.get("/questions?after=x&area=%27", NOBODY)).hasStatusOk();
    }

    private long publish(ConcernNumber number) {
        return trial.publish(number, "几点有热水" + word + "？", "早五点到晚十一点。", mine.handler, mine.desk, mine.supervisor);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult propose(ConcernNumber number, String asked) {
        return asking.post(
                "/concerns/" + number + "/public-question",
                mine.handler,
                "asked",
                asked,
                "answer",
                "早五点到晚十一点都有热水。",
                "basis",
                "《澡堂管理办法》");
    }

    private String board() {
        return Asking.text(asking.get("/questions", NOBODY));
    }

    private String addressOf(ConcernNumber number) {
        return "/questions/"
                + database.sql("""
                        select q.number from knowledge.question q join concern.concern c on c.id = q.concern
                        where c.number = :number
                        """)
                        .param("number", number.toString())
                        .query(Long.class)
                        .single();
    }

    private int waitingOf(ConcernNumber number) {
        return database.sql("""
                        select count(*) from knowledge.question q join concern.concern c on c.id = q.concern
                        where c.number = :number
                        """)
                .param("number", number.toString())
                .query(Integer.class)
                .single();
    }
}
