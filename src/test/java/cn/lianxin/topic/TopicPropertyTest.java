package cn.lianxin.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.concern.RecusingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.audit.Door;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Nobody learns a word, a count or the existence of a case that he may not see from a topic. */
@ProductTest
class TopicPropertyTest {

    private static final int TOPICS = 25;

    @Autowired
    HotTopics topics;

    @Autowired
    RaisedAlarms alarms;

    @Autowired
    HeardReports reports;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private final Random random = new Random(20_261_130);

    private record Filed(long id, ConcernNumber number, String canary, boolean open) {}

    @Test
    void a_topic_shows_exactly_those_open_cases_that_its_reader_can_open_and_nothing_below_three() {
        var first = new Mine(village);
        var second = new Mine(village);
        int shown = 0;
        int hidden = 0;

        for (int round = 0; round < TOPICS; round++) {
            var cases = new ArrayList<Filed>();
            for (int at = 3 + random.nextInt(4); at > 0; at--) {
                cases.add(file(random.nextInt(4) == 0 ? second : first));
            }
            long alarm = alarms.keep(
                    first.mine.value(),
                    clock.instant(),
                    cases.stream().map(Filed::id).toList(),
                    Optional.empty(),
                    List.of());
            for (var reader : List.of(
                    first.desk, first.leader, first.mineLeader, first.supervisor, second.desk, second.supervisor)) {
                var expected = new TreeSet<String>();
                cases.stream()
                        .filter(one -> one.open() && opens(one.number(), reader))
                        .forEach(one -> expected.add(one.number().toString()));
                var seen = topics.shown(reader).stream()
                        .filter(one -> one.id() == alarm)
                        .findFirst();
                if (expected.size() < 3) {
                    assertThat(seen).isEmpty();
                    hidden++;
                } else {
                    shown++;
                    assertThat(seen.orElseThrow().evidence())
                            .extracting(SeenEvidence.Seen::number)
                            .containsExactlyInAnyOrderElementsOf(expected);
                    assertThat(seen.orElseThrow().weeks().stream()
                                    .mapToInt(one -> one)
                                    .sum())
                            .isEqualTo(expected.size());
                }
                var text = topics.shown(reader).toString();
                cases.stream()
                        .filter(one -> !expected.contains(one.number().toString()))
                        .forEach(one -> assertThat(text).doesNotContain(one.canary()));
            }
            assertThatThrownBy(() -> topics.shown(first.worker)).isInstanceOf(Refusal.NotFound.class);
            assertThatThrownBy(() -> topics.dismiss(alarm, "不是一回事", second.desk))
                    .isInstanceOf(Refusal.NotFound.class);
        }

        assertThat(shown).isGreaterThan(10);
        assertThat(hidden).isGreaterThan(10);
    }

    @Test
    void what_is_protected_or_names_somebody_is_never_heard() {
        var mine = new Mine(village);
        var all = new HashMap<Long, Filed>();
        for (int at = 0; at < 16; at++) {
            var one = file(mine);
            all.put(one.id(), one);
        }

        var heard = reports.since(clock.instant().minusSeconds(3600)).stream()
                .filter(one -> all.containsKey(one.id()))
                .toList();

        assertThat(heard)
                .allSatisfy(one -> {
                    assertThat(Objects.requireNonNull(all.get(one.id())).open()).isTrue();
                    assertThat(one.mine()).isEqualTo(mine.mine.value());
                })
                .hasSize((int) all.values().stream().filter(Filed::open).count());
    }

    @Test
    void the_same_evidence_is_the_same_alarm_and_a_dismissal_keeps_its_reason() {
        var mine = new Mine(village);
        var ids = new ArrayList<Long>();
        while (ids.size() < 3) {
            var one = file(mine);
            if (one.open()) {
                ids.add(one.id());
            }
        }

        long alarm = alarms.keep(mine.mine.value(), clock.instant(), ids, Optional.empty(), List.of());

        assertThat(alarms.keep(mine.mine.value(), clock.instant(), ids, Optional.empty(), List.of()))
                .isEqualTo(alarm);
        assertThat(mvc.get().uri("/topics").with(SignedIn.as(mine.supervisor)))
                .hasStatusOk()
                .bodyText()
                .contains("/topics/" + alarm, "等人看");
        assertThat(mvc.get().uri("/topics/" + alarm).with(SignedIn.as(mine.supervisor)))
                .hasStatusOk()
                .bodyText()
                .contains("没有共同的原因");
        assertThat(mvc.get().uri("/topics/" + alarm).with(SignedIn.as(mine.stranger)))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/topics/" + alarm + "/dismissal")
                        .param("because", " ")
                        .with(SignedIn.as(mine.supervisor)))
                .hasStatus(422);
        topics.dismiss(alarm, "水泵各坏各的", mine.supervisor);
        assertThat(topics.shown(mine.supervisor)
                        .getFirst()
                        .dismissal()
                        .orElseThrow()
                        .because())
                .isEqualTo("水泵各坏各的");
    }

    private boolean opens(ConcernNumber number, Actor reader) {
        try {
            reading.open(number, Door.PAGE, reader);
            return true;
        } catch (Refusal.NotFound _) {
            return false;
        }
    }

    private Filed file(Mine mine) {
        var mode = random.nextInt(4) == 0 ? Reporter.Mode.CONFIDENTIAL : Reporter.Mode.NAMED;
        var canary = "c" + UUID.randomUUID().toString().substring(0, 8);
        var raised = raising.raise(
                new NewConcern(
                        ConcernKind.HELP,
                        "E4",
                        "澡堂" + canary,
                        "澡堂水凉" + canary,
                        "",
                        mode,
                        Optional.empty(),
                        Optional.empty(),
                        Channel.PAGE,
                        List.of()),
                Mine.token(),
                mine.worker);
        var isNamed = random.nextInt(5) == 0;
        if (isNamed) {
            recusing.name(raised.number(), village.staffNumber(mine.handler.person()), "说的是他", mine.desk);
        }
        long id = database.sql("select id from concern.concern where number = :number")
                .param("number", raised.number().toString())
                .query(Long.class)
                .single();
        return new Filed(id, raised.number(), canary, mode == Reporter.Mode.NAMED && !isNamed);
    }
}
