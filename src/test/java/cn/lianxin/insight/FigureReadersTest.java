package cn.lianxin.insight;

import static org.assertj.core.api.Assertions.assertThat;

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
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.audit.Reading;
import cn.lianxin.platform.audit.Readings;
import cn.lianxin.platform.web.Screen;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The rows behind a figure tell a number and a matter; that is a reading too. */
@ProductTest
class FigureReadersTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    KeepingQuarters keeping;

    @Autowired
    Readings readings;

    @Autowired
    Village village;

    private final List<ConcernNumber> confidential = new ArrayList<>();
    private Mine mine;
    private String rows = "";
    private ConcernNumber named;

    @BeforeEach
    void six_people_are_answered() {
        TestClock.reset();
        mine = new Mine(village);
        var quarter = Span.quarterOf(LocalDate.ofInstant(TestClock.now(), Screen.ZONE));
        named = answered(Reporter.Mode.NAMED);
        for (var one = 0; one < 5; one++) {
            confidential.add(answered(Reporter.Mode.CONFIDENTIAL));
        }
        var day = quarter.recurrencesFinalOn().atTime(9, 0).atZone(Screen.ZONE).toInstant();
        TestClock.forward(Duration.between(TestClock.now(), day));
        keeping.keepWhatIsFinal(mine.mine);
        rows = "/indicators/rows?unit=" + mine.mine.value() + "&span=" + quarter;
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void whoever_reads_the_rows_stands_among_the_readers_of_what_is_protected() {
        ask(mine.mineLeader);
        ask(mine.worker);

        for (var number : confidential) {
            assertThat(readingsOf(number)).extracting(Reading::door).containsExactly(Door.FIGURE);
            assertThat(readingsOf(number).getFirst().reader().key())
                    .isEqualTo("person:" + mine.mineLeader.person().value());
        }
        assertThat(readingsOf(named)).isEmpty();
    }

    @Test
    void who_stands_in_reads_in_place_of_whom() {
        var lent = mine.mineLeader.grants();
        var until = TestClock.now().plus(Duration.ofHours(8));
        ask(new Actor.Member(
                mine.otherHandler.person(),
                "替班的",
                lent,
                List.of(new Actor.StandIn(mine.mineLeader.person(), "出差的", false, until, lent, lent))));

        assertThat(readingsOf(confidential.getFirst()))
                .extracting(Reading::inPlaceOf)
                .containsExactly("出差的");
    }

    private void ask(Actor actor) {
        assertThat(mvc.get().uri(rows).with(SignedIn.as(actor)).exchange()).hasStatusOk();
    }

    private List<Reading> readingsOf(ConcernNumber number) {
        return readings.of("concern:" + number, true, Optional.empty()).rows();
    }

    private ConcernNumber answered(Reporter.Mode mode) {
        var worker = new Actor.Member(village.worker(mine.crew), "工", List.of());
        var number =
                raising.raise(Mine.concern("E4", mode), Mine.token(), worker).number();
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        handling.reply(number, Mine.reply(), mine.handler);
        return number;
    }
}
