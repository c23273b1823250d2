package cn.lianxin.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Employment;
import cn.lianxin.organization.Staffing;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever spoke up is moved, relieved, let go or paid by another: somebody outside looks at it, and nobody else learns why. */
@ProductTest
class PostChangesTest {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm:").withZone(ZoneId.of("Asia/Shanghai"));

    @Autowired
    SpeakingUp speakingUp;

    @Autowired
    LookingAfter lookingAfter;

    @Autowired
    Watching watching;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    Staffing staffing;

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
    private PersonId worker;
    private ConcernNumber number;

    @BeforeEach
    void found() {
        pages = new Guarding(mvc);
        mine = new Mine(village);
        worker = mine.worker.person();
        number = raising.raise(Mine.concern("E4", Reporter.Mode.CONFIDENTIAL), Mine.token(), mine.worker)
                .number();
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void another_unit_another_title_another_employer_and_the_end_are_each_put_before_the_guardian() {
        var from = directory.postOf(worker);
        staffing.transfer(worker, mine.other, "清洁工", LocalDate.now(), Village.FOUNDER);
        staffing.transfer(worker, mine.other, "看门工", LocalDate.now(), Village.FOUNDER);
        var card = directory.person(worker);
        staffing.correct(worker, card.name(), Employment.DISPATCHED, "", Village.FOUNDER);
        staffing.leave(worker, LocalDate.now(), Village.FOUNDER);
        assertThat(work()).as("not before the next morning").isEmpty();
        inTheMorning();

        var changes = changes();
        assertThat(changes)
                .extracting(PostChange::what)
                .containsExactly(
                        PostChangeKind.EXCHANGED,
                        PostChangeKind.EXCHANGED,
                        PostChangeKind.EMPLOYMENT,
                        PostChangeKind.ENDED);
        assertThat(changes.getFirst().from()).isEqualTo(from.unit() + " " + from.title());
        assertThat(changes.getFirst().to()).endsWith("清洁工");
        assertThat(changes.get(2).to()).isEqualTo("DISPATCHED");
        var page = Guarding.text(pages.ask("/safeguards/" + work().getFirst().id(), mine.supervisor));
        assertThat(page).contains("清洁工", from.title(), "保密反映人").doesNotContain(card.name());
    }

    @Test
    void what_did_not_change_and_what_changed_after_the_time_is_over_is_nothing() {
        var card = directory.person(worker);
        staffing.correct(worker, card.name(), Employment.OWN, "", Village.FOUNDER);
        var other = village.worker(mine.crew);
        staffing.transfer(other, mine.other, "清洁工", LocalDate.now(), Village.FOUNDER);
        inTheMorning();
        assertThat(work()).isEmpty();
        TestClock.forward(Duration.ofDays(181));

        staffing.transfer(worker, mine.other, "清洁工", LocalDate.now(), Village.FOUNDER);

        inTheMorning();
        assertThat(work()).isEmpty();
    }

    @Test
    void after_a_call_it_lasts_as_long_again() {
        TestClock.forward(Duration.ofDays(170));
        speakingUp.trouble(number, mine.worker);
        TestClock.forward(Duration.ofDays(30));

        staffing.transfer(worker, mine.other, "清洁工", LocalDate.now(), Village.FOUNDER);

        assertThat(database.sql("""
                        select count(*) from safeguard.entry e join safeguard.watch w on w.concern = e.concern
                        where w.number = :number and e.kind = 'CHANGE'
                        """)
                        .param("number", number.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_is_explained_ends_and_what_is_not_becomes_trouble_of_which_the_worker_is_told() {
        staffing.transfer(worker, mine.other, "清洁工", LocalDate.now(), Village.FOUNDER);
        staffing.transfer(worker, mine.other, "看门工", LocalDate.now(), Village.FOUNDER);
        inTheMorning();
        var both = work();

        lookingAfter.end(both.get(0).id(), Optional.of(EntryFinding.EXPLAINED), "全队撤了，都分流了", mine.supervisor);
        assertThat(speakingUp.page(number, mine.worker).troubles()).isEmpty();
        lookingAfter.end(both.get(1).id(), Optional.of(EntryFinding.NOT_EXPLAINED), "没有文，说不出理由", mine.supervisor);

        var troubles = speakingUp.page(number, mine.worker).troubles();
        assertThat(troubles).hasSize(1);
        assertThat(troubles.getFirst().owner()).isPresent();
    }

    @Test
    void no_row_tells_whose_post_it_was_and_no_page_of_others_that_anybody_looks() {
        var administrator =
                new Actor.Member(village.worker(mine.mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine.mine)));
        staffing.transfer(worker, mine.other, "稀罕工种甲", LocalDate.now(), Village.FOUNDER);

        var rows = database.sql("""
                        select cast(e as text) || coalesce(string_agg(cast(s as text), ''), '') as row
                        from safeguard.entry e
                        join safeguard.watch w on w.concern = e.concern
                        left join safeguard.step s on s.entry = e.id
                        where w.number = :number group by e.*
                        """)
                .param("number", number.toString())
                .query((row, _) -> row.getString("row"))
                .list();
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst())
                .doesNotContain("稀罕工种甲", village.staffNumber(worker), "GIVEN")
                .as("not the minute of the change")
                .contains("FOUND")
                .doesNotContain(
                        MINUTE.format(TestClock.now()),
                        MINUTE.format(TestClock.now().minusSeconds(60)));
        assertThat(Guarding.text(pages.ask("/organization/people/" + village.staffNumber(worker), administrator)))
                .contains("稀罕工种甲")
                .doesNotContain("护航", number.toString(), "/safeguards");
        inTheMorning();
        for (var other : List.of(mine.desk, mine.leader, mine.mineLeader, mine.secondSupervisor)) {
            assertThat(pages.ask("/safeguards/" + work().getFirst().id(), other))
                    .hasStatus(404);
        }
    }

    private void inTheMorning() {
        TestClock.forward(Duration.ofDays(1).plusHours(8));
        watching.passOn();
    }

    private List<Entry> work() {
        return lookingAfter.work(mine.supervisor).stream()
                .filter(entry -> entry.kind() == EntryKind.CHANGE)
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .toList();
    }

    private List<PostChange> changes() {
        return work().stream()
                .map(entry ->
                        lookingAfter.open(entry.id(), mine.supervisor).change().orElseThrow())
                .toList();
    }
}
