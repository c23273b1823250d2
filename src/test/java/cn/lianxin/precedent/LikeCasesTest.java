package cn.lianxin.precedent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.casework.Routing;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.ConcernState;
import cn.lianxin.concern.DecidedConcerns;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.Precedents;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.concern.RecusingConcerns;
import cn.lianxin.concern.Reply;
import cn.lianxin.concern.Reporter;
import cn.lianxin.concern.ReviewingConcerns;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.likeness.Followed;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.Door;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Like cases are decided alike, or somebody says why not; and where one was wrong, the like ones are looked at again. */
@ProductTest
class LikeCasesTest {

    private static final String BECAUSE = "那件是锅炉坏了，这件是有人把阀门关了";

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    ReviewingConcerns reviewing;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    Routing routing;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext product;

    @Autowired
    JdbcClient database;

    @Autowired
    Village village;

    /** Two words that stand nowhere else, so that no case of another test is like these. */
    private final String place = "澡堂" + UUID.randomUUID().toString().substring(0, 8);

    private Mine mine;

    @BeforeEach
    void found() {
        mine = new Mine(village);
        Followed.by(product);
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void
            the_likest_decided_ones_stand_above_the_reply_with_how_they_ended_how_long_it_took_and_the_rule_of_their_day() {
        var decided = inHand(mine.worker, "晚班下来没热水");
        TestClock.forward(Duration.ofDays(3));
        handling.reply(decided, Mine.reply(), mine.handler);
        var declined = raise(mine.worker, "晚班下来没热水，太凉", Reporter.Mode.NAMED);
        handling.decline(declined, "不归矿上管", "找物业", mine.desk);
        var open = inHand(mine.worker, "晚班下来没热水了");

        var page = open(open, mine.handler);

        assertThat(page)
                .contains("最像的几件", decided.toString(), "<strong>支持</strong>", "3 天答复", "矿定分级 5 个工作日", "《澡堂管理办法》")
                .contains("name=\"like-" + decided + "\"", "为什么不一样")
                .doesNotContain("这条规定后来改了");
        assertThat(open(open, mine.handler, "en")).contains("The likest cases", "answered in 3 days", "supported");
        assertThat(routing.pageFor(reading.open(open, Door.PAGE, mine.handler), mine.handler)
                        .like()
                        .likest())
                .extracting(like -> like.decided().number())
                .containsExactly(decided.toString());
        assertThat(open(raise(mine.worker, "晚班没热水", Reporter.Mode.NAMED), mine.desk))
                .as("to who may decline")
                .contains(decided.toString(), declined.toString(), "<strong>不予受理</strong>");
    }

    @Test
    void whoever_was_shown_a_very_like_one_cannot_answer_past_it_and_loses_no_word_by_trying() {
        var decided = answered("晚班下来没热水");
        var number = inHand(mine.worker, "晚班下来没热水");
        open(number, mine.handler);

        var unsaid = reply(number, "like-" + decided, "");
        var unreasoned = reply(number, "like-" + decided, "different", "because", "  ");

        assertThat(unsaid).hasStatus(422);
        assertThat(text(unsaid)).contains("很像的这件还没说：" + decided, "阀门修好了");
        assertThat(unreasoned).hasStatus(422);
        assertThat(text(unreasoned)).contains("写一句为什么不一样办", "value=\"different\" checked", "阀门修好了");
        assertThat(said()).isZero();
        assertThat(stateOf(number)).isEqualTo("IN_HAND");
        assertThat(reply(number, "like-" + decided, "different", "because", BECAUSE))
                .hasStatus(303);
        assertThat(stateOf(number)).isEqualTo("REPLIED");
        assertThat(said()).isOne();
    }

    /** As an answer lies on the timeline that names an amount. */
    @Test
    void what_was_granted_is_told_in_yuan_where_an_answer_names_it() {
        var decided = answered("晚班下来没热水");
        database.sql("""
                insert into concern.step (concern, place, at, author, by_person, kind, data)
                select s.concern, s.place + 1, s.at, s.author, s.by_person, s.kind,
                       jsonb_set(s.data, '{reply,amount}', '1268.50')
                from concern.step s join concern.concern c on c.id = s.concern
                where c.number = :number and s.kind = 'REPLIED'
                """).param("number", decided.toString()).update();

        assertThat(open(inHand(mine.worker, "晚班下来没热水"), mine.handler)).contains("1268.5 元");
    }

    @Test
    void one_press_does_it_where_it_is_decided_the_same_way() {
        var decided = answered("晚班下来没热水");
        var number = inHand(mine.worker, "晚班下来没热水");
        open(number, mine.handler);

        assertThat(reply(number, "like-" + decided, "same")).hasStatus(303);

        assertThat(open(number, mine.supervisor)).contains("答复时和类似的事比过", "一样办：", decided.toString());
    }

    @Test
    void what_was_said_is_kept_with_the_answer_and_read_by_those_alone_who_may_see_both() {
        var decided = answered("晚班下来没热水");
        var number = inHand(mine.worker, "晚班下来没热水");
        open(number, mine.handler);
        reply(number, "like-" + decided, "different", "because", BECAUSE);

        assertThat(open(number, mine.supervisor)).contains("没有一样办：", decided.toString(), BECAUSE);
        assertThat(open(number, mine.worker)).doesNotContain(BECAUSE);
        recusing.stepBack(decided, "我回避", mine.supervisor);
        assertThat(open(number, mine.supervisor)).doesNotContain(BECAUSE, decided.toString(), "比过");
        assertThat(open(number, mine.secondSupervisor)).contains(BECAUSE);
        for (var change : List.of("update precedent.answer set because = 'x'", "delete from precedent.answer")) {
            assertThatThrownBy(() -> database.sql(change).update()).hasMessageContaining("never changed or removed");
        }
    }

    @Test
    void where_nothing_is_alike_enough_nothing_is_asked() {
        answered("晚班下来没热水");
        var number = raising.raise(concern("食堂的馒头发酸，吃坏了肚子", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);

        assertThat(open(number, mine.handler)).doesNotContain("最像的几件", "为什么不一样");
        assertThat(reply(number)).hasStatus(303);
    }

    @Test
    void who_did_not_see_the_page_is_not_asked() {
        answered("晚班下来没热水");
        var number = inHand(mine.worker, "晚班下来没热水");

        handling.reply(number, Mine.reply(), mine.handler);

        assertThat(stateOf(number)).isEqualTo("REPLIED");
    }

    @Test
    void a_protected_one_is_never_proposed_and_one_that_he_raised_himself_stands_in_no_list_of_his_work() {
        var secret = inHand(mine.worker, "晚班下来没热水", Reporter.Mode.CONFIDENTIAL);
        handling.reply(secret, Mine.reply(), mine.handler);
        var own = inHand(mine.handler, "晚班下来没热水", Reporter.Mode.NAMED, mine.otherHandler);
        handling.reply(own, Mine.reply(), mine.otherHandler);
        var number = inHand(mine.worker, "晚班下来没热水");

        assertThat(open(number, mine.handler)).doesNotContain(secret.toString(), own.toString(), "最像的几件");
    }

    @Test
    void were_a_protected_one_proposed_that_it_was_read_would_be_written_down() {
        var secret = inHand(mine.worker, "晚班下来没热水", Reporter.Mode.CONFIDENTIAL);
        handling.reply(secret, Mine.reply(), mine.handler);
        var ids = database.sql("select id from concern.concern where number = :number")
                .param("number", secret.toString())
                .query((row, _) -> row.getLong("id"))
                .list();

        assertThat(product.getBean(DecidedConcerns.class).among(ids, mine.handler))
                .hasSize(1);
        assertThat(product.getBean(DecidedConcerns.class).among(ids, mine.otherHandler))
                .isEmpty();

        assertThat(database.sql("select reader from audit.reading where subject = :subject and door = 'PRECEDENT'")
                        .param("subject", "concern:" + secret)
                        .query(String.class)
                        .list())
                .containsExactly("person:" + mine.handler.person().value());
    }

    @Test
    void an_overturned_answer_lists_what_was_decided_the_same_way_and_the_likest_for_a_second_look() {
        var first = answered("晚班下来没热水");
        var number = inHand(mine.worker, "晚班下来没热水");
        open(number, mine.handler);
        reply(number, "like-" + first, "same");
        var like = answered("晚班下来也没热水，凉的");
        overturn(first);

        var list = ask("/precedents/overturned", mine.desk);

        assertThat(text(list))
                .contains(
                        first.toString(), number.toString(), like.toString(), "两件一样办", "说的事很像", "复查改变了答复", "还有 2 件没看");
        assertThat(open(first, mine.supervisor)).contains("/precedents/overturned/" + first);
        assertThat(open(first, mine.handler)).doesNotContain("/precedents/overturned");
        assertThat(open(inHand(mine.worker, "晚班下来没热水"), mine.handler))
                .contains("后来被推翻了")
                .doesNotContain("like-" + first);

        var address = "/precedents/overturned/" + first + "/looks";
        assertThat(post(address, mine.desk, "like", number.toString(), "found", "REOPEN"))
                .hasStatus(422)
                .bodyText()
                .contains("写一句理由");
        assertThat(post(address, mine.desk, "like", number.toString(), "reason", "同一个锅炉"))
                .hasStatus(422)
                .bodyText()
                .contains("站得住，还是该重新办", "同一个锅炉");
        assertThat(post(address, mine.desk, "like", number.toString(), "found", "REOPEN", "reason", "同一个锅炉"))
                .hasStatus(303);
        assertThat(text(ask("/precedents/overturned/" + first, mine.supervisor)))
                .contains("该重新办", "同一个锅炉", "还有 1 件没看", "请他再提或者申请复查");
        assertThat(stateOf(number)).as("nothing is reopened by it").isEqualTo("REPLIED");
        assertThatThrownBy(() -> database.sql("update precedent.look set found = 'STANDS'")
                        .update())
                .hasMessageContaining("never changed or removed");
    }

    @Test
    void a_declination_that_should_not_have_been_is_overturned_too() {
        var declined = raise(mine.worker, "晚班下来没热水", Reporter.Mode.NAMED);
        handling.decline(declined, "不归矿上管", "找物业", mine.desk);
        var like = answered("晚班下来没热水");
        reviewing.decideEnding(declined, false, "归矿上管", mine.supervisor);

        assertThat(text(ask("/precedents/overturned", mine.supervisor)))
                .contains(declined.toString(), "不予受理站不住", like.toString());
    }

    @Test
    void only_the_desk_and_supervisors_look_again_and_at_what_they_may_see() {
        var first = answered("晚班下来没热水");
        var other = answered("晚班下来没热水啊");
        overturn(first);

        for (var member : List.of(mine.worker, mine.handler, mine.leader)) {
            assertThat(ask("/precedents/overturned", member)).hasStatus(404);
            assertThat(ask("/precedents/overturned/" + first, member)).hasStatus(404);
        }
        assertThat(text(ask("/precedents/overturned", mine.stranger)))
                .doesNotContain(first.toString(), other.toString());
        assertThat(ask("/precedents/overturned/" + first, mine.stranger)).hasStatus(404);
        recusing.stepBack(other, "我回避", mine.desk);
        assertThat(text(ask("/precedents/overturned/" + first, mine.desk)))
                .doesNotContain(other.toString())
                .contains("没有找到类似的");
        assertThat(post(
                        "/precedents/overturned/" + first + "/looks",
                        mine.desk,
                        "like",
                        other.toString(),
                        "found",
                        "STANDS",
                        "reason",
                        "看过"))
                .hasStatus(404);
    }

    @Test
    void switched_off_nothing_is_shown_asked_or_listed() {
        var first = answered("晚班下来没热水");
        var number = inHand(mine.worker, "晚班下来没热水");
        var file = reading.open(number, Door.PAGE, mine.handler);
        var off = product.getAutowireCapableBeanFactory();
        var looking = new LookingAgain(
                off.getBean(AlikeCases.class),
                off.getBean(Answers.class),
                off.getBean(Looks.class),
                off.getBean(DecidedConcerns.class),
                off.getBean(RulesOfTheDay.class),
                off.getBean(Directory.class),
                off.getBean(Clock.class),
                false);
        var none = new LikeCases(
                off.getBean(AlikeCases.class),
                off.getBean(Answers.class),
                off.getBean(DecidedConcerns.class),
                off.getBean(RulesOfTheDay.class),
                looking,
                off.getBean(Directory.class),
                off.getBean(Clock.class),
                false);

        assertThat(none.beside(file, mine.handler)).isEqualTo(Precedents.Beside.NOTHING);
        none.decided(file.id(), 9, Precedents.Said.NOTHING, mine.handler);
        assertThat(looking.mayLook(mine.desk)).isFalse();
        assertThat(said()).isZero();
        assertThat(first).isNotNull();
    }

    private ConcernNumber raise(Actor by, String words, Reporter.Mode mode) {
        return raising.raise(concern(place + " " + words, mode), Mine.token(), by)
                .number();
    }

    private static NewConcern concern(String words, Reporter.Mode mode) {
        return new NewConcern(
                ConcernKind.HELP,
                "E4",
                "",
                words,
                "",
                mode,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                List.of());
    }

    private ConcernNumber inHand(Actor by, String words) {
        return inHand(by, words, Reporter.Mode.NAMED);
    }

    private ConcernNumber inHand(Actor by, String words, Reporter.Mode mode) {
        return inHand(by, words, mode, mine.handler);
    }

    private ConcernNumber inHand(Actor by, String words, Reporter.Mode mode, Actor.Member handler) {
        var number = raise(by, words, mode);
        var unit = handler.equals(mine.handler) ? mine.district : mine.other;
        handling.acceptAndAssign(number, "E4", unit, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", handler);
        return number;
    }

    private ConcernNumber answered(String words) {
        var number = inHand(mine.worker, words);
        handling.reply(number, Mine.reply(), mine.handler);
        return number;
    }

    private void overturn(ConcernNumber number) {
        raising.askReview(number, "没修", List.of(), mine.worker);
        var reviewer = database.sql("select owner_person from concern.concern where number = :number")
                .param("number", number.toString())
                .query(Long.class)
                .single();
        var by = reviewer == mine.supervisor.person().value() ? mine.supervisor : mine.secondSupervisor;
        reviewing.take(number, by);
        reviewing.decide(number, ConcernState.ReviewOutcome.CHANGED, "重新修", by);
    }

    private MvcTestResult reply(ConcernNumber number, String... more) {
        var form = new String[12 + more.length];
        var reply = new Reply("修好热水", "查了", "阀门修好了", "《澡堂管理办法》", Reply.Outcome.SUPPORT);
        System.arraycopy(
                new String[] {
                    "request",
                    reply.request(),
                    "facts",
                    reply.facts(),
                    "opinion",
                    reply.opinion(),
                    "basis",
                    reply.basis(),
                    "outcome",
                    "SUPPORT",
                    "finding",
                    "ANSWERED"
                },
                0,
                form,
                0,
                12);
        System.arraycopy(more, 0, form, 12, more.length);
        return post("/concerns/" + number + "/reply", mine.handler, form);
    }

    private MvcTestResult post(String address, Actor by, String... form) {
        var call =
                mvc.post().uri(address).header("Sec-Fetch-Site", "same-origin").with(SignedIn.as(by));
        for (var at = 0; at < form.length; at += 2) {
            call = call.param(form[at], form[at + 1]);
        }
        return call.exchange();
    }

    private MvcTestResult ask(String address, Actor by) {
        return mvc.get().uri(address).with(SignedIn.as(by)).exchange();
    }

    private String open(ConcernNumber number, Actor by) {
        return text(ask("/concerns/" + number, by));
    }

    private String open(ConcernNumber number, Actor by, String language) {
        return text(mvc.get()
                .uri("/concerns/" + number)
                .cookie(new Cookie("language", language))
                .with(SignedIn.as(by))
                .exchange());
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String stateOf(ConcernNumber number) {
        return database.sql("select state from concern.concern where number = :number")
                .param("number", number.toString())
                .query(String.class)
                .single();
    }

    private long said() {
        return database.sql("select count(*) from precedent.answer where by_person = :person")
                .param("person", mine.handler.person().value())
                .query(Long.class)
                .single();
    }
}
