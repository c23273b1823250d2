package cn.lianxin.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reply;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.verdict.Verdict.Satisfied;
import cn.lianxin.verdict.Verdict.Solved;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ProductTest
class ReleasedVerdictsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    GivingVerdicts giving;

    @Autowired
    ReleasingBatches releasing;

    @Autowired
    PublishedVerdicts published;

    @Autowired
    Reminding reminding;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    UnitId mine;
    UnitId district;
    Actor.Member desk;
    Actor.Member handler;

    /** An answer and the worker who may judge it. */
    record Answered(ConcernNumber number, Actor.Member worker) {}

    @BeforeEach
    void own_mine() {
        mine = village.mine();
        district = village.district(mine);
        desk = holder(Role.DESK_OFFICER, mine);
        handler = holder(Role.HANDLER, district);
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
        // Weeks to come were released while the clock stood ahead.
        database.sql("delete from verdict.release").update();
    }

    @Test
    void five_that_differ_are_published_when_none_can_be_changed_any_more() {
        judge(Solved.SOLVED, Solved.SOLVED, Solved.SOLVED, Solved.PARTLY, Solved.NOT_SOLVED);

        release(Duration.ofDays(29));
        assertThat(rated()).isZero();
        release(Duration.ofDays(8));

        assertThat(of(district)).hasValueSatisfying(line -> {
            assertThat(line.rated()).isEqualTo(5);
            assertThat(List.of(line.solved(), line.partly(), line.notSolved())).containsExactly(3, 1, 1);
            assertThat(List.of(line.satisfied(), line.fairly(), line.notSatisfied()))
                    .containsExactly(3, 1, 1);
        });
    }

    @Test
    void a_change_within_thirty_days_is_what_counts_and_leaves_no_trace() {
        var answers = judge(Solved.SOLVED, Solved.SOLVED, Solved.SOLVED, Solved.PARTLY, Solved.NOT_SOLVED);
        TestClock.forward(Duration.ofDays(20));
        say(answers.getFirst(), Solved.NOT_SOLVED);

        release(Duration.ofDays(18));

        assertThat(of(district).orElseThrow().notSolved()).isEqualTo(2);
    }

    @Test
    void fewer_than_five_are_counted_in_the_mine_from_the_next_quarter_on() {
        judge(Solved.SOLVED, Solved.PARTLY, Solved.SOLVED);
        var sibling = district;
        district = village.district(mine);
        handler = holder(Role.HANDLER, district);
        judge(Solved.SOLVED, Solved.NOT_SOLVED);

        release(Duration.ofDays(38));
        assertThat(rated()).isZero();
        release(Duration.ofDays(95));

        assertThat(of(sibling).map(UnitVerdicts::rated)).hasValue(0);
        assertThat(of(district).map(UnitVerdicts::rated)).hasValue(0);
        assertThat(of(mine).map(UnitVerdicts::rated)).hasValue(5);
    }

    @Test
    void a_second_release_in_a_week_changes_nothing() {
        judge(Solved.SOLVED, Solved.SOLVED, Solved.SOLVED, Solved.PARTLY, Solved.NOT_SOLVED);
        release(Duration.ofDays(38));
        judge(Solved.SOLVED, Solved.SOLVED, Solved.SOLVED, Solved.PARTLY, Solved.NOT_SOLVED);

        releasing.release();

        assertThat(rated()).isEqualTo(5);
    }

    @Test
    void everybody_who_signs_in_reads_the_numbers_and_nobody_else() {
        judge(Solved.SOLVED, Solved.SOLVED, Solved.SOLVED, Solved.PARTLY, Solved.NOT_SOLVED);
        release(Duration.ofDays(38));
        var worker = new Actor.Member(village.worker(district), "工", List.of());

        var page = mvc.perform(get("/verdicts").param("unit", mine.value() + "").with(SignedIn.as(worker)));
        var stranger = mvc.perform(get("/verdicts").with(SignedIn.asNobody()));

        assertThat(page).hasStatusOk();
        assertThat(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("5 个评价：解决了 3，部分解决 1，没解决 1");
        assertThat(stranger).hasStatus(303);
    }

    @Test
    void who_says_nothing_is_reminded_three_times_and_no_more() {
        var silent = answer();
        var spoke = answer();
        say(spoke, Solved.SOLVED);

        assertThat(remindersOf(silent)).isZero();
        for (var days : List.of(3, 7, 14, 60)) {
            TestClock.forward(Duration.ofDays(days));
            reminding.remind();
            reminding.remind();
        }

        assertThat(remindersOf(silent)).isEqualTo(3);
        assertThat(remindersOf(spoke)).isZero();
    }

    @Test
    void who_raises_it_again_is_not_asked_about_the_old_answer() {
        var answered = answer();
        raising.raiseAgain(answered.number(), "还是凉的", List.of(), answered.worker());
        TestClock.forward(Duration.ofDays(4));

        reminding.remind();

        assertThat(remindersOf(answered)).isZero();
    }

    private List<Answered> judge(Solved... words) {
        var answers = new ArrayList<Answered>();
        for (var word : words) {
            var answered = answer();
            say(answered, word);
            answers.add(answered);
        }
        return answers;
    }

    private void say(Answered answered, Solved solved) {
        giving.give(
                answered.number(), new Verdict(solved, Satisfied.values()[solved.ordinal()], ""), answered.worker());
    }

    private Answered answer() {
        var worker = new Actor.Member(village.worker(district), "工", List.of());
        var concern = new NewConcern(
                ConcernKind.HELP,
                "E4",
                "",
                "澡堂没有热水",
                "",
                Reporter.Mode.NAMED,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                List.of());
        var token = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        var number = raising.raise(concern, token, worker).number();
        handling.acceptAndAssign(number, "E4", district, Set.of(), "", desk);
        handling.acknowledge(number, "", handler);
        handling.reply(number, new Reply("修热水", "换热器坏了", "明天换好", "澡堂办法", Reply.Outcome.SUPPORT), handler);
        return new Answered(number, worker);
    }

    private void release(Duration later) {
        TestClock.forward(later);
        releasing.release();
    }

    private int rated() {
        return published.byPart(mine).stream().mapToInt(UnitVerdicts::rated).sum();
    }

    private Optional<UnitVerdicts> of(UnitId unit) {
        return published.byPart(mine).stream()
                .filter(line -> line.unit().equals(unit))
                .findFirst();
    }

    private long remindersOf(Answered answered) {
        return database.sql("""
                select count(*) from notification.message
                where person = :person and key = 'notice.verdict.reminder'
                """)
                .param("person", answered.worker().person().value())
                .query(Long.class)
                .single();
    }

    private Actor.Member holder(Role role, UnitId unit) {
        return new Actor.Member(village.holder(role, unit), "人", List.of(new Grant(role, unit)));
    }
}
