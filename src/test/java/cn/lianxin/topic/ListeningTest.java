package cn.lianxin.topic;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.RecusingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.notification.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is filed is heard, once, and whoever answers for the mine is told of a handful, once. */
@ProductTest
class ListeningTest {

    private static final List<String> BATH =
            List.of("南楼浴池连着三天冰水，冻得直哆嗦", "南楼洗澡的地方没热乎气，谁敢脱衣裳", "南楼澡堂水凉，感冒的工友不止我一个", "南楼浴室放半天还是凉水，求修一修");
    private static final List<String> STANDING = List.of(
            "E1|食堂的菜太咸，换换花样吧",
            "A3|这个月工分没有公示，请贴出来",
            "G3|副井等罐人多，秩序乱",
            "B2|年休假没休完能不能折钱",
            "D3|手套不够用，请多发一副",
            "C4|托辊响得厉害，磨皮带",
            "K1|账目看不明白，请公布");

    @Autowired
    RaisedAlarms alarms;

    @Autowired
    SeenEvidence evidence;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    Inbox inbox;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Test
    void the_third_report_that_says_the_same_is_heard_at_once_and_everybody_is_told_once() {
        var mine = new Mine(village);
        var second = new Actor.Member(village.worker(mine.other), "工", List.of());
        var listening = listening(mine);
        file(BATH.get(0), mine.worker);
        file(BATH.get(1), second);

        listening.listen();

        assertThat(alarmsOf(mine)).isEmpty();
        assertThat(told(mine.desk.person())).isZero();

        file(BATH.get(2), mine.worker);
        listening.listen();
        listening.listen();

        var raised = alarmsOf(mine);
        assertThat(raised).hasSize(1);
        assertThat(evidenceOf(raised.getFirst())).isEqualTo(3);
        assertThat(Stream.of(mine.desk, mine.supervisor, mine.secondSupervisor).map(one -> told(one.person())))
                .containsOnly(1);
        assertThat(told(mine.worker.person())).isZero();
        assertThat(told(mine.stranger.person())).isZero();
        assertThat(database.sql("select address from notification.message where person = :person and cause = :cause")
                        .param("person", mine.desk.person().value())
                        .param("cause", "topic:" + raised.getFirst())
                        .query(String.class)
                        .single())
                .isEqualTo("/topics/" + raised.getFirst());
    }

    @Test
    void what_comes_later_lies_with_the_same_alarm_and_nobody_is_told_again() {
        var mine = new Mine(village);
        var second = new Actor.Member(village.worker(mine.other), "工", List.of());
        var listening = listening(mine);
        file(BATH.get(0), mine.worker);
        file(BATH.get(1), second);
        file(BATH.get(2), mine.worker);
        listening.listen();

        file(BATH.get(3), second);
        listening.listen();

        assertThat(alarmsOf(mine)).hasSize(1);
        assertThat(evidenceOf(alarmsOf(mine).getFirst())).isEqualTo(4);
        assertThat(told(mine.desk.person())).isEqualTo(1);
    }

    @Test
    void who_starts_anew_hears_everything_and_tells_nothing_twice() {
        var mine = new Mine(village);
        var second = new Actor.Member(village.worker(mine.other), "工", List.of());
        file(BATH.get(0), mine.worker);
        file(BATH.get(1), second);
        file(BATH.get(2), mine.worker);
        listening(mine).listen();
        var before = alarmsOf(mine);

        listening(mine).listen();

        assertThat(before).hasSize(1);
        assertThat(alarmsOf(mine)).isEqualTo(before);
        assertThat(evidenceOf(before.getFirst())).isEqualTo(3);
        assertThat(told(mine.desk.person())).isEqualTo(1);
    }

    @Test
    void whoever_starts_anew_keeps_an_alarm_as_it_stands_and_not_as_it_stood() {
        var mine = new Mine(village);
        var second = new Actor.Member(village.worker(mine.other), "工", List.of());
        var kept = new ArrayList<Integer>();
        var listening = listening(mine, new RaisedAlarms(database) {
            @Override
            public long keep(
                    long one,
                    Instant at,
                    java.util.Collection<Long> concerns,
                    Optional<Long> known,
                    java.util.Collection<Long> others) {
                kept.add(concerns.size());
                return alarms.keep(one, at, concerns, known, others);
            }
        });
        file(BATH.get(0), mine.worker);
        file(BATH.get(1), second);
        file(BATH.get(2), mine.worker);
        file(BATH.get(3), second);

        listening.listen();

        assertThat(kept).containsExactly(4);
    }

