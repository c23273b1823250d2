package cn.lianxin.safeguard;

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
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.InboxMessage;
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

/** Asked, tapped, given to somebody of another line, taken up, written down, settled; and what stands before nobody else. */
@ProductTest
class SafeguardTest {

    @Autowired
    SpeakingUp speakingUp;

    @Autowired
    LookingAfter lookingAfter;

    @Autowired
    Watching watching;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    Inbox inbox;

    @Autowired
    Directory directory;

    @Autowired
    Village village;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    private Guarding pages;
    private Mine mine;
    private ConcernNumber number;

    @BeforeEach
    void found() {
        pages = new Guarding(mvc);
        mine = new Mine(village);
        number = raise("E4", Reporter.Mode.CONFIDENTIAL);
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void he_is_asked_on_the_thirtieth_day_and_a_tap_that_all_is_well_is_kept_once() {
        watching.askWhoseDayHasCome();
        assertThat(messages(mine.worker)).doesNotContain("notice.safeguard.ask");
        assertThatThrownBy(() -> speakingUp.peace(number, mine.worker)).hasMessageContaining("safeguard-not-asked");
        TestClock.forward(Duration.ofDays(31));

        watching.askWhoseDayHasCome();
        watching.askWhoseDayHasCome();

        assertThat(messages(mine.worker)).containsOnlyOnce("notice.safeguard.ask");
        assertThat(page().asked()).isTrue();
        speakingUp.peace(number, mine.worker);
        speakingUp.peace(number, mine.worker);
        assertThat(page().asked()).isFalse();
        assertThat(states()).containsExactly(CheckInState.PEACE, CheckInState.TO_COME, CheckInState.TO_COME);
        assertThat(page().troubles()).isEmpty();
    }

    @Test
    void silence_is_no_answer() {
        TestClock.forward(Duration.ofDays(91));

        assertThat(states()).containsExactly(CheckInState.NO_ANSWER, CheckInState.ASKED, CheckInState.TO_COME);
    }

    @Test
    void one_tap_gives_it_to_a_supervisor_who_never_touched_it_and_two_taps_are_one() {
        speakingUp.trouble(number, mine.worker);
        speakingUp.trouble(number, mine.worker);

        var trouble = trouble();
        assertThat(trouble.owner()).contains(mine.supervisor.person());
        assertThat(trouble.given().orElseThrow().name())
                .isEqualTo(directory.person(mine.supervisor.person()).name());
        assertThat(trouble.dueAt()).isPresent();
        assertThat(messages(mine.supervisor)).containsOnlyOnce("notice.safeguard.given");
        assertThat(messages(mine.worker)).contains("notice.safeguard.has-it");
        for (var other : List.of(mine.handler, mine.leader, mine.desk, mine.mineLeader, mine.secondSupervisor)) {
            assertThat(messages(other)).noneMatch(key -> key.startsWith("notice.safeguard"));
        }
    }

    @Test
    void what_nobody_takes_up_in_time_goes_to_the_next_and_the_first_one_loses_it() {
        speakingUp.trouble(number, mine.worker);
        var id = trouble().id();
        TestClock.forward(Duration.ofHours(25));

        watching.passOn();
        watching.passOn();

        assertThat(trouble().owner()).contains(mine.secondSupervisor.person());
        assertThat(trouble().steps())
                .extracting(Entry.Step::deed)
                .containsExactly(EntryDeed.RAISED, EntryDeed.GIVEN, EntryDeed.GIVEN);
        assertThatThrownBy(() -> lookingAfter.take(id, mine.supervisor)).isInstanceOf(Refusal.NotFound.class);
        lookingAfter.take(id, mine.secondSupervisor);
        TestClock.forward(Duration.ofDays(3));
        watching.passOn();
        assertThat(trouble().owner()).as("who has taken it up keeps it").contains(mine.secondSupervisor.person());
    }

    @Test
    void who_comes_to_be_named_loses_it_in_the_same_step_and_everything_about_it_is_gone_for_him() {
        speakingUp.trouble(number, mine.worker);
        var id = trouble().id();
        assertThat(pages.ask("/safeguards/" + id, mine.supervisor)).hasStatus(200);

        village.holder(Role.SUPERVISOR, mine.mine);

        recusing.name(number, village.staffNumber(mine.supervisor.person()), "说的就是他", mine.mineLeader);

        assertThat(trouble().owner()).isPresent().isNotEqualTo(Optional.of(mine.supervisor.person()));
        assertThat(pages.ask("/safeguards/" + id, mine.supervisor)).hasStatus(404);
        assertThat(Guarding.text(pages.ask("/safeguards", mine.supervisor))).doesNotContain(number.toString());
    }

    @Test
    void of_a_report_of_wrongdoing_no_desk_hears_and_where_one_office_supervises_it_is_another_person() {
        var report = raise("K4", Reporter.Mode.NAMED);

        speakingUp.trouble(report, mine.worker);

        var owner = speakingUp.page(report, mine.worker).troubles().getFirst().owner();
        assertThat(owner).contains(mine.secondSupervisor.person());
        assertThat(database.sql("select owner_person from concern.concern where number = :number")
                        .param("number", report.toString())
                        .query(Long.class)
                        .single())
                .as("the first supervisor has the report itself")
                .isEqualTo(mine.supervisor.person().value());
        assertThat(messages(mine.desk)).doesNotContain("notice.safeguard.given");
    }

    @Test
    void of_a_danger_to_life_the_unit_of_the_accused_may_act_and_yet_nobody_there_looks_after_who_spoke() {
        var below = village.district(mine.mine);
        var accused = village.holder(Role.UNIT_LEADER, below);
        var ofHisUnit = village.holder(Role.SUPERVISOR, below);
        var worker = new Actor.Member(village.worker(below), "工", List.of());
        var danger = raising.raise(
                        Guarding.about(Guarding.DANGER, Reporter.Mode.NAMED, village.staffNumber(accused)),
                        Mine.token(),
                        worker)
                .number();
        speakingUp.trouble(danger, worker);

        assertThat(speakingUp.page(danger, worker).troubles().getFirst().owner())
                .isPresent()
                .isNotEqualTo(Optional.of(ofHisUnit));
    }

    @Test
    void where_nobody_is_outside_he_is_told_so_and_whoever_comes_later_has_it() {
        for (var supervisor : List.of(mine.supervisor, mine.secondSupervisor)) {
            recusing.stepBack(number, "我认识他", supervisor);
        }
        speakingUp.trouble(number, mine.worker);
        watching.passOn();
        assertThat(trouble().owner()).isEmpty();
        assertThat(trouble().steps()).extracting(Entry.Step::deed).containsExactly(EntryDeed.RAISED, EntryDeed.NOBODY);
        assertThat(Guarding.text(pages.ask(address(), mine.worker))).contains("12388");

        var later = village.holder(Role.SUPERVISOR, mine.mine);
        watching.passOn();

        assertThat(trouble().owner()).contains(later);
    }

    @Test
    void the_guardian_takes_it_up_writes_what_he_did_and_settles_it_and_the_worker_reads_every_word() {
        speakingUp.trouble(number, mine.worker);
        speakingUp.say(number, "班长让我一个人清溜煤眼，说是我多嘴", mine.worker);
        var id = trouble().id();

        lookingAfter.take(id, mine.supervisor);
        lookingAfter.take(id, mine.supervisor);
        lookingAfter.done(id, "跟他定了当班由安检员陪着", mine.supervisor);
        assertThatThrownBy(() -> lookingAfter.end(id, Optional.empty(), "好了", mine.supervisor))
                .hasMessageContaining("safeguard-finding");
        assertThatThrownBy(() -> lookingAfter.end(id, Optional.of(EntryFinding.EXPLAINED), "好了", mine.supervisor))
                .hasMessageContaining("safeguard-finding");
        lookingAfter.end(id, Optional.of(EntryFinding.STOPPED), "派班改回来了，班长写了检查", mine.supervisor);

        assertThat(trouble().steps())
                .extracting(Entry.Step::deed)
                .containsExactly(
                        EntryDeed.RAISED,
                        EntryDeed.GIVEN,
                        EntryDeed.SAID,
                        EntryDeed.TAKEN,
                        EntryDeed.DONE,
                        EntryDeed.ENDED);
        assertThatThrownBy(() -> lookingAfter.done(id, "还有", mine.supervisor)).hasMessageContaining("safeguard-ended");
        assertThat(Guarding.text(pages.ask(address(), mine.worker))).contains("跟他定了当班由安检员陪着", "派班改回来了", "查实了，制止了");
        assertThat(messages(mine.worker)).contains("notice.safeguard.taken", "notice.safeguard.ended");
        speakingUp.trouble(number, mine.worker);
        assertThat(trouble().owner())
                .as("the second time somebody else looks")
                .contains(mine.secondSupervisor.person());
        assertThat(Guarding.text(pages.ask("/concerns/" + number + "/readers", mine.worker)))
                .doesNotContain("护航的人看了");
        pages.ask("/safeguards/" + trouble().id(), mine.secondSupervisor);
        assertThat(Guarding.text(pages.ask("/concerns/" + number + "/readers", mine.worker)))
                .contains("护航的人看了");
    }

    @Test
    void those_who_handle_it_see_the_same_case_as_before() {
        var before = timeline();

        speakingUp.trouble(number, mine.worker);
        lookingAfter.take(trouble().id(), mine.supervisor);

        assertThat(timeline()).isEqualTo(before);
        for (var other : List.of(mine.handler, mine.leader, mine.desk, mine.secondSupervisor)) {
            assertThat(pages.ask(address(), other)).hasStatus(404);
            assertThat(pages.ask("/safeguards/" + trouble().id(), other)).hasStatus(404);
        }
        assertThat(database.sql("select count(*) from audit.entry where action like 'safeguard%'")
                        .query(Long.class)
                        .single())
                .as("every supervisor may read the audit trail")
                .isZero();
    }

    @Test
    void whoever_left_no_name_is_asked_on_the_page_of_his_receipt() {
        var raised = raising.raise(Mine.concern("E4", Reporter.Mode.ANONYMOUS), Mine.token(), mine.worker);
        var holder = new Actor.ReceiptHolder(raised.receipt().digest());
        var own = "/concerns/" + raised.number();
        assertThat(Guarding.text(pages.ask(own, holder)))
                .doesNotContain("没有，都好")
                .contains("有人因为这件事为难您？");
        TestClock.forward(Duration.ofDays(31));

        assertThat(Guarding.text(pages.ask(own, holder))).contains("没有，都好", "有人为难我");
        assertThat(pages.post(own + "/safeguard/trouble", holder)).hasStatus(303);
        assertThat(pages.post(own + "/safeguard/trouble", holder)).hasStatus(303);
        assertThat(pages.post(own + "/safeguard/peace", holder)).hasStatus(409);
        assertThat(speakingUp.page(raised.number(), holder).troubles()).hasSize(1);
        assertThat(pages.ask(own + "/safeguard", mine.worker)).hasStatus(404);
    }

    @Test
    void who_is_asked_is_a_matter_of_what_it_is_and_everybody_may_call() {
        var bath = raise("E4", Reporter.Mode.NAMED);
        var about = raising.raise(
                        Guarding.about("E4", Reporter.Mode.NAMED, village.staffNumber(mine.leader.person())),
                        Mine.token(),
                        mine.worker)
                .number();

        assertThat(speakingUp.page(bath, mine.worker).checkIns()).isEmpty();
        assertThat(speakingUp.page(bath, mine.worker).open()).isTrue();
        assertThat(speakingUp.page(about, mine.worker).checkIns()).hasSize(3);
        speakingUp.trouble(bath, mine.worker);
        assertThat(speakingUp.page(bath, mine.worker).troubles()).hasSize(1);
        assertThat(speakingUp.page(bath, mine.worker).checkIns()).hasSize(3);
    }

    @Test
    void after_half_a_year_there_is_a_sentence_and_after_a_call_it_lasts_longer() {
        var bath = raise("E4", Reporter.Mode.NAMED);
        speakingUp.trouble(number, mine.worker);
        TestClock.forward(Duration.ofDays(181));

        assertThatThrownBy(() -> speakingUp.trouble(bath, mine.worker)).hasMessageContaining("safeguard-over");
        assertThat(Guarding.text(pages.ask("/concerns/" + bath + "/safeguard", mine.worker)))
                .contains("已经过了")
                .doesNotContain("safeguard.");
        assertThat(page().open()).isTrue();
    }

    @Test
    void the_pages_speak_both_languages_and_keep_what_was_typed() {
        TestClock.forward(Duration.ofDays(31));
        var english = Guarding.text(pages.ask(address(), mine.worker, "en"));
        assertThat(english).contains("No, all is well").doesNotContain("safeguard.", "check-in-state.");
        assertThat(Guarding.text(pages.ask("/concerns/" + number, mine.worker)))
                .contains("没有，都好", "/safeguard/trouble");
        pages.post(address() + "/trouble", mine.worker);
        assertThat(pages.post(address() + "/words", mine.worker, "words", " ")).hasStatus(422);
        assertThat(Guarding.text(pages.post(address() + "/words", mine.worker, "words", "长".repeat(2001))))
                .contains("长</textarea>", "最多 2,000 个字");
        assertThat(pages.post(address() + "/words", mine.worker, "words", "扣了我的班"))
                .hasStatus(303);

        var entry = "/safeguards/" + trouble().id();
        assertThat(Guarding.text(pages.ask("/safeguards", mine.supervisor))).contains(entry, number.toString());
        assertThat(Guarding.text(pages.ask(entry, mine.supervisor)))
                .contains("扣了我的班", "保密反映人", "我接手")
                .doesNotContain(directory.person(mine.worker.person()).name());
        assertThat(Guarding.text(pages.ask(entry, mine.supervisor, "en")))
                .contains("I take it up")
                .doesNotContain("safeguard.", "entry-kind.", "entry-deed.", "entry-finding.");
        assertThat(pages.post(entry + "/taking", mine.supervisor)).hasStatus(303);
        assertThat(Guarding.text(pages.post(entry + "/ending", mine.supervisor, "words", "已经谈过")))
                .contains("选一样结果", "已经谈过</textarea>");
        assertThat(pages.post(entry + "/ending", mine.supervisor, "words", "已经谈过", "finding", "STOPPED"))
                .hasStatus(303);
        assertThat(pages.ask("/safeguards", mine.worker)).hasStatus(404);
        assertThat(pages.ask("/safeguards", mine.handler)).hasStatus(404);
    }

    @Test
    void a_deputy_of_the_guardian_sees_nothing_of_it() {
        speakingUp.trouble(number, mine.worker);
        var deputy = new Actor.Member(
                village.holder(Role.DESK_OFFICER, mine.mine),
                "替",
                List.of(new Grant(Role.DESK_OFFICER, mine.mine), new Grant(Role.SUPERVISOR, mine.mine)),
                List.of(new Actor.StandIn(
                        mine.supervisor.person(),
                        "不在的",
                        false,
                        TestClock.now().plus(Duration.ofDays(1)),
                        mine.supervisor.grants(),
                        mine.supervisor.grants())));

        assertThat(pages.ask("/safeguards/" + trouble().id(), deputy)).hasStatus(404);
    }

    @Test
    void what_was_done_cannot_be_changed_or_removed() {
        speakingUp.trouble(number, mine.worker);
        for (var change : List.of("update safeguard.step set words = '没事'", "delete from safeguard.step")) {
            assertThatThrownBy(() -> database.sql(change).update()).hasMessageContaining("never changed");
        }
    }

    @Test
    void the_days_are_rules_and_a_later_one_moves_no_promise() {
        var due = page().checkIns().stream().map(CheckIn::dueAt).toList();
        database.sql("""
                insert into promise.rule_switch (pack, matter, grade, switched_on, from_date, decided_by)
                values ('护航', '', null, false, :today, '测试')
                """).param("today", LocalDate.now()).update();
        try {
            var later = raise("E4", Reporter.Mode.CONFIDENTIAL);
            assertThat(speakingUp.page(later, mine.worker).checkIns()).isEmpty();
            assertThat(page().checkIns().stream().map(CheckIn::dueAt).toList()).isEqualTo(due);
        } finally {
            database.sql("delete from promise.rule_switch where pack = '护航'").update();
        }
    }

    private ConcernNumber raise(String matter, Reporter.Mode mode) {
        return raising.raise(Mine.concern(matter, mode), Mine.token(), mine.worker)
                .number();
    }

    private SpeakingUp.Page page() {
        return speakingUp.page(number, mine.worker);
    }

    private Entry trouble() {
        return page().troubles().getFirst();
    }

    private List<CheckInState> states() {
        return page().checkIns().stream().map(one -> one.state(TestClock.now())).toList();
    }

    private String address() {
        return "/concerns/" + number + "/safeguard";
    }

    private List<String> timeline() {
        return database.sql("select s.kind from concern.step s join concern.concern c on c.id = s.concern"
                        + " where c.number = :number order by s.place")
                .param("number", number.toString())
                .query((row, _) -> row.getString("kind"))
                .list();
    }

    private List<String> messages(Actor.Member of) {
        return inbox.page(of.person(), Optional.empty()).rows().stream()
                .map(InboxMessage::key)
                .toList();
    }
}
