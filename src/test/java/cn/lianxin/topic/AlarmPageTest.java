package cn.lianxin.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.foresight.Finding;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.web.Words;
import cn.lianxin.problem.OpeningProblems;
import cn.lianxin.topic.ShownAlarm.State;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What becomes of an alarm: it stands on the board until somebody takes it up as a problem or finds nothing behind it. */
@ProductTest
class AlarmPageTest {

    private static final List<String> BATH = List.of("南楼浴池连着三天冰水", "南楼洗澡的地方没热乎气", "南楼澡堂水凉，感冒的不止我一个", "南楼浴室还是凉水");

    @Autowired
    HotTopics topics;

    @Autowired
    RaisedAlarms alarms;

    @Autowired
    cn.lianxin.foresight.HotTopics board;

    @Autowired
    OpeningProblems problems;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    MessageSource messages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @AfterEach
    void resetTheClock() {
        TestClock.reset();
    }

    @Test
    void an_alarm_shows_what_was_said_with_the_words_that_bind_it_and_leads_to_a_filled_form() {
        var mine = new Mine(village);
        var numbers = file(BATH, mine);
        long alarm = alarm(mine, numbers);

        var page = mvc.get().uri("/topics/" + alarm).with(SignedIn.as(mine.desk));

        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("<mark>南楼浴池</mark>", "等人看", "action=\"/problems/new\"")
                .contains(numbers.stream()
                        .map(number -> "name=\"concern\" value=\"" + number + "\"")
                        .toArray(String[]::new));
        assertThat(mvc.get()
                        .uri("/problems/new")
                        .param("title", topics.one(alarm, mine.desk).title())
                        .param(
                                "concern",
                                numbers.stream().map(ConcernNumber::toString).toArray(String[]::new))
                        .with(SignedIn.as(mine.desk)))
                .hasStatusOk()
                .bodyText()
                .contains(topics.one(alarm, mine.desk).title())
                .contains(numbers.stream().map(ConcernNumber::toString).toArray(String[]::new));
    }

    @Test
    void with_a_problem_it_is_taken_up_and_what_comes_later_is_laid_to_it_by_one_tap() {
        var mine = new Mine(village);
        var numbers = file(BATH, mine);
        long alarm = alarm(mine, numbers);
        assertThat(findings(mine.mine, mine.mineLeader)).hasSize(1);

        var problem = problems.open("南楼澡堂水凉", numbers.subList(0, 3), mine.desk);

        assertThat(topics.one(alarm, mine.desk).state()).isEqualTo(State.TAKEN_UP);
        assertThat(findings(mine.mine, mine.mineLeader)).isEmpty();
        assertThat(mvc.get().uri("/topics/" + alarm).with(SignedIn.as(mine.desk)))
                .hasStatusOk()
                .bodyText()
                .contains("已立专项", "href=\"/problems/" + problem + "\"", "也并进这个专项")
                .doesNotContain("action=\"/problems/new\"", "没有共同的原因");
        assertThat(mvc.post()
                        .uri("/topics/" + alarm + "/dismissal")
                        .param("because", "各坏各的")
                        .with(SignedIn.as(mine.desk)))
                .hasStatus(409);
        assertThat(mvc.post()
                        .uri("/problems/" + problem + "/concerns")
                        .param("concern", numbers.get(3).toString())
                        .with(SignedIn.as(mine.desk)))
                .hasStatus(303);
        assertThat(topics.one(alarm, mine.desk).free()).isEmpty();
    }

