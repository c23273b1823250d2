package cn.lianxin.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.promise.TimeLimits;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ProductTest
class EndingsTest {

    private static final Reply UNREASONABLE = Mine.nothingToAnswer(Reply.Finding.UNREASONABLE);
    private static final Reply UNVERIFIABLE = Mine.nothingToAnswer(Reply.Finding.UNVERIFIABLE);

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    ReviewingConcerns reviewing;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    ConcernLists lists;

    @Autowired
    Concerns concerns;

    @Autowired
    Timeline timeline;

    @Autowired
    WindowWatch watch;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    Mine mine;

    @BeforeEach
    void found() {
        mine = new Mine(village);
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void that_there_is_nothing_to_answer_goes_out_only_when_somebody_outside_has_signed_with_a_reason() {
        var number = inHand("E4");
        var promised = course(number).deadlines().replyBy();

        handling.reply(number, UNREASONABLE, mine.handler);
        assertThat(course(number).state()).isInstanceOf(ConcernState.ReplyDrafted.class);
        assertThat(course(number).deadlines().replyBy()).isEqualTo(promised);
        assertThat(reading.open(number, Door.PAGE, mine.worker).reply()).isEmpty();
        for (var inTheLine : List.of(mine.leader, mine.mineLeader, mine.handler, mine.desk)) {
            assertThatThrownBy(() -> handling.decideReply(number, true, "同意", inTheLine))
                    .hasMessageContaining("signed-outside");
        }
        assertThatThrownBy(() -> handling.decideReply(number, true, " ", mine.supervisor))
                .isInstanceOf(Refusal.Violation.class);
        handling.decideReply(number, true, "考勤我也对过，没有那个班", mine.supervisor);

        assertThat(page(number, mine.worker)).contains("没有道理（无理）", "看过材料，签字发出", "考勤我也对过，没有那个班");
        assertThat(ended(number)).isEqualTo("UNREASONABLE signed stands");
        TestClock.forward(Duration.ofDays(31));
        watch.concludeWhatIsOver();
        assertThat(course(number).state()).isEqualTo(new ConcernState.Concluded(ConcernState.Ending.UNREASONABLE));
        assertReplays(number);
    }

    @Test
    void whoever_answers_nothing_may_be_raised_again_and_then_another_one_has_to_sign() {
        var number = inHand("E4");
        handling.reply(number, UNVERIFIABLE, mine.handler);
        handling.decideReply(number, true, "问了三个人，都说没见过", mine.supervisor);

        raising.raiseAgain(number, "我有照片", List.of(), mine.worker);
        assertThat(ended(number)).isEmpty();
        handling.assign(number, mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        handling.reply(number, UNVERIFIABLE, mine.handler);
        assertThatThrownBy(() -> handling.decideReply(number, true, "还是一样", mine.supervisor))
                .hasMessageContaining("review-by-others");
        handling.decideReply(number, false, "照片还没看", mine.secondSupervisor);

        assertThat(course(number).state()).isInstanceOf(ConcernState.InHand.class);
        assertThatThrownBy(() -> handling.reply(number, UNVERIFIABLE, mine.handler))
                .hasMessageContaining("nobody-outside");
        handling.reply(number, Mine.reply(), mine.handler);
        assertReplays(number);
    }

    @Test
    void the_units_leader_can_take_such_a_reply_back_but_not_send_it() {
        var number = inHand("E4");
        handling.reply(number, UNREASONABLE, mine.handler);

        var file = reading.open(number, Door.PAGE, mine.leader);
        assertThat(file.can(Move.DECIDE_REPLY)).isFalse();
        assertThat(file.can(Move.RETURN_REPLY)).isTrue();
        assertThat(lists.counts(Set.of(ConcernQueue.TO_APPROVE), ConcernFilter.none(), mine.leader))
                .containsEntry(ConcernQueue.TO_APPROVE, 0L);
        handling.decideReply(number, false, "人家有道理，接着办", mine.leader);

        assertThat(course(number).state()).isInstanceOf(ConcernState.InHand.class);
    }

    @Test
    void a_supervisor_who_works_in_the_unit_or_has_a_role_in_its_line_stands_not_outside() {
        var number = inHand("E4");
        handling.reply(number, UNREASONABLE, mine.handler);
        var worksThere = village.worker(mine.crew);
        var handlesBelow = village.worker(mine.mine);
        var ofTheUnitItself = village.worker(mine.mine);
        village.give(worksThere, Role.SUPERVISOR, mine.mine, yesterday());
        village.give(handlesBelow, Role.SUPERVISOR, mine.mine, yesterday());
        village.give(handlesBelow, Role.HANDLER, mine.crew, yesterday());
        village.give(ofTheUnitItself, Role.SUPERVISOR, mine.district, yesterday());

        for (var inside : List.of(worksThere, handlesBelow)) {
            var actor = new Actor.Member(inside, "人", List.of(new Grant(Role.SUPERVISOR, mine.mine)));
            assertThatThrownBy(() -> handling.decideReply(number, true, "同意", actor))
                    .hasMessageContaining("signed-outside");
        }
        var own = new Actor.Member(ofTheUnitItself, "人", List.of(new Grant(Role.SUPERVISOR, mine.district)));
        assertThatThrownBy(() -> handling.decideReply(number, true, "同意", own)).hasMessageContaining("signed-outside");
        handling.decideReply(number, true, "看过材料", mine.supervisor);
    }

    @Test
    void who_stands_in_for_the_line_or_only_for_a_supervisor_signs_nothing() {
        var number = inHand("E4");
        handling.reply(number, UNREASONABLE, mine.handler);

        var forTheLeader = standingIn(mine.supervisor, mine.leader);
        assertThatThrownBy(() -> handling.decideReply(number, true, "同意", forTheLeader))
                .hasMessageContaining("signed-outside");
        var forASupervisor = standingIn(mine.otherHandler, mine.supervisor);
        assertThatThrownBy(() -> handling.decideReply(number, true, "同意", forASupervisor))
                .hasMessageContaining("signed-outside");
    }

    @Test
    void nothing_that_is_about_life_and_limb_and_nothing_that_is_supported_ends_so() {
        var danger = new NewConcern(
                ConcernKind.HELP,
                "C3",
                "",
                "回风巷透水了，水没到膝盖",
                "回风巷",
                Reporter.Mode.NAMED,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                List.of());
        var number = raising.raise(danger, Mine.token(), mine.worker).number();
        handling.acceptAndAssign(number, "C3", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        var supported = new Reply("热水", "查了", "不办", "办法", Reply.Outcome.SUPPORT, Reply.Finding.UNREASONABLE);
        var unfounded = new Reply("", "", "不办", "", Reply.Outcome.EXPLAIN, Reply.Finding.UNREASONABLE);

        assertThatThrownBy(() -> handling.reply(number, UNREASONABLE, mine.handler))
                .hasMessageContaining("life-safety-ends-answered");
        assertThatThrownBy(() -> handling.reply(inHand("E4"), supported, mine.handler))
                .hasMessageContaining("finding-supports-nothing");
        assertThatThrownBy(() -> unfounded.mustSuit(ConcernKind.SUGGESTION)).hasMessageContaining("reply-part-missing");
    }

    @Test
    void an_amount_is_a_figure_of_yuan_and_belongs_to_something_granted() {
        assertThat(Reply.yuan("")).isEmpty();
        assertThat(Reply.yuan(" １，２６８．５０元 ")).contains(new BigDecimal("1268.50"));
        for (String wrong : List.of("两百", "-3", "1.234", "1e9", "12345678901")) {
            assertThatThrownBy(() -> Reply.yuan(wrong)).hasMessageContaining("amount-wrong");
        }
        assertThatThrownBy(() -> granting("0", Reply.Outcome.SUPPORT).mustSuit(ConcernKind.HELP))
                .hasMessageContaining("amount-wrong");
        assertThatThrownBy(() -> granting("5", Reply.Outcome.NOT_SUPPORT).mustSuit(ConcernKind.HELP))
                .hasMessageContaining("amount-of-nothing");

        var number = inHand("E4");
        handling.reply(number, granting("268.50", Reply.Outcome.SUPPORT), mine.handler);

        assertReplays(number);
        assertThat(course(number).state())
                .isInstanceOfSatisfying(
                        ConcernState.Replied.class,
                        replied -> assertThat(replied.reply().amount()).contains(new BigDecimal("268.50")));
    }

    private static Reply granting(String yuan, Reply.Outcome outcome) {
        return new Reply(
                "补发", "少算了", "补发到卡上", "办法", outcome, Reply.Finding.ANSWERED, Optional.of(new BigDecimal(yuan)));
    }

    @Test
    void no_signature_counts_for_more_than_one() {
        var main = raised("E4", Reporter.Mode.NAMED);
        var member = raised("E4", Reporter.Mode.ANONYMOUS);
        handling.link(member, main, "同一件事", mine.desk);
        handling.acceptAndAssign(main, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(main, "", mine.handler);

        handling.reply(main, UNREASONABLE, mine.handler);
        handling.decideReply(main, true, "没有那个班", mine.supervisor);
        assertThat(course(member).state()).isInstanceOf(ConcernState.Filed.class);
        assertReplays(member);

        var declined = raised("E4", Reporter.Mode.NAMED);
        var other = raised("E4", Reporter.Mode.NAMED);
        handling.link(other, declined, "", mine.desk);
        handling.decline(declined, "不归矿上管", "社保局", mine.desk);
        assertThat(course(other).state()).isInstanceOf(ConcernState.Filed.class);
    }

    @Test
    void what_was_declined_waits_for_a_look_and_stands_only_then() {
        var number = raised("E4", Reporter.Mode.NAMED);
        handling.decline(number, "不归矿上管", "社保局", mine.desk);

        assertThat(course(number).lookBy()).isPresent();
        assertThat(ended(number)).isEqualTo("DECLINED open");
        assertThat(toSign(mine.supervisor)).containsExactly(number.toString());
        assertThat(toSign(mine.mineLeader)).isEmpty();
        for (var notOutside : List.of(mine.mineLeader, mine.desk)) {
            assertThatThrownBy(() -> reviewing.decideEnding(number, true, "对", notOutside))
                    .hasMessageContaining("signed-outside");
        }
        reviewing.decideEnding(number, true, "社保待遇确实由社保局核定", mine.supervisor);

        assertThat(ended(number)).isEqualTo("DECLINED signed stands");
        assertThat(toSign(mine.secondSupervisor)).isEmpty();
        assertThat(page(number, mine.worker)).contains("社保待遇确实由社保局核定");
        assertThatThrownBy(() -> reviewing.decideEnding(number, false, "再看一遍", mine.secondSupervisor))
                .hasMessageContaining("moved-on");
        assertReplays(number);
    }

    @Test
    void a_declining_that_does_not_stand_comes_back_to_the_desk_also_when_its_file_is_closed() {
        var number = raised("E4", Reporter.Mode.NAMED);
        handling.decline(number, "不归矿上管", "社保局", mine.desk);
        TestClock.forward(Duration.ofDays(40));
        watch.concludeWhatIsOver();
        assertThat(course(number).state()).isEqualTo(new ConcernState.Concluded(ConcernState.Ending.DECLINED));

        reviewing.decideEnding(number, false, "澡堂就是矿上的", mine.supervisor);

        var course = course(number);
        assertThat(course.state()).isEqualTo(new ConcernState.RaisedAgain("澡堂就是矿上的"));
        assertThat(course.owner().person()).isEqualTo(mine.desk.person());
        assertThat(course.deadlines().replyBy()).isAfter(TestClock.now());
        assertThat(course.raisedAgain()).isFalse();
        assertThat(ended(number)).isEqualTo("DECLINED aside");
        handling.assign(number, mine.district, Set.of(), "", mine.desk);
        assertReplays(number);
    }

    @Test
    void a_withdrawal_counts_at_once_and_is_looked_at_and_what_was_not_free_the_worker_takes_up_when_he_wants() {
        var number = inHand("E4");
        handling.reply(number, Mine.reply(), mine.handler);
        raising.raiseAgain(number, "没修", List.of(), mine.worker);
        raising.withdraw(number, "队长让我撤的", mine.worker);
        assertThat(course(number).state()).isInstanceOf(ConcernState.Withdrawn.class);
        assertThat(ended(number)).isEqualTo("WITHDRAWN open");
        assertThatThrownBy(() -> raising.raiseAgain(number, "还是要修", List.of(), mine.worker))
                .hasMessageContaining("moved-on");

        reviewing.decideEnding(number, false, "打电话问了，不是他自己的意思", mine.supervisor);
        assertThat(course(number).state()).isInstanceOf(ConcernState.Withdrawn.class);
        assertThat(ended(number)).isEqualTo("WITHDRAWN aside");
        TestClock.forward(Duration.ofDays(200));
        assertThat(page(number, mine.worker)).contains("我要接着反映");
        raising.raiseAgain(number, "还是要修", List.of(), mine.worker);

        assertThat(course(number).state()).isEqualTo(new ConcernState.RaisedAgain("还是要修"));
        assertThat(ended(number)).isEmpty();
        assertReplays(number);
    }

    @Test
    void the_list_of_what_waits_for_a_signature_begins_with_the_oldest() {
        var first = raised("E4", Reporter.Mode.NAMED);
        raising.withdraw(first, "", mine.worker);
        TestClock.forward(Duration.ofDays(3));
        var second = raised("E4", Reporter.Mode.NAMED);
        handling.decline(second, "不归矿上管", "社保局", mine.desk);
        var draft = inHand("E4");
        handling.reply(draft, UNREASONABLE, mine.handler);

        assertThat(toSign(mine.supervisor)).containsExactly(draft.toString(), first.toString(), second.toString());
        assertThat(lists.counts(Set.of(ConcernQueue.TO_SIGN), ConcernFilter.none(), mine.supervisor))
                .containsEntry(ConcernQueue.TO_SIGN, 3L);
        assertThat(page("/reviews/to-sign?number=" + first, mine.supervisor)).contains("撤回，是他自己的意思吗");
    }

    @Test
    void what_was_stored_before_there_were_signatures_can_still_be_read_and_waits_for_nobody() {
        assertThat(ConcernJson.state("{\"type\":\"Withdrawn\",\"reason\":\"算了\"}"))
                .isEqualTo(new ConcernState.Withdrawn("算了"));
        var drafted = (ConcernState.ReplyDrafted)
                ConcernJson.state(
                        "{\"type\":\"ReplyDrafted\",\"reply\":{\"request\":\"r\","
                                + "\"facts\":\"f\",\"opinion\":\"o\",\"basis\":\"b\",\"outcome\":\"EXPLAIN\"},\"author\":{\"value\":1}}");
        assertThat(drafted.reply().finding()).isEqualTo(Reply.Finding.ANSWERED);
        assertThat(ConcernJson.event("{\"type\":\"Withdrawn\",\"reason\":\"算了\"}"))
                .isEqualTo(new ConcernEvent.Withdrawn("算了", Optional.empty()));
        var replied = (ConcernEvent.Replied)
                ConcernJson.event(
                        "{\"type\":\"Replied\",\"reply\":{\"request\":\"r\",\"facts\":"
                                + "\"f\",\"opinion\":\"o\",\"basis\":\"b\",\"outcome\":\"EXPLAIN\"},\"windowEnds\":\"2026-11-29T00:00:00Z\"}");
        assertThat(replied.word()).isEmpty();
    }

    private static Actor.Member standingIn(Actor.Member who, Actor.Member absent) {
        var grants = new java.util.ArrayList<>(who.grants());
        grants.addAll(absent.grants());
        var standIn = new Actor.StandIn(
                absent.person(),
                "人",
                false,
                TestClock.now().plus(Duration.ofDays(1)),
                absent.grants(),
                absent.grants());
        return new Actor.Member(who.person(), "人", grants, List.of(standIn));
    }

    private List<String> toSign(Actor by) {
        return lists.queue(ConcernQueue.TO_SIGN, ConcernFilter.none(), Optional.empty(), Door.LIST, by).rows().stream()
                .map(ConcernRow::number)
                .toList();
    }

    /** As the view for figures tells it. */
    private String ended(ConcernNumber number) {
        return database.sql("""
                select e.ending || case when e.set_aside_at is not null then ' aside'
                    when e.confirmed_at is not null then ' signed' else ' open' end
                    || case when e.stands then ' stands' else '' end as told
                from concern.ended_case e join concern.concern c on c.id = e.id where c.number = :number
                """)
                .param("number", number.toString())
                .query((row, _) -> row.getString("told"))
                .optional()
                .orElse("");
    }

    private ConcernNumber inHand(String matter) {
        var number = raised(matter, Reporter.Mode.NAMED);
        handling.acceptAndAssign(number, matter, mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        return number;
    }

    private ConcernNumber raised(String matter, Reporter.Mode mode) {
        return raising.raise(Mine.concern(matter, mode), Mine.token(), mine.worker)
                .number();
    }

    private Course course(ConcernNumber number) {
        return concerns.get(number, mine.supervisor).concern().course();
    }

    private static LocalDate yesterday() {
        return LocalDate.ofInstant(TestClock.now(), TimeLimits.ZONE).minusDays(1);
    }

    private String page(ConcernNumber number, Actor by) {
        return page("/concerns/" + number, by);
    }

    private String page(String address, Actor by) {
        var answer = mvc.get().uri(address).with(SignedIn.as(by)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void assertReplays(ConcernNumber number) {
        var concern = concerns.get(number, mine.supervisor).concern();
        assertThat(Replay.of(timeline.of(concern.id()))).isEqualTo(concern.course());
    }
}