    @Test
    void a_report_that_an_alarm_has_let_go_stands_on_its_page_no_more() {
        var mine = new Mine(village);
        var numbers = BATH.stream().map(words -> file(words, mine.worker)).toList();
        long alarm = alarms.keep(
                mine.mine.value(), clock.instant(), ids(numbers.subList(0, 3)), Optional.empty(), List.of());

        assertThat(alarms.keep(
                        mine.mine.value(), clock.instant(), ids(numbers.subList(1, 4)), Optional.empty(), List.of()))
                .isEqualTo(alarm);

        assertThat(evidence.of(List.of(alarm), mine.supervisor))
                .extracting(SeenEvidence.Seen::number)
                .containsExactlyElementsOf(numbers.subList(1, 4).stream()
                        .map(ConcernNumber::toString)
                        .toList());
    }

    @Test
    void two_alarms_with_two_reports_in_common_stay_two() {
        var mine = new Mine(village);
        var numbers = BATH.stream().map(words -> file(words, mine.worker)).toList();
        var both = ids(numbers.subList(1, 4));
        long first = alarms.keep(
                mine.mine.value(), clock.instant(), ids(numbers.subList(0, 3)), Optional.empty(), List.of());
        long second = alarms.keep(mine.mine.value(), clock.instant(), both, Optional.empty(), List.of(first));

        assertThat(second).isNotEqualTo(first);
        assertThat(evidenceOf(first)).isEqualTo(3);
        assertThat(alarms.keep(mine.mine.value(), clock.instant(), both, Optional.of(second), List.of(first, second)))
                .isEqualTo(second);
    }

    @Test
    void of_several_servers_that_hear_the_same_at_once_one_raises_and_tells() throws Exception {
        var mine = new Mine(village);
        var second = new Actor.Member(village.worker(mine.other), "工", List.of());
        file(BATH.get(0), mine.worker);
        file(BATH.get(1), second);
        file(BATH.get(2), mine.worker);
        var start = new CountDownLatch(1);

        try (var servers = Executors.newFixedThreadPool(4)) {
            var running = new ArrayList<java.util.concurrent.Future<?>>();
            for (int server = 0; server < 4; server++) {
                var listening = listening(mine);
                running.add(servers.submit(() -> {
                    start.await();
                    listening.listen();
                    return 0;
                }));
            }
            start.countDown();
            for (var one : running) {
                one.get();
            }
        }

        assertThat(alarmsOf(mine)).hasSize(1);
        assertThat(told(mine.desk.person())).isEqualTo(1);
        assertThat(told(mine.supervisor.person())).isEqualTo(1);
    }

    @Test
    void what_was_noticed_while_the_database_was_away_is_kept_when_it_is_back() {
        var mine = new Mine(village);
        var second = new Actor.Member(village.worker(mine.other), "工", List.of());
        var away = new boolean[] {true};
        var listening = listening(mine, new RaisedAlarms(database) {
            @Override
            public long keep(
                    long one,
                    Instant at,
                    java.util.Collection<Long> concerns,
                    Optional<Long> known,
                    java.util.Collection<Long> others) {
                if (away[0]) {
                    throw new DataAccessResourceFailureException("away");
                }
                return alarms.keep(one, at, concerns, known, others);
            }
        });
        file(BATH.get(0), mine.worker);
        file(BATH.get(1), second);
        file(BATH.get(2), mine.worker);
        org.assertj.core.api.Assertions.assertThatThrownBy(listening::listen)
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(alarmsOf(mine)).isEmpty();

        away[0] = false;
        listening.listen();

        assertThat(alarmsOf(mine)).hasSize(1);
        assertThat(told(mine.desk.person())).isEqualTo(1);
    }

    @Test
    void whoever_is_named_takes_what_names_him_out_of_every_count() {
        var mine = new Mine(village);
        var numbers = new ArrayList<ConcernNumber>();
        for (var words : BATH) {
            numbers.add(file(words, mine.worker));
        }
        long alarm = alarms.keep(mine.mine.value(), clock.instant(), ids(numbers), Optional.empty(), List.of());

        assertThat(evidence.countFor(alarm, mine.desk.person())).isEqualTo(4);
        assertThat(evidence.countFor(alarm, mine.stranger.person())).isZero();
        assertThat(evidence.countFor(alarm, mine.worker.person())).isZero();

        // Whoever is named in one of them sees it no more, and nobody counts it.
        recusing.name(numbers.getFirst(), village.staffNumber(mine.handler.person()), "说的是他", mine.desk);
        recusing.name(numbers.get(1), village.staffNumber(mine.handler.person()), "说的是他", mine.desk);

        assertThat(evidence.countFor(alarm, mine.desk.person())).isEqualTo(2);
        assertThat(evidence.countFor(alarm, mine.supervisor.person())).isEqualTo(2);
    }