    @Test
    void each_of_its_concerns_is_answered_and_judged_by_itself() {
        var mine = new Mine(village);
        var numbers = file(BATH, mine);
        alarm(mine, numbers);
        problems.open("南楼澡堂水凉", numbers, mine.desk);

        handling.acceptAndAssign(numbers.getFirst(), "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(numbers.getFirst(), "", mine.handler);
        handling.reply(numbers.getFirst(), Mine.reply(), mine.handler);

        assertThat(states(numbers)).containsExactly("REPLIED", "FILED", "FILED", "FILED");
    }

    @Test
    void one_that_lies_before_another_problem_already_leaves_the_alarm_open_and_is_not_offered_again() {
        var mine = new Mine(village);
        var numbers = file(BATH, mine);
        long alarm = alarm(mine, numbers);
        var other = problems.open("南楼漏水", numbers.subList(0, 1), mine.desk);

        assertThat(topics.one(alarm, mine.desk).state()).isEqualTo(State.OPEN);
        assertThat(mvc.get().uri("/topics/" + alarm).with(SignedIn.as(mine.desk)))
                .bodyText()
                .contains("href=\"/problems/" + other + "\"", "name=\"concern\" value=\"" + numbers.get(1) + "\"")
                .doesNotContain("name=\"concern\" value=\"" + numbers.getFirst() + "\"");
    }

    @Test
    void the_board_tells_of_it_where_a_handful_comes_from_and_only_as_much_as_its_reader_sees() {
        var mine = new Mine(village);
        var numbers = file(BATH, mine);
        long alarm = alarm(mine, numbers);

        assertThat(findings(mine.mine, mine.mineLeader)).singleElement().satisfies(finding -> {
            assertThat(finding.address()).isEqualTo("/topics/" + alarm);
            assertThat(finding.about()).contains("浴池");
            assertThat(finding.counted()).isEqualTo("4 件，来自 1 个班组");
        });
        assertThat(findings(mine.district, mine.mineLeader)).hasSize(1);
        assertThat(findings(mine.district, mine.leader)).isEmpty();
        assertThat(findings(mine.other, mine.mineLeader)).isEmpty();
        assertThat(findings(mine.mine, mine.stranger)).isEmpty();
        assertThat(findings(mine.mine, mine.worker)).isEmpty();
        assertThat(mvc.get().uri("/foresight").with(SignedIn.as(mine.mineLeader)))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/topics/" + alarm + "\"");
        assertThat(mvc.get().uri("/foresight/rising").with(SignedIn.as(mine.mineLeader)))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/topics/" + alarm + "\"");
    }

    @Test
    void what_has_not_grown_for_four_weeks_rises_no_more() {
        var mine = new Mine(village);
        long alarm = alarm(mine, file(BATH, mine));

        TestClock.forward(Duration.ofDays(29));

        assertThat(findings(mine.mine, mine.mineLeader)).isEmpty();
        assertThat(topics.one(alarm, mine.mineLeader).state()).isEqualTo(State.OPEN);
    }

    @Test
    void a_judgement_is_of_what_there_was_and_a_handful_that_comes_later_is_judged_again() {
        var mine = new Mine(village);
        long alarm = alarm(mine, file(BATH, mine));

        topics.dismiss(alarm, "四个楼四个毛病", mine.supervisor);

        assertThat(topics.one(alarm, mine.supervisor).state()).isEqualTo(State.DISMISSED);
        assertThat(findings(mine.mine, mine.mineLeader)).isEmpty();
        assertThatThrownBy(() -> topics.dismiss(alarm, "再说一遍", mine.desk)).isInstanceOf(Refusal.Conflict.class);
        assertThat(audited(alarm)).isEqualTo(1);

        TestClock.forward(Duration.ofDays(1));
        var later = file(BATH.subList(0, 3), mine);
        database.sql("insert into topic.evidence (alarm, concern) select :alarm, unnest(cast(:concerns as bigint[]))")
                .param("alarm", alarm)
                .param("concerns", ids(later).toArray(Long[]::new))
                .update();

        assertThat(topics.one(alarm, mine.supervisor).state()).isEqualTo(State.OPEN);
        assertThat(mvc.get().uri("/topics/" + alarm).with(SignedIn.as(mine.supervisor)))
                .bodyText()
                .contains("四个楼四个毛病", "又来了三件以上");
        topics.dismiss(alarm, "还是各坏各的", mine.desk);
        assertThat(topics.one(alarm, mine.supervisor).dismissal().orElseThrow().because())
                .isEqualTo("还是各坏各的");
        assertThat(audited(alarm)).isEqualTo(2);
    }

    private int audited(long alarm) {
        return database.sql("select count(*) from audit.entry where action = 'topic.dismissed' and subject = :subject")
                .param("subject", "topic:" + alarm)
                .query(Integer.class)
                .single();
    }

    private List<Finding> findings(UnitId unit, Actor.Member reader) {
        return board.below(unit, reader, new Words(messages, Locale.SIMPLIFIED_CHINESE));
    }

    private List<String> states(List<ConcernNumber> numbers) {
        return database.sql("select state from concern.concern where number = any (:numbers) order by id")
                .param("numbers", numbers.stream().map(ConcernNumber::toString).toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private long alarm(Mine mine, List<ConcernNumber> numbers) {
        return alarms.keep(mine.mine.value(), clock.instant(), ids(numbers), Optional.empty(), List.of());
    }

    private List<Long> ids(List<ConcernNumber> numbers) {
        return database.sql("select id from concern.concern where number = any (:numbers)")
                .param("numbers", numbers.stream().map(ConcernNumber::toString).toArray(String[]::new))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private List<ConcernNumber> file(List<String> all, Mine mine) {
        var numbers = new ArrayList<ConcernNumber>();
        for (var words : all) {
            numbers.add(raising.raise(
                            new NewConcern(
                                    ConcernKind.HELP,
                                    "E4",
                                    "",
                                    words,
                                    "",
                                    Reporter.Mode.NAMED,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Channel.PAGE,
                                    List.of()),
                            Mine.token(),
                            mine.worker)
                    .number());
        }
        return numbers;
    }
}
