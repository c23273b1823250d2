package cn.lianxin.plantedmine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Before it judges others: the one who knows everything gets everything, the one who cries at everything is told so. */
class AlarmJudgeTest {

    private static final PlantedMine MINE = PlantedMine.of(PlantedMine.Plan.year(Part.DEVELOPMENT, "M1"), 11);

    /** Knows the truth, and speaks at a report of the given number, so many hours late. */
    private static Detector oracle(int report, Duration late) {
        Map<String, Cluster> clusters = new HashMap<>();
        MINE.clusters().forEach(cluster -> cluster.messageIds().forEach(id -> clusters.put(id, cluster)));
        var times = MINE.messages().stream().collect(Collectors.toMap(Message::id, Message::time));
        Map<Cluster, List<String>> arrived = new HashMap<>();
        Set<Cluster> told = new HashSet<>();
        return message -> {
            var cluster = clusters.get(message.id());
            if (cluster != null) {
                arrived.computeIfAbsent(cluster, _ -> new ArrayList<>()).add(message.id());
            }
            var alarms = new ArrayList<Alarm>();
            arrived.forEach((one, ids) -> {
                if (ids.size() >= report
                        && !message.time()
                                .isBefore(Objects.requireNonNull(times.get(ids.get(report - 1)))
                                        .plus(late))
                        && told.add(one)) {
                    alarms.add(new Alarm(one.id(), message.time(), List.copyOf(ids), List.of()));
                }
            });
            return alarms;
        };
    }

    @Test
    void a_perfect_oracle_finds_all_and_is_never_wrong() {
        var figures = AlarmJudge.judge(MINE, oracle(3, Duration.ZERO));

        assertThat(figures.share()).isEqualTo(1.0);
        assertThat(figures.lenientShare()).isEqualTo(1.0);
        assertThat(figures.pure()).isEqualTo(figures.clusters());
        assertThat(figures.falsePerMineAndWeek()).isZero();
        assertThat(figures.mineWeeks()).isBetween(51.5, 52.0);
    }

    @Test
    void two_reports_count_leniently_only() {
        var figures = AlarmJudge.judge(MINE, oracle(2, Duration.ZERO));

        assertThat(figures.share()).isZero();
        assertThat(figures.lenientShare()).isEqualTo(1.0);
    }

    @Test
    void who_comes_later_than_a_day_has_found_nothing_but_is_not_wrong() {
        var figures = AlarmJudge.judge(MINE, oracle(3, Duration.ofHours(25)));

        assertThat(figures.found()).isZero();
        assertThat(figures.wrong()).isZero();
        assertThat(figures.alarms()).isEqualTo(figures.clusters());
    }

    @Test
    void an_alarm_at_every_message_is_wrong_nearly_always() {
        var figures = AlarmJudge.judge(
                MINE, message -> List.of(new Alarm(message.id(), message.time(), List.of(message.id()), List.of())));

        assertThat(figures.wrong()).isEqualTo(MINE.messages().size() - planted());
        assertThat(figures.falsePerMineAndWeek()).isGreaterThan(30);
        assertThat(figures.repeated()).isEqualTo(planted() - MINE.clusters().size());
        assertThat(figures.found()).isZero();
    }

    private static int planted() {
        return MINE.clusters().stream()
                .mapToInt(cluster -> cluster.messageIds().size())
                .sum();
    }

    @Test
    void what_is_said_before_the_counted_weeks_is_neither_wrong_nor_found() {
        var mine = PlantedMine.of(new PlantedMine.Plan(Part.DEVELOPMENT, "M1", 10, 10, 10, 6, 10), 11);
        var figures = AlarmJudge.judge(
                mine,
                message -> message.time().isBefore(mine.countedFrom())
                        ? List.of(new Alarm(message.id(), message.time(), List.of(message.id()), List.of()))
                        : List.of());

        assertThat(figures.alarms()).isZero();
        assertThat(figures.wrong()).isZero();
        assertThat(figures.mineWeeks()).isBetween(9.5, 10.0);
    }

    @Test
    void one_alarm_that_swallows_everything_is_wrong_and_its_finds_are_not_pure() {
        var all = new ArrayList<String>();
        var figures = AlarmJudge.judge(MINE, message -> {
            all.add(message.id());
            return List.of(new Alarm("everything", message.time(), List.copyOf(all), List.of()));
        });

        assertThat(figures.wrong()).isEqualTo(1);
        assertThat(figures.found()).isEqualTo(figures.clusters());
        assertThat(figures.pure()).isZero();
        assertThat(figures.lenient()).isZero();
    }

    @Test
    void a_second_alarm_on_a_found_cluster_is_neither_found_nor_wrong() {
        var first = oracle(3, Duration.ZERO);
        var second = oracle(3, Duration.ZERO);
        var figures = AlarmJudge.judge(MINE, message -> {
            var alarms = new ArrayList<>(first.arrive(message));
            second.arrive(message)
                    .forEach(alarm -> alarms.add(
                            new Alarm("again " + alarm.id(), alarm.raisedAt(), alarm.evidenceIds(), List.of())));
            return alarms;
        });

        assertThat(figures.found()).isEqualTo(figures.clusters());
        assertThat(figures.repeated()).isEqualTo(figures.clusters());
        assertThat(figures.wrong()).isZero();
    }

    @Test
    void an_update_that_drowns_its_cluster_has_strayed() {
        var oracle = oracle(3, Duration.ZERO);
        var later = new ArrayList<Alarm>();
        var figures = AlarmJudge.judge(MINE, message -> {
            var alarms = new ArrayList<>(oracle.arrive(message));
            later.forEach(alarm -> {
                var drowned = new ArrayList<>(alarm.evidenceIds());
                MINE.messages().subList(0, 9).forEach(other -> drowned.add(other.id()));
                alarms.add(new Alarm(alarm.id(), message.time(), drowned, List.of()));
            });
            later.clear();
            later.addAll(oracleOnly(alarms, message.time()));
            return alarms;
        });

        assertThat(figures.strayed()).isPositive();
        assertThat(figures.wrong()).isZero();
    }

    private static List<Alarm> oracleOnly(List<Alarm> alarms, Instant now) {
        return alarms.stream()
                .filter(alarm ->
                        alarm.raisedAt().equals(now) && alarm.evidenceIds().size() < 6)
                .toList();
    }
}
