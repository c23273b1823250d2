package cn.lianxin.spotcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.verdict.GivingVerdicts;
import cn.lianxin.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ProductTest
class SpotCheckTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    GivingVerdicts giving;

    @Autowired
    Drawing drawing;

    @Autowired
    Asking asking;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    Mine mine;

    @BeforeEach
    void period() {
        forgetAll();
        mine = new Mine(village);
        drawing.publish();
        TestClock.forward(Duration.ofDays(8));
    }

    @AfterEach
    void forgetAll() {
        TestClock.reset();
        for (var table : List.of(
                "unit_finding", "look", "member", "check_group", "attempt", "drawn", "candidate", "rate", "period")) {
            database.sql("delete from spotcheck." + table).update();
        }
    }

    @Test
    void only_those_outside_the_line_see_whom_to_call() {
        var number = drawnAnswer();

        assertThat(text("/spot-checks", mine.supervisor)).contains(number.toString());
        for (var line : List.of(mine.handler, mine.leader, mine.mineLeader, mine.worker, mine.otherHandler)) {
            assertThat(status("/spot-checks", line)).isEqualTo(404);
            assertThat(status(call(number), line)).isEqualTo(404);
            assertThat(status("/spot-checks/findings", line)).isEqualTo(404);
            assertThat(text("/inbox", line)).doesNotContain("抽查");
        }
        // The desk that accepted it has touched it, and another mine's desk does not stand above it.
        for (var other : List.of(mine.desk, mine.stranger)) {
            assertThat(text("/spot-checks", other)).doesNotContain(number.toString());
            assertThat(status(call(number), other)).isEqualTo(404);
        }
    }

    @Test
    void a_supervisor_who_leads_in_the_line_is_inside_it() {
        var number = drawnAnswer();
        var both = new Actor.Member(
                mine.supervisor.person(),
                "人",
                List.of(
                        mine.supervisor.grants().getFirst(),
                        mine.leader.grants().getFirst()));

        assertThat(text("/spot-checks", both)).doesNotContain(number.toString());
        assertThat(status(call(number), both)).isEqualTo(404);
    }

    @Test
    void what_a_worker_says_to_a_caller_is_never_his_verdict() {
        var number = answer(Reporter.Mode.NAMED);
        giving.give(number, new Verdict(Verdict.Solved.SOLVED, Verdict.Satisfied.SATISFIED, "亲口说的话"), mine.worker);
        draw();
        assertThat(text(call(number), mine.supervisor)).doesNotContain("亲口说的话");
        var timeline = text("/concerns/" + number, mine.handler);

        assertThat(mvc.perform(post(call(number) + "/record")
                        .param("solved", "NOT_SOLVED")
                        .param("satisfied", "NOT_SATISFIED")
                        .param("pressed", "COACHED")
                        .param("word", "队里教我这么说")
                        .with(SignedIn.as(mine.supervisor))))
                .hasStatus(303);

        assertThat(verdictOf(number)).isEqualTo("SOLVED");
        assertThat(text("/concerns/" + number, mine.handler)).isEqualTo(timeline);
        assertThat(text("/concerns/" + number + "/spot-check", mine.worker)).contains("解决了", "没解决", "教他怎么说", "队里教我这么说");
        assertThat(status("/concerns/" + number + "/spot-check", mine.handler)).isEqualTo(404);
        assertThat(status(call(number), mine.secondSupervisor)).isEqualTo(404);
    }

    @Test
    void whoever_looks_up_the_worker_leaves_a_trace() {
        var number = drawnAnswer();
        assertThat(text(call(number), mine.supervisor)).doesNotContain(village.staffNumber(mine.worker.person()));

        var page = mvc.perform(post(call(number) + "/contact").with(SignedIn.as(mine.supervisor)));

        assertThat(page).bodyText().contains(village.staffNumber(mine.worker.person()));
        assertThat(count("""
                select count(*) from audit.entry where action = 'spotcheck.contact-read' and subject = :key
                """, "concern:" + number)).isOne();
    }

    @Test
    void three_days_without_reaching_him_end_it_and_one_day_counts_once() {
        var number = drawnAnswer();
        var address = call(number);
        for (var day = 0; day < 3; day++) {
            assertThat(mvc.perform(post(address + "/attempt").with(SignedIn.as(mine.supervisor))))
                    .hasStatus(303);
            if (day < 2) {
                assertThat(mvc.perform(post(address + "/attempt").with(SignedIn.as(mine.supervisor))))
                        .hasStatus(409);
            }
            TestClock.forward(Duration.ofDays(day + 9));
        }

        assertThat(status(address, mine.supervisor)).isEqualTo(404);
    }

    @Test
    void who_gave_no_name_or_spoke_in_confidence_is_never_called() {
        var anonymous = answer(Reporter.Mode.ANONYMOUS);
        var confidential = answer(Reporter.Mode.CONFIDENTIAL);

        draw();

        for (var number : List.of(anonymous, confidential)) {
            assertThat(count("select count(*) from spotcheck.candidate where number = :key", number.toString()))
                    .isOne();
            assertThat(text("/spot-checks", mine.supervisor)).doesNotContain(number.toString());
        }
    }

    @Test
    void the_commitment_is_there_before_the_period_and_the_seed_only_after_it() {
        drawnAnswer();
        var hex = database.sql("select encode(seed, 'hex') from spotcheck.period")
                .query(String.class)
                .single();
        var commitment = database.sql("select commitment from spotcheck.period")
                .query(String.class)
                .single();

        assertThat(text("/spot-checks/draws", mine.handler))
                .contains(commitment)
                .doesNotContain(hex);
        database.sql("update spotcheck.period set drawn_until = ends").update();
        database.sql("update spotcheck.drawn set state = 'UNREACHED'").update();
        drawing.reveal();
        assertThat(text("/spot-checks/draws", mine.handler)).contains(hex);
        assertThat(count("select count(*) from spotcheck.period where published_at < begins and :key <> ''", "x"))
                .isOne();
    }

    @Test
    void all_that_are_asked_because_of_a_batch_are_asked_alike_and_again_together() {
        var numbers = new ArrayList<ConcernNumber>();
        for (var solved : List.of("SOLVED", "SOLVED", "SOLVED", "PARTLY", "NOT_SOLVED")) {
            var worker = new Actor.Member(village.worker(mine.crew), "工", List.of());
            var number = answer(Reporter.Mode.NAMED, worker);
            giving.give(number, new Verdict(Verdict.Solved.valueOf(solved), Verdict.Satisfied.FAIRLY, ""), worker);
            numbers.add(number);
        }
        publish(numbers);

        asking.form();
        asking.ask();
        assertThat(asked(numbers)).isEmpty();
        TestClock.forward(Duration.ofDays(22 + 8));
        asking.ask();

        var first = asked(numbers);
        assertThat(first).hasSize(3).contains(numbers.getLast().toString());
        for (var number : first) {
            assertThat(text("/concerns/" + number, mine.handler)).contains("抽查：请在", "拿出现在的情况");
            assertThat(mvc.perform(post("/concerns/" + number + "/showing")
                            .param("text", "热水有了")
                            .with(SignedIn.as(mine.handler))))
                    .hasStatus(303);
        }
        var looks = looks();
        assertThat(looks).hasSize(3);
        assertThat(status("/spot-checks/looks/" + looks.getFirst(), mine.leader))
                .isEqualTo(404);
        for (var look : looks) {
            assertThat(text("/spot-checks/looks/" + look, mine.supervisor))
                    .contains("热水有了")
                    .doesNotContain("<dt>本人的评价");
            mvc.perform(post("/spot-checks/looks/" + look)
                    .param("finding", look.equals(looks.getLast()) ? "NOT_DONE" : "DONE")
                    .param("reason", "去看了")
                    .with(SignedIn.as(mine.supervisor)));
        }
        assertThat(text("/spot-checks/looks/" + looks.getFirst(), mine.supervisor))
                .contains("<dt>本人的评价");
        asking.goOn();
        TestClock.forward(Duration.ofDays(22 + 60));
        asking.ask();

        assertThat(asked(numbers)).hasSize(6).containsOnlyElementsOf(first);
        assertThat(verdictOf(numbers.getLast())).isEqualTo("NOT_SOLVED");
    }

    private List<String> asked(List<ConcernNumber> numbers) {
        return database.sql("""
                select c.number from concern.step s join concern.concern c on c.id = s.concern
                where s.kind = 'ASKED_TO_SHOW' and c.number = any (:numbers)
                """)
                .param("numbers", numbers.stream().map(ConcernNumber::toString).toArray(String[]::new))
                .query((row, _) -> row.getString("number"))
                .list();
    }

    private List<Long> looks() {
        return database.sql("select id from spotcheck.look where finding is null and unit = :unit order by id")
                .param("unit", mine.district.value())
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    /** As the room of verdicts does it after thirty days. */
    private void publish(List<ConcernNumber> numbers) {
        var batch = database.sql("""
                insert into verdict.batch
                    (unit, rolled_up, released_on, rated, solved, partly, not_solved, satisfied, fairly, not_satisfied)
                values (:unit, false, current_date, 5, 3, 1, 1, 1, 4, 0)
                returning id
                """)
                .param("unit", mine.district.value())
                .query(Long.class)
                .single();
        database.sql("update verdict.answer set batch = :batch where number = any (:numbers)")
                .param("batch", batch)
                .param("numbers", numbers.stream().map(ConcernNumber::toString).toArray(String[]::new))
                .update();
        database.sql("""
                update verdict.verdict set satisfied = 'SATISFIED'
                where concern = (select concern from verdict.answer where number = :number)
                """).param("number", numbers.getFirst().toString()).update();
    }

    private ConcernNumber drawnAnswer() {
        var number = answer(Reporter.Mode.NAMED);
        draw();
        return number;
    }

    private void draw() {
        TestClock.forward(Duration.ofDays(8 + 7));
        drawing.draw();
    }

    private ConcernNumber answer(Reporter.Mode mode) {
        return answer(mode, mine.worker);
    }

    private ConcernNumber answer(Reporter.Mode mode, Actor.Member worker) {
        var number =
                raising.raise(Mine.concern("E4", mode), Mine.token(), worker).number();
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        handling.reply(number, Mine.reply(), mine.handler);
        return number;
    }

    private String call(ConcernNumber number) {
        return database.sql("""
                select d.period, d.place from spotcheck.drawn d join spotcheck.candidate c using (concern, answer)
                where c.number = :number
                """)
                .param("number", number.toString())
                .query((row, _) -> "/spot-checks/calls/" + row.getLong("period") + "/" + row.getInt("place"))
                .single();
    }

    private String verdictOf(ConcernNumber number) {
        return database.sql("""
                select v.solved from verdict.verdict v join concern.concern c on c.id = v.concern where c.number = :number
                """)
                .param("number", number.toString())
                .query(String.class)
                .single();
    }

    private long count(String sql, String key) {
        return database.sql(sql).param("key", key).query(Long.class).single();
    }

    private int status(String address, Actor by) {
        return mvc.perform(get(address).with(SignedIn.as(by))).getResponse().getStatus();
    }

    private String text(String address, Actor by) {
        var answer = mvc.perform(get(address).with(SignedIn.as(by)));
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
