package cn.lianxin.silence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.silence.LikeUnit.Layer;
import cn.lianxin.silence.Silence.Judged;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is counted says nothing protected, and who is told what. */
@ProductTest
class ListeningTest {

    @Autowired
    Listening listening;

    @Autowired
    LikeUnits likeUnits;

    @Autowired
    SilentUnits silentUnits;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    Mine mine;

    @BeforeEach
    void found() {
        mine = new Mine(village);
        database.sql("truncate silence.silent_unit, silence.look").update();
    }

    @AfterEach
    void today() {
        TestClock.reset();
        database.sql("truncate silence.silent_unit, silence.look").update();
    }

    @Test
    void a_unit_is_known_by_its_people_on_the_average_their_contracts_and_what_was_said_openly() {
        raise("E4", Reporter.Mode.NAMED, "");
        raise("E4", Reporter.Mode.NAMED, "");

        var district = unit(mine.district);
        var crew = unit(mine.crew);

        assertThat(district.layer()).isEqualTo(Layer.DISTRICT);
        assertThat(crew.layer()).isEqualTo(Layer.CREW);
        // The handler, the leader and the worker; of the worker only, below.
        assertThat(district.people()).isEqualTo(3);
        assertThat(crew.people()).isEqualTo(1);
        assertThat(district.own()).isEqualTo(1);
        assertThat(district.heard()).isEqualTo(2);
        assertThat(district.speakers()).isEqualTo(1);
        assertThat(crew.heard()).isEqualTo(2);
        assertThat(unit(mine.other).heard()).isZero();
    }

    @Test
    void nothing_that_is_protected_moves_it_by_one() {
        raise("E4", Reporter.Mode.NAMED, "");
        var before = unit(mine.district);

        raise("E4", Reporter.Mode.CONFIDENTIAL, "");
        raise("E4", Reporter.Mode.ANONYMOUS, "");
        raise("K4", Reporter.Mode.NAMED, "");
        raise("E4", Reporter.Mode.NAMED, village.staffNumber(mine.leader.person()));

        assertThat(unit(mine.district)).isEqualTo(before);
    }

    @Test
    void who_stands_above_reads_numbers_and_who_answers_for_the_unit_words_alone() {
        silent(mine.district, 0);

        for (var above : List.of(mine.mineLeader, mine.desk, mine.supervisor)) {
            assertThat(listening.below(mine.mine, above).rows()).singleElement().satisfies(row -> {
                assertThat(row.unit()).isEqualTo(mine.district);
                assertThat(row.numbers()).contains(new Listening.Counted(62, 21, Optional.empty()));
            });
        }
        assertThat(listening.below(mine.district, mine.leader).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.numbers()).isEmpty());
        for (var nobody : List.of(mine.handler, mine.worker, mine.stranger)) {
            assertThat(listening.below(mine.mine, nobody).rows()).isEmpty();
        }
        assertThat(listening.below(mine.other, mine.mineLeader).rows()).isEmpty();
    }

    @Test
    void fewer_than_five_and_what_fewer_than_five_people_said_is_told_as_fewer_than_five() {
        var look = new SilentUnits.Look(listening.monday(), listening.monday().minusWeeks(26), 40);
        silentUnits.keep(
                look,
                new Silence.Found(
                        40, List.of(judged(mine.district, 4, 4), judged(mine.other, 9, 4), judged(mine.mine, 9, 5))));

        assertThat(database.sql("select heard from silence.silent_unit where unit in (:a, :b)")
                        .param("a", mine.district.value())
                        .param("b", mine.other.value())
                        .query(Integer.class)
                        .list())
                .containsOnlyNulls()
                .hasSize(2);
        assertThat(database.sql("select heard from silence.silent_unit where unit = :a")
                        .param("a", mine.mine.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(9);
    }

    @Test
    void it_is_looked_once_on_a_monday_and_since_when_is_the_first_look_without_a_gap() {
        var monday = listening.monday();
        for (var week : List.of(5, 3, 2, 1)) {
            keep(monday.minusWeeks(week), mine.district);
        }
        keepNothing(monday.minusWeeks(4));
        keep(monday, mine.district);
        keepNothing(monday);

        var row = listening.below(mine.mine, mine.desk).rows().getFirst();

        assertThat(row.since()).isEqualTo(monday.minusWeeks(3));
    }

    @Test
    void a_crew_is_not_told_beside_its_district() {
        var look = new SilentUnits.Look(listening.monday(), listening.monday().minusWeeks(26), 40);
        silentUnits.keep(look, new Silence.Found(40, List.of(judged(mine.crew, 0, 0), judged(mine.district, 0, 0))));

        assertThat(listening.below(mine.mine, mine.desk).rows())
                .extracting(Listening.Quiet::unit)
                .containsExactly(mine.district);
    }

    @Test
    void a_week_is_looked_at_once_and_until_then_the_one_before_is_told() {
        var before = listening.monday();
        listening.look();
        TestClock.forward(Duration.ofDays(7));

        var told = listening.below(mine.mine, mine.desk);
        listening.look();
        listening.look();
        var fresh = listening.below(mine.mine, mine.desk);

        assertThat(told.until()).isEqualTo(before.minusDays(1));
        assertThat(fresh.until()).isEqualTo(listening.monday().minusDays(1));
        assertThat(fresh.since()).isEqualTo(listening.monday().minusWeeks(26));
    }

    private void silent(UnitId unit, int heard) {
        keep(listening.monday(), unit);
        assertThat(heard).isZero();
    }

    private void keep(LocalDate monday, UnitId unit) {
        silentUnits.keep(
                new SilentUnits.Look(monday, monday.minusWeeks(26), 40),
                new Silence.Found(40, List.of(judged(unit, 0, 0))));
    }

    private void keepNothing(LocalDate monday) {
        silentUnits.keep(new SilentUnits.Look(monday, monday.minusWeeks(26), 40), new Silence.Found(40, List.of()));
    }

    private static Judged judged(UnitId unit, int heard, int speakers) {
        return new Judged(new LikeUnit(unit, Layer.DISTRICT, "DISTRICT", true, 62.3, 1, heard, speakers), 20.9, 0.0001);
    }

    private LikeUnit unit(UnitId unit) {
        var tomorrow = LocalDate.ofInstant(clock.instant(), Screen.ZONE).plusDays(1);
        return likeUnits.between(tomorrow.minusDays(28), tomorrow).stream()
                .filter(one -> one.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private void raise(String matter, Reporter.Mode mode, String about) {
        raising.raise(
                new NewConcern(
                        ConcernKind.HELP,
                        matter,
                        "",
                        "澡堂晚班下来没热水，连着四天了",
                        "二号澡堂",
                        mode,
                        Optional.empty(),
                        Optional.empty(),
                        Channel.PAGE,
                        List.of(),
                        about),
                Mine.token(),
                mine.worker);
    }
}
