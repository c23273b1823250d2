package cn.lianxin.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.RecusingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.InboxMessage;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.problem.WorkingProblems.Seen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Opened, given, found, cured, watched, there again, confirmed; and one by name who answers for it all the while. */
@ProductTest
class ProblemTest {

    private static final String TITLE = "二号澡堂晚班没热水";
    private static final String NO_VERSION = "";

    @Autowired
    OpeningProblems opening;

    @Autowired
    WorkingProblems working;

    @Autowired
    ShowingProblems showing;

    @Autowired
    ProblemClock ticking;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    Inbox inbox;

    @Autowired
    Village village;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    private Mine mine;
    private ConcernNumber first;
    private ConcernNumber second;

    @BeforeEach
    void found() {
        mine = new Mine(village);
        first = assigned();
        second = assigned();
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void who_opens_it_gives_it_to_the_head_of_the_unit_with_a_date_and_he_is_told() {
        var number = open();
        var page = showing.page(number, mine.desk);

        assertThat(page.problem().owner()).isEqualTo(mine.leader.person());
        assertThat(page.problem().lead()).isEqualTo(mine.district);
        assertThat(page.problem().promised().dueAt()).isAfter(TestClock.now().plus(Duration.ofDays(29)));
        assertThat(page.concerns()).hasSize(2);
        assertThat(messages(mine.leader)).containsOnlyOnce("notice.problem.given");
        assertThat(deeds(number))
                .containsExactly(ProblemDeed.OPENED, ProblemDeed.GIVEN, ProblemDeed.ATTACHED, ProblemDeed.ATTACHED);
    }

    @Test
    void from_the_cause_to_the_word_of_somebody_above_and_no_concern_moves_with_it() {
        var number = open();
        var before = statesOfConcerns();

        cure(number);
        assertThat(state(number)).isEqualTo("WATCHED");
        TestClock.forward(Duration.ofDays(92));
        ticking.look();

        assertThat(state(number)).isEqualTo("WATCHED_OUT");
        assertThat(messages(mine.mineLeader)).containsOnlyOnce("notice.problem.confirm");
        assertThatThrownBy(() -> working.confirm(seen(number), "看过", mine.leader))
                .isInstanceOf(Refusal.NotAllowed.class);
        working.confirm(seen(number), "到澡堂看了三个晚班", mine.mineLeader);
        assertThat(state(number)).isEqualTo("CLOSED");
        assertThat(statesOfConcerns()).isEqualTo(before);
        assertThatThrownBy(() -> opening.attach(number, assigned(), mine.desk)).hasMessageContaining("problem-over");
    }

    @Test
    void whatever_is_done_stands_in_the_audit_trail_with_who_did_it_and_without_a_word_of_it() {
        var number = open();
        cure(number);
        TestClock.forward(Duration.ofDays(92));
        ticking.look();
        working.confirm(seen(number), "到澡堂看了三个晚班", mine.mineLeader);

        var entries = database.sql("""
                        select action || ' ' || coalesce(cast(person as text), task) || detail as entry
                        from audit.entry where subject = :subject order by id
                        """)
                .param("subject", "problem:" + number)
                .query(String.class)
                .list();

        assertThat(entries).hasSameSizeAs(deeds(number));
        assertThat(entries)
                .contains(
                        "problem.opened " + mine.desk.person().value(),
                        "problem.given " + mine.desk.person().value(),
                        "problem.cause-named " + mine.leader.person().value(),
                        "problem.watched-out problem",
                        "problem.closed " + mine.mineLeader.person().value());
    }

    @Test
    void one_tap_says_that_it_is_there_again_and_it_begins_anew() {
        var number = open();
        cure(number);
        TestClock.forward(Duration.ofDays(3));
        var third = assigned();
        assertThat(showing.page(number, mine.desk).again()).extracting("number").containsExactly(third.toString());
        assertThat(text(ask("/concerns/" + third, mine.desk))).contains("像是又出了").contains(number.toString());

        assertThat(post("/problems/" + number + "/recurrence", mine.desk, "concern", third.toString()))
                .hasStatus(303);

        var back = showing.page(number, mine.desk).problem();
        assertThat(back.state().code()).isEqualTo("OPENED");
        assertThat(back.promised().recurrences()).isEqualTo(1);
        assertThat(back.promised().dueAt()).isAfter(TestClock.now().plus(Duration.ofDays(29)));
        assertThat(showing.page(number, mine.desk).concerns()).hasSize(3);
        assertThat(messages(mine.leader)).containsOnlyOnce("notice.problem.recurred");
        assertThatThrownBy(() -> working.recur(seen(number), assigned(), mine.desk))
                .hasMessageContaining("moved-on");
    }

    @Test
    void what_came_in_before_it_was_done_does_not_bring_it_back_nor_what_its_readers_may_not_see() {
        var number = open();
        var earlier = assigned();
        cure(number);
        TestClock.forward(Duration.ofDays(1));
        var report = raising.raise(Mine.concern("K4", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();

        assertThatThrownBy(() -> working.recur(seen(number), earlier, mine.desk))
                .hasMessageContaining("problem-recurrence-before");
        assertThatThrownBy(() -> working.recur(seen(number), report, mine.supervisor))
                .hasMessageContaining("problem-recurrence-unseen");
        assertThatThrownBy(() -> working.recur(seen(number), report, mine.desk))
                .as("to a desk a report is not there")
                .hasMessageContaining("problem-no-such-concern");
        assertThat(state(number)).isEqualTo("WATCHED");
    }

    @Test
    void what_is_late_is_told_to_its_owner_and_the_desk_and_then_up_the_line() {
        var number = open();
        TestClock.forward(Duration.ofDays(32));

        ticking.look();
        ticking.look();

        assertThat(messages(mine.leader)).containsOnlyOnce("notice.problem.late");
        assertThat(messages(mine.desk)).containsOnlyOnce("notice.problem.late");
        TestClock.forward(Duration.ofDays(12));
        ticking.look();
        assertThat(messages(mine.mineLeader)).containsOnlyOnce("notice.problem.late");
        assertThat(deeds(number)).endsWith(ProblemDeed.LATE);
        assertThat(text(ask("/problems", mine.desk))).contains("超");
    }

    @Test
    void the_date_moves_once_by_somebody_above_with_a_reason_and_never_by_its_owner() {
        var number = open();
        var due = showing.page(number, mine.desk).problem().promised().dueAt();
        var later = due.atZone(Screen.ZONE).toLocalDate().plusDays(5).toString();

        assertThatThrownBy(() -> working.moveDate(seen(number), later, "备件没到", mine.leader))
                .isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> working.moveDate(seen(number), later, " ", mine.mineLeader))
                .hasMessageContaining("problem-words");
        working.moveDate(seen(number), later, "备件没到", mine.mineLeader);
        assertThatThrownBy(() -> working.moveDate(seen(number), later, "又没到", mine.mineLeader))
                .hasMessageContaining("problem-date-moved");
        assertThat(showing.page(number, mine.desk).problem().promised().dueAt()).isAfter(due);
        assertThat(messages(mine.leader)).containsOnlyOnce("notice.problem.moved");
    }

    @Test
    void who_leaves_hands_it_over_in_the_same_moment_and_who_is_named_loses_it() {
        var number = open();
        village.leave(mine.leader.person());

        assertThat(owner(number)).isEqualTo(mine.handler.person());
        assertThat(messages(mine.handler)).containsOnlyOnce("notice.problem.given");

        for (var concern : List.of(first, second)) {
            recusing.name(concern, village.staffNumber(mine.handler.person()), "说的就是他", mine.mineLeader);
        }
        assertThat(owner(number)).isNotEqualTo(mine.handler.person());
        assertThat(ask("/problems/" + number, mine.handler)).hasStatus(404);
    }

    @Test
    void it_is_given_to_somebody_else_by_name_and_the_date_stays() {
        var number = open();
        var due = showing.page(number, mine.desk).problem().promised().dueAt();
        var next = showing.page(number, mine.desk).candidates().stream()
                .filter(one -> one.person().equals(mine.handler.person()))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> working.giveTo(seen(number), "1-1", "换人", mine.desk))
                .hasMessageContaining("problem-owner");
        working.giveTo(seen(number), next.key(), "队长去学习了", mine.desk);

        assertThat(owner(number)).isEqualTo(mine.handler.person());
        assertThat(showing.page(number, mine.desk).problem().promised().dueAt()).isEqualTo(due);
    }

    @Test
    void the_worker_reads_of_it_only_once_its_owner_has_said_that_it_is_fit_for_him() {
        var number = open();
        assertThat(text(ask("/concerns/" + first, mine.worker))).doesNotContain(TITLE);

        working.tell(seen(number), true, mine.leader);

        assertThat(text(ask("/concerns/" + first, mine.worker)))
                .contains(TITLE)
                .doesNotContain(number.toString())
                .doesNotContain(second.toString());
        assertThat(ask("/problems/" + number, mine.worker)).hasStatus(404);
        working.tell(seen(number), false, mine.leader);
        assertThat(text(ask("/concerns/" + first, mine.worker))).doesNotContain(TITLE);
    }

    @Test
    void the_pages_open_add_take_out_and_keep_what_was_typed() {
        assertThat(text(ask("/problems", mine.desk))).contains("还没有专项");
        var form = post("/problems", mine.desk, "title", "", "concern", first.toString());
        assertThat(form).hasStatus(422);
        assertThat(text(form)).contains(first.toString()).contains("最多 60 个字");
        var opened =
                post("/problems", mine.desk, "title", TITLE, "concern", first.toString(), "concern", second.toString());
        assertThat(opened).hasStatus(303);
        var address = Objects.requireNonNull(opened.getResponse().getHeader("Location"));
        assertThat(text(ask("/problems", mine.desk))).contains(TITLE);
        assertThat(text(ask("/concerns/" + first, mine.handler))).contains(TITLE);
        var third = assigned();
        assertThat(text(ask("/problems/new?concern=" + third, mine.desk))).contains("并到这个");

        assertThat(post(address + "/concerns", mine.desk, "concern", third.toString()))
                .hasStatus(303);
        assertThat(text(ask(address, mine.desk))).contains(third.toString());
        assertThat(post(address + "/concerns/removal", mine.desk, "concern", third.toString()))
                .hasStatus(303);
        var taken = post("/problems", mine.desk, "title", "另一个", "concern", first.toString());
        assertThat(taken).hasStatus(422);
        assertThat(text(taken)).contains("已经归在一个专项里了").contains("另一个");
        assertThat(post(address + "/cause", mine.desk, "what", "没人管", "found", "看了"))
                .as("not hers")
                .hasStatus(403);
        var stale = post(address + "/cause", mine.leader, "what", "没人管", "found", "看了", "version", "9");
        assertThat(stale).hasStatus(409);
        assertThat(text(stale)).contains("没人管");
    }

    @Test
    void what_somebody_may_not_see_is_refused_as_what_there_is_not() {
        var number = open();
        var elsewhere = new Mine(village);

        assertThat(ask("/problems/" + number, elsewhere.desk)).hasStatus(404);
        assertThat(ask("/problems/Z-2026-00000-01", elsewhere.desk)).hasStatus(404);
        assertThat(text(ask("/problems", elsewhere.desk))).doesNotContain(TITLE);
        var hidden = text(post("/problems", elsewhere.desk, "title", "澡堂", "concern", first.toString()));
        var unknown = text(post("/problems", elsewhere.desk, "title", "澡堂", "concern", "2031-0000-0000"));
        assertThat(hidden.replace(first.toString(), "N")).isEqualTo(unknown.replace("2031-0000-0000", "N"));
        assertThat(ask("/problems", mine.worker)).hasStatus(404);
        assertThat(ask("/problems/new", mine.handler)).hasStatus(404);
    }

    @Test
    void the_database_refuses_to_change_what_was_done_and_to_move_a_date_by_itself() {
        var number = open();

        assertRefused("update problem.step set words = '别的'");
        assertRefused("delete from problem.step");
        assertRefused("delete from problem.problem where number = '" + number + "'");
        assertRefused("delete from problem.attached");
        assertRefused("update problem.problem set due_at = due_at + interval '1 day' where number = '" + number + "'");
        assertRefused("update problem.problem set title = '别的' where number = '" + number + "'");
        assertRefused("update problem.problem set state = 'CLOSED' where number = '" + number + "'");
    }

    private void assertRefused(String statement) {
        assertThatThrownBy(() -> database.sql(statement).update())
                .as(statement)
                .isInstanceOf(DataAccessException.class);
    }

    private ProblemNumber open() {
        return opening.open(TITLE, List.of(first, second), mine.desk);
    }

    private void cure(ProblemNumber number) {
        working.nameCause(seen(number), "没人管检修", "翻了检修本", mine.leader);
        var day = LocalDate.ofInstant(TestClock.now(), Screen.ZONE).plusDays(5).toString();
        working.decideCure(seen(number), "定人每周检修", "区队机电班", day, mine.leader);
        working.finish(seen(number), "检修本第三页", mine.leader);
    }

    private ConcernNumber assigned() {
        var number = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        return number;
    }

    private Seen seen(ProblemNumber number) {
        return new Seen(number, NO_VERSION);
    }

    private String state(ProblemNumber number) {
        return showing.page(number, mine.desk).problem().state().code();
    }

    private PersonId owner(ProblemNumber number) {
        return showing.page(number, mine.desk).problem().owner();
    }

    private List<ProblemDeed> deeds(ProblemNumber number) {
        return showing.page(number, mine.desk).steps().stream()
                .map(told -> told.step().deed())
                .toList();
    }

    private List<String> statesOfConcerns() {
        return database.sql(
                        "select state || owner_person || version as s from concern.concern where number in (:a, :b) order by id")
                .param("a", first.toString())
                .param("b", second.toString())
                .query((row, _) -> row.getString("s"))
                .list();
    }

    private List<String> messages(Actor.Member of) {
        return inbox.page(of.person(), Optional.empty()).rows().stream()
                .map(InboxMessage::key)
                .toList();
    }

    private MvcTestResult ask(String address, Actor by) {
        return mvc.get().uri(address).with(SignedIn.as(by)).exchange();
    }

    private MvcTestResult post(String address, Actor by, String... form) {
        var call = mvc.post().uri(address).with(SignedIn.as(by));
        for (var at = 0; at < form.length; at += 2) {
            call = call.param(form[at], form[at + 1]);
        }
        return call.exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
