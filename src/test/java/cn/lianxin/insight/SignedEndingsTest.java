package cn.lianxin.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reply;
import cn.lianxin.concern.Reporter;
import cn.lianxin.concern.ReviewingConcerns;
import cn.lianxin.identity.Village;
import cn.lianxin.platform.web.Screen;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was ended without an answer is ended for no figure before somebody outside the line stands for it. */
@ProductTest
class SignedEndingsTest {

    private static final Instant EVER = Instant.parse("2100-01-01T00:00:00Z");

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    ReviewingConcerns reviewing;

    @Autowired
    CaseStore cases;

    @Autowired
    Village village;

    Mine mine;
    LocalDate filedOn;

    @BeforeEach
    void found() {
        mine = new Mine(village);
        filedOn = LocalDate.ofInstant(TestClock.now(), Screen.ZONE);
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void what_was_withdrawn_counts_as_unanswered_until_it_is_signed_and_from_then_on_as_withdrawn() {
        var number = raise();
        raising.withdraw(number, "不提了", mine.worker);
        assertThat(counted(EVER).withdrawn()).isEmpty();
        assertThat(counted(EVER).leftOut()).isEmpty();

        TestClock.forward(Duration.ofDays(2));
        reviewing.decideEnding(number, true, "打过电话，是他自己的意思", mine.supervisor);

        assertThat(counted(EVER).leftOut()).hasValue(LeftOut.WITHDRAWN);
        assertThat(counted(TestClock.now().minus(Duration.ofDays(1))).leftOut())
                .as("counted as of the day before")
                .isEmpty();
    }

    @Test
    void what_is_found_not_to_be_freely_withdrawn_is_never_left_out() {
        var number = raise();
        raising.withdraw(number, "不提了", mine.worker);

        reviewing.decideEnding(number, false, "班长让他撤的", mine.supervisor);

        assertThat(counted(EVER).withdrawn()).isEmpty();
    }

    @Test
    void what_was_declined_is_answered_on_its_own_day_once_it_is_signed() {
        var number = raise();
        handling.decline(number, "归社保局管", "社保局大厅", mine.desk);
        var declined = TestClock.now();
        assertThat(counted(EVER).answered()).isEmpty();
        assertThat(counted(EVER).ending()).isEmpty();

        TestClock.forward(Duration.ofDays(2));
        reviewing.decideEnding(number, true, "问过社保局，归他们", mine.supervisor);

        assertThat(counted(EVER).ending()).hasValue(Ending.DECLINED);
        assertThat(counted(EVER).answered().orElseThrow()).isBeforeOrEqualTo(declined);
    }

    @Test
    void what_was_wrongly_declined_waits_for_its_real_answer() {
        var number = raise();
        handling.decline(number, "不归我们", "别处", mine.desk);
        reviewing.decideEnding(number, false, "就归他们", mine.supervisor);
        assertThat(counted(EVER).answered()).isEmpty();

        TestClock.forward(Duration.ofDays(3));
        inHand(number);
        handling.reply(number, Mine.reply(), mine.handler);

        assertThat(counted(EVER).answered().orElseThrow())
                .isAfter(TestClock.now().minus(Duration.ofDays(1)));
        assertThat(counted(EVER).ending()).isEmpty();
    }

    @Test
    void a_signed_finding_is_an_ending_of_its_own_until_it_is_really_answered() {
        var number = raise();
        handling.accept(number, mine.desk);
        inHand(number);
        handling.reply(number, Mine.nothingToAnswer(Reply.Finding.UNVERIFIABLE), mine.handler);
        assertThat(counted(EVER).answered()).isEmpty();

        handling.decideReply(number, true, "问了三个人，都说没见过", mine.supervisor);
        assertThat(counted(EVER).ending()).hasValue(Ending.UNVERIFIABLE);

        raising.raiseAgain(number, "我有照片", List.of(), mine.worker);
        inHand(number);
        handling.reply(number, Mine.reply(), mine.handler);
        assertThat(counted(EVER).ending()).isEmpty();
        assertThat(counted(EVER).raisedAgain()).isTrue();
    }

    private ConcernNumber raise() {
        return raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
    }

    private void inHand(ConcernNumber number) {
        handling.assign(number, mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
    }

    private CountedCase counted(Instant moment) {
        var found = cases.filed(filedOn, filedOn, mine.mine, moment);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
