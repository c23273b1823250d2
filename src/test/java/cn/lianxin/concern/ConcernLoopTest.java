package cn.lianxin.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Staffing;
import cn.lianxin.organization.Structuring;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.promise.Responsibility;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class ConcernLoopTest {

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    ReviewingConcerns reviewing;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    Concerns concerns;

    @Autowired
    Timeline timeline;

    @Autowired
    WindowWatch watch;

    @Autowired
    Staffing staffing;

    @Autowired
    Responsibility responsibility;

    @Autowired
    Structuring structuring;

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
    void a_concern_goes_from_the_worker_to_the_desk_to_the_unit_and_back() {
        responsibility.assign("E4", mine.mine, mine.district, LocalDate.of(2026, 1, 1));
        var number = raised("E4", Reporter.Mode.NAMED);

        handling.acceptAndAssign(number, "E4", mine.district, Set.of(mine.other), "请快", mine.desk);
        assertThat(owner(number).person()).isEqualTo(mine.desk.person());
        handling.acknowledge(number, "", mine.handler);
        assertThat(owner(number)).isEqualTo(new Owner(mine.district, mine.handler.person()));
        handling.askForMore(number, "哪天开始的？", mine.handler);
        raising.giveMore(number, "上周三", java.util.List.of(), mine.worker);
        handling.reply(number, Mine.reply(), mine.handler);

        var page = reading.open(number, Door.PAGE, mine.worker);
        assertThat(page.state()).isEqualTo("REPLIED");
        assertThat(page.reply()).contains(Mine.reply());
        assertThat(page.moves()).contains(Move.RAISE_AGAIN, Move.ASK_REVIEW).doesNotContain(Move.ACCEPT);
        assertReplays(number);
    }

    @Test
    void a_complex_matter_is_answered_only_after_the_leader_has_approved() {
        var number = raised("A1", Reporter.Mode.NAMED);
        handling.acceptAndAssign(number, "A1", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);

        handling.reply(number, Mine.reply(), mine.handler);
        assertThat(reading.open(number, Door.PAGE, mine.worker).reply()).isEmpty();
        assertThatThrownBy(() -> handling.decideReply(number, true, "", mine.handler))
                .isInstanceOf(Refusal.NotAllowed.class);
        handling.decideReply(number, true, "", mine.leader);

        assertThat(reading.open(number, Door.PAGE, mine.worker).reply()).isPresent();
    }

    @Test
    void not_solved_is_raised_again_once_and_then_reviewed_by_who_never_touched_it() {
        var number = replied();

        raising.raiseAgain(number, "还是凉的", List.of(), mine.worker);
        handling.assign(number, mine.other, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.otherHandler);
        handling.reply(number, Mine.reply(), mine.otherHandler);
        assertThatThrownBy(() -> raising.raiseAgain(number, "又凉了", List.of(), mine.worker))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("raised-again-once");
        raising.askReview(number, "没修", List.of(), mine.worker);
        var reviewer = owner(number).person();
        var by = reviewer.equals(mine.supervisor.person()) ? mine.supervisor : mine.secondSupervisor;
        reviewing.take(number, by);
        reviewing.decide(number, ConcernState.ReviewOutcome.CHANGED, "重新修", by);
        raising.askReview(number, "不服", List.of(), mine.worker);
        var second = by == mine.supervisor ? mine.secondSupervisor : mine.supervisor;
        assertThatThrownBy(() -> reviewing.take(number, by)).hasMessageContaining("review-by-others");
        reviewing.take(number, second);
        reviewing.decide(number, ConcernState.ReviewOutcome.UPHELD, "维持", second);

        assertThat(reading.open(number, Door.PAGE, mine.worker).state()).isEqualTo("CONCLUDED");
        assertReplays(number);
    }

    @Test
    void a_second_handing_back_goes_to_an_arbiter_and_his_word_is_final() {
        var number = raised("E4", Reporter.Mode.NAMED);
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);

        handling.handBack(number, "不归我们", mine.handler);
        handling.decideHandBack(number, true, "", mine.desk);
        handling.assign(number, mine.other, Set.of(), "", mine.desk);
        handling.handBack(number, "也不归我们", mine.otherHandler);
        assertThat(reading.open(number, Door.PAGE, mine.desk).state()).isEqualTo("IN_ARBITRATION");
        handling.arbitrate(number, mine.district, Set.of(), "就归你们", mine.mineLeader);

        assertThatThrownBy(() -> handling.handBack(number, "还是不归", mine.handler))
                .hasMessageContaining("arbitrated-is-final");
        assertReplays(number);
    }

    @Test
    void the_anonymous_come_back_by_receipt_alone_and_nobody_learns_a_name() {
        var raised = raising.raise(Mine.concern("E4", Reporter.Mode.ANONYMOUS), Mine.token(), mine.worker);
        var holder = new Actor.ReceiptHolder(raised.receipt().digest());

        assertThat(reading.open(raised.number(), Door.PAGE, holder).mine()).isTrue();
        assertThat(reading.open(raised.number(), Door.PAGE, mine.desk).reporterName())
                .isEmpty();
        assertThatThrownBy(() -> reading.open(raised.number(), Door.PAGE, mine.worker))
                .isInstanceOf(Refusal.NotFound.class);
        raising.say(raised.number(), "补充一句", java.util.List.of(), holder);
        assertThat(timeline.of(concernOf(raised.number()).id()))
                .noneMatch(step -> step.by() instanceof Step.Author.Person);
    }

    @Test
    void a_confidential_name_is_shown_to_the_desk_and_to_nobody_behind_it() {
        var number = raised("E4", Reporter.Mode.CONFIDENTIAL);
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);

        assertThat(reading.open(number, Door.PAGE, mine.desk).reporterName()).isNotEmpty();
        assertThat(reading.open(number, Door.PAGE, mine.handler).reporterName()).isEmpty();
        assertThat(reading.open(number, Door.PAGE, mine.leader).reporterName()).isEmpty();
    }

    @Test
    void a_report_of_wrongdoing_exists_for_supervisors_and_its_worker_only() {
        var number = raised("K4", Reporter.Mode.NAMED);

        assertThat(reading.open(number, Door.PAGE, mine.supervisor).restricted())
                .isTrue();
        for (var other : new Actor[] {mine.desk, mine.handler, mine.leader, mine.mineLeader, mine.stranger}) {
            assertThatThrownBy(() -> reading.open(number, Door.PAGE, other)).isInstanceOf(Refusal.NotFound.class);
        }
    }

    @Test
    void the_same_form_sent_twice_files_once() {
        var token = Mine.token();
        var first = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), token, mine.worker);
        var second = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), token, mine.worker);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void the_form_sent_from_two_places_at_once_files_once() throws Exception {
        var token = Mine.token();
        var answers = new ArrayList<Object>();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < 4; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    var raised = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), token, mine.worker);
                    synchronized (answers) {
                        answers.add(raised);
                    }
                } catch (Refusal.Conflict late) {
                    synchronized (answers) {
                        answers.add(raising.raisedWith(token).orElseThrow());
                    }
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }

        assertThat(answers).hasSize(4).containsOnly(answers.getFirst());
    }

    @Test
    void linked_concerns_follow_their_main_one_and_are_answered_with_it_and_can_be_taken_apart() {
        var main = raised("E4", Reporter.Mode.NAMED);
        var member = raised("E4", Reporter.Mode.ANONYMOUS);
        var apart = raised("E4", Reporter.Mode.NAMED);
        handling.link(member, main, "同一件事", mine.desk);
        handling.link(apart, main, "", mine.desk);
        handling.unlink(apart, "不是一回事", mine.desk);

        handling.acceptAndAssign(main, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(main, "", mine.handler);
        assertThat(owner(member)).isEqualTo(owner(main));
        handling.reply(main, Mine.reply(), mine.handler);

        assertThat(concernOf(member).course().state()).isInstanceOf(ConcernState.Replied.class);
        assertThat(concernOf(apart).course().state()).isInstanceOf(ConcernState.Filed.class);
        assertReplays(member);
        assertReplays(apart);
    }

    @Test
    void a_part_that_is_split_off_opens_with_the_receipt_of_the_whole() {
        var raised = raising.raise(Mine.concern("E4", Reporter.Mode.ANONYMOUS), Mine.token(), mine.worker);

        var part = handling.split(raised.number(), "灯也坏了", "更衣室的灯也坏了", "G4", mine.desk);

        assertThat(part).isNotEqualTo(raised.number());
        assertThat(reading.open(
                                part,
                                Door.PAGE,
                                new Actor.ReceiptHolder(raised.receipt().digest()))
                        .mine())
                .isTrue();
        assertReplays(raised.number());
    }

    @Test
    void when_the_owner_leaves_what_he_owned_moves_in_the_same_moment() {
        var number = raised("E4", Reporter.Mode.NAMED);
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);

        staffing.leave(mine.handler.person(), LocalDate.now(), Village.FOUNDER);

        assertThat(owner(number).person()).isEqualTo(mine.leader.person());
        assertReplays(number);
    }

    @Test
    void when_a_unit_ends_its_successor_carries_on() {
        var number = raised("E4", Reporter.Mode.NAMED);
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);

        structuring.dissolve(mine.district, mine.other, LocalDate.now(), Village.FOUNDER);

        assertThat(concernOf(number).course().assignment().orElseThrow().lead()).isEqualTo(mine.other);
        handling.acknowledge(number, "", mine.otherHandler);
        assertReplays(number);
    }

    @Test
    void the_file_is_closed_when_the_workers_thirty_days_have_passed_and_not_before() {
        var number = replied();

        assertThatThrownBy(() -> handling.conclude(number, mine.desk)).hasMessageContaining("window-open");
        TestClock.forward(Duration.ofDays(31));
        watch.concludeWhatIsOver();

        assertThat(concernOf(number).course().state())
                .isEqualTo(new ConcernState.Concluded(ConcernState.Ending.REPLIED));
        assertReplays(number);
    }

    @Test
    void an_extension_is_granted_once_by_somebody_above_and_the_promise_moves_with_it() {
        var number = raised("E4", Reporter.Mode.NAMED);
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        var promised = concernOf(number).course().deadlines().replyBy();
        var until = LocalDate.now().plusDays(20);

        handling.askExtension(number, until, "等配件", mine.handler);
        assertThat(concernOf(number).course().deadlines().replyBy()).isEqualTo(promised);
        handling.decideExtension(number, true, "", mine.leader);

        assertThat(concernOf(number).course().deadlines().replyBy()).isAfter(promised);
        assertThatThrownBy(() -> handling.askExtension(number, until.plusDays(5), "再等", mine.handler))
                .hasMessageContaining("extended-once");
    }

    @Test
    void the_database_refuses_to_change_or_remove_a_step() {
        var id = concernOf(raised("E4", Reporter.Mode.NAMED)).id();

        assertThatThrownBy(() -> timelineSql("update concern.step set at = now() where concern = " + id))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> timelineSql("delete from concern.step where concern = " + id))
                .hasMessageContaining("never changed");
    }

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient database;

    private void timelineSql(String statement) {
        database.sql(statement).update();
    }

    private ConcernNumber replied() {
        var number = raised("E4", Reporter.Mode.NAMED);
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        handling.reply(number, Mine.reply(), mine.handler);
        return number;
    }

    private ConcernNumber raised(String matter, Reporter.Mode mode) {
        return raising.raise(Mine.concern(matter, mode), Mine.token(), mine.worker)
                .number();
    }

    private Concern concernOf(ConcernNumber number) {
        var id = database.sql("select id from concern.concern where number = :number")
                .param("number", number.toString())
                .query(Long.class)
                .single();
        return concerns.get(id);
    }

    private Owner owner(ConcernNumber number) {
        return concernOf(number).course().owner();
    }

    private void assertReplays(ConcernNumber number) {
        var concern = concernOf(number);
        assertThat(Replay.of(timeline.of(concern.id()))).isEqualTo(concern.course());
        assertThat(concern.version()).isEqualTo(timeline.of(concern.id()).size());
    }
}
