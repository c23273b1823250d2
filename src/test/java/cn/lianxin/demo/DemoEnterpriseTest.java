package cn.lianxin.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.TestDatabase;
import cn.lianxin.concern.TimelineReplay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** A small enterprise, whose loading is interrupted once. */
@SpringBootTest(
        webEnvironment = WebEnvironment.MOCK,
        properties = {"lianxin.demo=false", "lianxin.clockwork=false", "lianxin.data=target/demo-test"})
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TimelineReplay.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
@Tag("database")
class DemoEnterpriseTest {

    private static final int CONCERNS = 60;

    @Autowired
    DemoEnterprise enterprise;

    @Autowired
    AccountsFile accounts;

    @Autowired
    TimelineReplay timelines;

    @Autowired
    JdbcClient database;

    private long afterTheInterruption;

    @BeforeAll
    void load_interrupt_and_go_on() {
        assertThatThrownBy(() -> enterprise.load(CONCERNS, percent -> {
                    if (percent > 40) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        afterTheInterruption = count("select count(*) from concern.concern");
        enterprise.load(CONCERNS, percent -> {});
    }

    @Test
    void what_was_played_before_an_interruption_stays_and_the_rest_follows() {
        assertThat(afterTheInterruption).isBetween(10L, 40L);
        assertThat(count("select count(*) from concern.concern")).isBetween(85L, 110L);
        assertThat(enterprise.isMissing()).isFalse();
    }

    @Test
    void no_story_is_refused_by_the_rules() {
        var day = database.sql("select day from demo.loading")
                .query(LocalDate.class)
                .single();
        var content = Content.packaged();
        var planned = enterprise.stories(content, EnterprisePlanner.plan(content, day), day, CONCERNS).stream()
                .mapToLong(Story::concerns)
                .sum();

        assertThat(count("select count(*) from concern.concern"))
                .isEqualTo(planned + Foreseeing.CONCERNS + content.told().size() + Telling.AGAIN);
    }

    @Test
    void loading_again_changes_nothing() {
        var steps = count("select count(*) from concern.step");

        enterprise.load(CONCERNS, percent -> {});

        assertThat(count("select count(*) from concern.step")).isEqualTo(steps);
    }

    @Test
    void a_problem_is_watched_two_questions_are_public_and_some_say_the_same() {
        assertThat(count("select count(*) from problem.problem where state = 'WATCHED'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from problem.attached")).isEqualTo(4);
        assertThat(count("select count(*) from knowledge.shown")).isEqualTo(2);
        assertThat(count("select count(distinct unit) from concern.heard_case where words like '%自救器%'"))
                .isEqualTo(4);
    }

    @Test
    void the_public_ledger_tells_of_some_kept_late_and_come_back_with_pictures_and_one_waits() {
        assertThat(count("select count(*) from publicledger.shown")).isEqualTo(14);
        assertThat(count("select count(distinct unit) from publicledger.shown")).isGreaterThan(5);
        assertThat(count("select count(*) from publicledger.shown where replied_on > promised_on"))
                .isEqualTo(2);
        assertThat(count("select count(*) from publicledger.shown_picture")).isEqualTo(2);
        assertThat(count("select count(*) from publicledger.shown_picture where cardinality(covers) = 2"))
                .isEqualTo(1);
        assertThat(count("select count(*) from publicledger.entry where state = 'APPROVED_ONCE'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from publicledger.withdrawal where rule = 'REPORTER'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from publicledger.recurrence where came_back"))
                .isEqualTo(1);
        assertThat(count("select count(*) from publicledger.recurrence where not came_back"))
                .isPositive();
        assertThat(count("""
                        select count(*) from publicledger.shown s join verdict.released_answer r on r.concern = s.concern
                        where not exists (select 1 from publicledger.verdicts v where v.entry = s.number)
                        """)).as("whose batch came out and is not told").isZero();
    }

    @Test
    void of_two_who_are_held_up_as_an_example_one_is_public_and_one_waits_for_a_decision() {
        assertThat(
                        count(
                                "select count(*) from exemplar.piece p join newsroom.published a on a.id = p.article where p.free"))
                .isEqualTo(1);
        assertThat(count("""
                        select count(*) from exemplar.piece p join disclosure.notice_period n on n.number = p.notice
                        join newsroom.hold h on h.article = p.article
                        where not p.free and n.ended_at is not null and n.upheld = 1
                        """)).isEqualTo(1);
    }

    @Test
    void something_is_owed_by_a_company_and_falls_due_in_a_district() {
        assertThat(database.sql("""
                                select u.kind from duty.occasion o join organization.unit_card u on u.id = o.unit
                                where o.unit <> o.circle order by u.kind
                                """).query(String.class).list()).containsExactly("COMPANY", "DISTRICT");
    }

    @Test
    void all_states_are_seen() {
        var states = database.sql("select distinct state from concern.concern")
                .query(String.class)
                .list();

        assertThat(states)
                .contains(
                        "FILED",
                        "ACCEPTED",
                        "RAISED_AGAIN",
                        "ASSIGNED",
                        "IN_HAND",
                        "HANDED_BACK",
                        "IN_ARBITRATION",
                        "ASKED_FOR_MORE",
                        "REPLY_DRAFTED",
                        "REPLIED",
                        "DECLINED",
                        "UNDER_REVIEW",
                        "REVIEWED",
                        "LINKED",
                        "CONCLUDED");
    }

    @Test
    void endings_are_seen_that_are_signed_and_that_wait_for_it() {
        assertThat(count("select count(distinct ending) from concern.ended_case"))
                .isEqualTo(4);
        assertThat(count("select count(*) from concern.ended_case where not stands and set_aside_at is null"))
                .isPositive();
        assertThat(count("select count(*) from concern.step where kind like '%SET_ASIDE'"))
                .isPositive();
    }

    @Test
    void every_concern_is_owned_by_somebody_who_works_here() {
        assertThat(count("""
                        select count(*) from concern.concern c
                        join organization.person_card p on p.id = c.owner_person
                        where not c.over and p.left_on is not null
                        """)).isZero();
        assertThat(count("""
                        select count(*) from concern.concern c
                        where not exists (select 1 from organization.person_card p where p.id = c.owner_person)
                        """)).isZero();
    }

    @Test
    void every_timeline_replays_to_the_state_that_is_stored() {
        assertThat(timelines.thatDiffer()).isEmpty();
    }

    @Test
    void no_step_lies_in_the_future_and_nobody_was_told_of_the_past() {
        assertThat(count("select count(*) from concern.step where at > now()")).isZero();
        assertThat(count("select count(*) from event.event_publication")).isZero();
    }

    @Test
    void one_is_asked_whether_he_is_left_in_peace_and_one_has_called_somebody_of_another_line() {
        assertThat(count("""
                        select count(*) from safeguard.check_in
                        where due_at <= now() and closes_at > now() and answer is null
                        """)).isPositive();
        assertThat(count("select count(*) from safeguard.entry where owner is not null and due_at > now()"))
                .isEqualTo(1);
    }

    @Test
    void every_answer_waits_for_its_verdict_as_if_it_had_been_told_of() {
        assertThat(count("select count(*) from verdict.answer"))
                .isEqualTo(
                        count("select count(*) from concern.step where kind in ('REPLIED', 'DECLINED', 'REVIEWED')"));
        assertThat(count("""
                        select count(*) from verdict.verdict v
                        where not exists (select 1 from verdict.answer a
                            where a.concern = v.concern and a.answer = v.answer)
                        """)).isZero();
    }

    @Test
    void answers_were_asked_about_by_people_outside_the_line_in_their_time() {
        assertThat(count("select count(*) from spotcheck.period where revealed_at is not null"))
                .isPositive();
        assertThat(count("select count(*) from spotcheck.drawn where state = 'RECORDED'"))
                .isPositive();
        assertThat(count("""
                        select count(*) from spotcheck.drawn d
                        join concern.step s on s.concern = d.concern and s.by_person = d.caller
                        """)).as("whoever called never had a hand in it").isZero();
        assertThat(count("select count(*) from spotcheck.drawn where called_at < drawn_at or called_at > now()"))
                .isZero();
    }

    @Test
    void reports_were_issued_each_after_its_time_and_one_was_corrected() {
        assertThat(count("select count(*) from report.issue where kind = 'WEEK'"))
                .isGreaterThan(3);
        assertThat(count("select count(*) from report.issue where kind = 'MONTH'"))
                .isGreaterThan(6);
        assertThat(count("select count(*) from report.issue where kind = 'YEAR'"))
                .isEqualTo(3);
        assertThat(count("select count(*) from report.issue where number = 2")).isEqualTo(1);
        assertThat(count("select count(*) from report.issue where issued_at > now() or issued_at < from_day"))
                .isZero();
    }

    @Test
    void the_accounts_are_for_their_owners_eyes_alone() throws Exception {
        var file = Path.of("target/demo-test/demo-accounts.txt");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(accounts.read().orElseThrow().lines()).hasSize(20);
        assertThat(accounts.read().orElseThrow().lines().limit(19))
                .as("whoever reads it by its columns finds all five")
                .allSatisfy(line -> assertThat(line.strip().split(" {2,}")).hasSize(5));
        assertThat(count("select count(*) from identity.account where must_change"))
                .isZero();
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
