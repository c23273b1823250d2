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
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.promise.TimeLimits;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class PauseTest {

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    PausingConcerns pausing;

    @Autowired
    PauseWatch watch;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    ConcernLists lists;

    @Autowired
    Concerns concerns;

    @Autowired
    Timeline timeline;

    @Autowired
    Attachments attachments;

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
    void the_clock_stands_still_only_once_the_worker_has_agreed_and_gross_and_net_stand_side_by_side() {
        var number = inHand("A2");
        var promised = dueOf(number);

        pausing.ask(number, inDays(10), "等社保局回函", mine.handler);
        assertThat(dueOf(number)).isEqualTo(promised);
        assertThat(page(number, mine.worker)).contains("您同意吗？");
        pausing.decide(number, true, mine.worker);
        var paused = concern(number).course();

        assertThat(paused.state()).isInstanceOf(ConcernState.Paused.class);
        assertThat(paused.deadlines().replyBy()).isAfter(promised.plus(Duration.ofDays(9)));
        TestClock.forward(Duration.ofDays(4));
        pausing.resume(number, "回函到了", mine.handler);

        var resumed = concern(number).course();
        assertThat(resumed.stopped())
                .isBetween(Duration.ofDays(4), Duration.ofDays(4).plusMinutes(5));
        assertThat(resumed.deadlines().replyBy()).isEqualTo(promised.plus(resumed.stopped()));
        TestClock.forward(Duration.ofDays(2));
        assertThat(page(number, mine.worker)).contains("总共 6 天 · 不算停表 2 天");
        assertThat(page(number, mine.handler)).contains("总共 6 天 · 不算停表 2 天");
        var row = lists.behind(
                        ConcernFilter.due(ConcernFilter.Due.OPEN).answeredBy(mine.district),
                        Optional.empty(),
                        Door.LIST,
                        mine.handler)
                .rows()
                .getFirst();
        assertThat(row.time().gross().toDays()).isEqualTo(6);
        assertThat(row.time().net().toDays()).isEqualTo(2);
        assertThat(Replay.of(timeline.of(concern(number).id())))
                .isEqualTo(concern(number).course());
    }

    @Test
    void a_worker_who_says_no_or_nothing_stops_nothing_and_takes_his_word_back_when_he_wants() {
        var number = inHand("A2");
        var promised = dueOf(number);
        pausing.ask(number, inDays(5), "等等", mine.handler);
        pausing.decide(number, false, mine.worker);
        assertThat(dueOf(number)).isEqualTo(promised);
        assertThatThrownBy(() -> pausing.decide(number, true, mine.worker)).hasMessageContaining("moved-on");

        pausing.ask(number, inDays(5), "再等等", mine.handler);
        assertThatThrownBy(() -> pausing.ask(number, inDays(5), "又等", mine.handler))
                .hasMessageContaining("pause-asked-already");
        assertThatThrownBy(() -> pausing.decide(number, true, mine.handler)).isInstanceOf(Refusal.NotAllowed.class);
        pausing.decide(number, true, mine.worker);
        pausing.resume(number, "", mine.worker);

        assertThat(concern(number).course().state()).isInstanceOf(ConcernState.InHand.class);
        assertThat(Duration.between(promised, dueOf(number))).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void whoever_holds_the_receipt_says_whether_he_agrees() {
        var raised = raising.raise(Mine.concern("A2", Reporter.Mode.ANONYMOUS), Mine.token(), mine.worker);
        handling.acceptAndAssign(raised.number(), "A2", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(raised.number(), "", mine.handler);
        pausing.ask(raised.number(), inDays(5), "等等", mine.handler);

        pausing.decide(
                raised.number(), true, new Actor.ReceiptHolder(raised.receipt().digest()));

        assertThat(concern(raised.number()).course().state()).isInstanceOf(ConcernState.Paused.class);
    }

    @Test
    void an_outside_cause_needs_its_evidence_and_all_pauses_together_are_capped() {
        var number = inHand("E4");
        var cause = ConcernState.PauseCause.EXPERT_FINDING;

        assertThatThrownBy(() -> pausing.pause(number, cause, inDays(5), "等检测", List.of(), mine.handler))
                .hasMessageContaining("pause-evidence-required");
        assertThatThrownBy(() -> pausing.pause(number, cause, inDays(40), "等检测", evidence(), mine.handler))
                .hasMessageContaining("pause-too-long");
        assertThatThrownBy(() -> pausing.pause(
                        number, ConcernState.PauseCause.CONSENT, inDays(5), "他同意的", evidence(), mine.handler))
                .hasMessageContaining("pause-consent-is-the-workers");
        assertThatThrownBy(() -> pausing.pause(number, cause, inDays(5), "等检测", evidence(), mine.worker))
                .hasMessageContaining("not-yours");

        pausing.pause(number, cause, inDays(20), "等检测", evidence(), mine.handler);
        assertThat(page(number, mine.worker)).contains("等外面的鉴定、认定", "检测申请.txt");
        assertThatThrownBy(() -> pausing.resume(number, "", mine.worker)).hasMessageContaining("not-yours");
        TestClock.forward(Duration.ofDays(21));
        watch.resumeWhatIsOver();

        var resumed = concern(number).course();
        assertThat(resumed.state()).isInstanceOf(ConcernState.InHand.class);
        assertThat(resumed.stopped()).isLessThan(Duration.ofDays(21));
        assertThatThrownBy(() -> pausing.pause(number, cause, inDays(15), "再等", evidence(), mine.handler))
                .hasMessageContaining("pause-too-long");
    }

    @Test
    void what_is_late_or_about_life_and_limb_is_never_paused() {
        var late = inHand("E4");
        TestClock.forward(Duration.ofDays(30));
        assertThatThrownBy(() -> pausing.ask(late, inDays(5), "等等", mine.handler))
                .hasMessageContaining("pause-too-late");
        assertThat(reading.open(late, Door.PAGE, mine.handler).can(Move.ASK_PAUSE))
                .isFalse();

        var danger = danger();
        assertThatThrownBy(() -> pausing.ask(danger, inDays(1), "等等", mine.handler))
                .hasMessageContaining("life-safety-not-paused");
        assertThatThrownBy(() -> pausing.pause(
                        danger, ConcernState.PauseCause.HEARING, inDays(1), "等等", evidence(), mine.handler))
                .hasMessageContaining("life-safety-not-paused");
        assertThat(reading.open(danger, Door.PAGE, mine.handler).moves()).doesNotContain(Move.ASK_PAUSE, Move.PAUSE);
    }

    @Test
    void what_is_about_life_and_limb_is_not_linked_nor_lowered_nor_closed_by_its_own_unit() {
        var danger = danger();
        var other = raising.raise(Mine.concern("C3", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
        var alone = raisedDanger();
        assertThatThrownBy(() -> handling.link(alone, other, "", mine.desk))
                .hasMessageContaining("life-safety-not-linked");
        handling.reclassify(alone, "E4", mine.desk);
        assertThat(reading.open(alone, Door.PAGE, mine.desk).grade().name()).isEqualTo("U0");

        handling.reply(danger, Mine.reply(), mine.handler);
        TestClock.forward(Duration.ofDays(31));
        var both = new Actor.Member(
                mine.supervisor.person(),
                "人",
                List.of(new Grant(Role.SUPERVISOR, mine.mine), new Grant(Role.HANDLER, mine.district)));
        assertThatThrownBy(() -> handling.conclude(danger, both))
                .hasMessageContaining("life-safety-concluded-by-others");
        assertThatThrownBy(() -> handling.conclude(danger, mine.mineLeader)).hasMessageContaining("not-yours");
        assertThatThrownBy(() -> handling.conclude(danger, mine.handler)).hasMessageContaining("not-yours");
        handling.conclude(danger, mine.supervisor);
        assertThat(concern(danger).course().state()).isInstanceOf(ConcernState.Concluded.class);
    }

    @Test
    void what_is_linked_stands_still_with_its_main_concern_and_runs_with_it_gross_beside_net() {
        var main = inHand("E4");
        var before = raised();
        var later = raised();
        var apart = raised();
        handling.link(before, main, "一回事", mine.desk);
        handling.link(apart, main, "一回事", mine.desk);
        var promised = dueOf(before);

        pausing.pause(main, ConcernState.PauseCause.HEARING, inDays(10), "等听证", evidence(), mine.handler);
        TestClock.forward(Duration.ofDays(1));
        handling.link(later, main, "一回事", mine.desk);
        assertThat(dueOf(before)).isAfter(promised.plus(Duration.ofDays(9)));
        assertThat(page(before, mine.worker)).contains("正在听证").doesNotContain("等听证");
        TestClock.forward(Duration.ofDays(1));
        handling.unlink(apart, "不是一回事", mine.desk);
        TestClock.forward(Duration.ofDays(2));
        pausing.resume(main, "听完了", mine.handler);

        assertStoodStill(main, 4, promised);
        assertStoodStill(before, 4, promised);
        assertStoodStill(later, 3, dueOf(later).minus(concern(later).course().stopped()));
        assertStoodStill(apart, 2, promised);
        assertThat(concern(before).course().state()).isInstanceOf(ConcernState.Linked.class);
    }

    @Test
    void what_is_linked_runs_on_while_another_worker_has_agreed_to_wait() {
        var main = inHand("E4");
        var member = raised();
        handling.link(member, main, "一回事", mine.desk);
        var promised = dueOf(member);

        pausing.ask(main, inDays(5), "等等", mine.handler);
        pausing.decide(main, true, mine.worker);

        assertThat(concern(main).course().state()).isInstanceOf(ConcernState.Paused.class);
        assertThat(dueOf(member)).isEqualTo(promised);
        assertThat(concern(member).course().state().still()).isEmpty();
    }

    private void assertStoodStill(ConcernNumber number, int days, Instant promised) {
        var course = concern(number).course();
        assertThat(course.state().still()).isEmpty();
        assertThat(course.stopped())
                .isBetween(Duration.ofDays(days), Duration.ofDays(days).plusMinutes(5));
        assertThat(Duration.between(
                                promised.plus(course.stopped()),
                                course.deadlines().replyBy())
                        .abs())
                .isLessThan(Duration.ofMinutes(5));
        assertThat(Replay.of(timeline.of(concern(number).id()))).isEqualTo(course);
    }

    private ConcernNumber raised() {
        return raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
    }

    @Test
    void a_state_that_was_stored_before_there_were_pauses_can_still_be_read() {
        assertThat(ConcernJson.state("{\"type\":\"InHand\",\"extension\":null}"))
                .isEqualTo(ConcernState.InHand.begun());
        assertThat(ConcernJson.state("{\"type\":\"Linked\",\"main\":7,\"before\":{\"type\":\"Filed\"}}"))
                .isEqualTo(new ConcernState.Linked(7, new ConcernState.Filed()));
        assertThat(ConcernJson.state("{\"type\":\"InHand\"}")).isEqualTo(ConcernState.InHand.begun());
    }

    private ConcernNumber danger() {
        var number = raisedDanger();
        handling.acceptAndAssign(number, "C3", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        return number;
    }

    private ConcernNumber raisedDanger() {
        var raised = new NewConcern(
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
        return raising.raise(raised, Mine.token(), mine.worker).number();
    }

    private ConcernNumber inHand(String matter) {
        var number = raising.raise(Mine.concern(matter, Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
        handling.acceptAndAssign(number, matter, mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        return number;
    }

    private List<UUID> evidence() {
        var content = "检测所收到样品的回执".getBytes(StandardCharsets.UTF_8);
        return List.of(attachments
                .take(new ByteArrayInputStream(content), "检测申请.txt", mine.handler)
                .id()
                .value());
    }

    private static LocalDate inDays(int days) {
        return LocalDate.ofInstant(TestClock.now(), TimeLimits.ZONE).plusDays(days);
    }

    private Instant dueOf(ConcernNumber number) {
        return concern(number).course().deadlines().replyBy();
    }

    private Concern concern(ConcernNumber number) {
        return concerns.get(number, mine.supervisor).concern();
    }

    private String page(ConcernNumber number, Actor by) {
        MvcTestResult answer =
                mvc.get().uri("/concerns/" + number).with(SignedIn.as(by)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