    @Test
    void who_sees_only_one_that_is_not_his_own_is_not_told_and_who_sees_three_is() {
        var mine = new Mine(village);
        var own = new Actor.Member(mine.desk.person(), "受理员", List.of());
        var second = new Actor.Member(village.worker(mine.other), "工", List.of());
        file(BATH.get(0), own);
        file(BATH.get(1), second);
        file(BATH.get(2), own);

        listening(mine).listen();

        assertThat(alarmsOf(mine)).hasSize(1);
        assertThat(told(mine.desk.person())).isZero();
        assertThat(told(mine.supervisor.person())).isEqualTo(1);
    }

    @Test
    void nobody_counts_what_he_raised_himself() {
        var mine = new Mine(village);
        var own = new Actor.Member(mine.desk.person(), "受理员", List.of());
        var numbers = new ArrayList<ConcernNumber>();
        for (var words : BATH) {
            numbers.add(file(words, own));
        }
        long alarm = alarms.keep(mine.mine.value(), clock.instant(), ids(numbers), Optional.empty(), List.of());

        assertThat(evidence.countFor(alarm, mine.desk.person())).isZero();
        assertThat(evidence.countFor(alarm, mine.supervisor.person())).isEqualTo(4);
    }

    @Test
    void the_nearest_desk_and_the_nearest_supervisor_who_are_still_there_answer_for_a_mine() {
        var mine = new Mine(village);

        assertThat(evidence.answerFor(mine.mine.value()))
                .containsExactlyInAnyOrder(
                        mine.desk.person(), mine.supervisor.person(), mine.secondSupervisor.person());

        var below = village.district(mine.mine);
        assertThat(evidence.answerFor(below.value())).contains(mine.desk.person(), mine.supervisor.person());
        var nearer = village.holder(Role.DESK_OFFICER, below);
        assertThat(evidence.answerFor(below.value()))
                .contains(nearer, mine.supervisor.person())
                .doesNotContain(mine.desk.person());
        assertThat(evidence.answerFor(mine.mine.value())).doesNotContain(nearer);

        village.leave(nearer);
        assertThat(evidence.answerFor(below.value()))
                .contains(mine.desk.person())
                .doesNotContain(nearer);
    }

    private Listening listening(Mine mine) {
        return listening(mine, alarms);
    }

    /** As another server would hear it: this mine with a year behind it. */
    private Listening listening(Mine mine, RaisedAlarms store) {
        var reports = new HeardReports(database) {
            @Override
            List<Heard> since(Instant from) {
                return Stream.concat(
                                yearOf(mine.mine, mine.district),
                                super.since(from).stream().filter(one -> one.mine() == mine.mine.value()))
                        .filter(one -> !one.report().at().isBefore(from))
                        .toList();
            }
        };
        return new Listening(reports, store, evidence, inbox, clock, true);
    }

    private Stream<HeardReports.Heard> yearOf(UnitId mine, UnitId unit) {
        var start = clock.instant().minus(Duration.ofDays(300));
        return java.util.stream.IntStream.range(0, 280).mapToObj(day -> {
            var cells = STANDING.get(day % STANDING.size()).split("\\|");
            return new HeardReports.Heard(
                    -1L - day,
                    mine.value(),
                    new Report(
                            String.valueOf(-1L - day),
                            String.valueOf(unit.value()),
                            "",
                            cells[0],
                            start.plus(Duration.ofDays(day)),
                            "",
                            cells[1]));
        });
    }

    private ConcernNumber file(String words, Actor.Member by) {
        return raising.raise(
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
                        by)
                .number();
    }

    private List<Long> ids(List<ConcernNumber> numbers) {
        return database.sql("select id from concern.concern where number = any (:numbers)")
                .param("numbers", numbers.stream().map(ConcernNumber::toString).toArray(String[]::new))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private List<Long> alarmsOf(Mine mine) {
        return database.sql("select id from topic.alarm where mine = :mine order by id")
                .param("mine", mine.mine.value())
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private int evidenceOf(long alarm) {
        return database.sql("select count(*) from topic.evidence where alarm = :alarm")
                .param("alarm", alarm)
                .query(Integer.class)
                .single();
    }

    private int told(PersonId person) {
        return database.sql(
                        "select count(*) from notification.message where person = :person and key = 'notification.topic'")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }
}
