package cn.lianxin.equality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reply;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.organization.PersonTraits;
import cn.lianxin.organization.Sex;
import cn.lianxin.organization.Staffing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ProductTest
class EqualityPageTest {

    private static final String BATH = "澡堂晚班下来没热水，连着四天了";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    Decisions decisions;

    @Autowired
    Village village;

    @Autowired
    Staffing staffing;

    Mine mine;

    @BeforeEach
    void found() {
        mine = new Mine(village);
    }

    @AfterEach
    void today() {
        TestClock.reset();
    }

    @Test
    void a_case_is_compared_by_what_the_concern_room_says_of_it() {
        answer(Reporter.Mode.NAMED);
        answer(Reporter.Mode.CONFIDENTIAL);

        var cases = year();

        assertThat(cases).hasSize(2).allSatisfy(one -> {
            assertThat(one.granted()).isTrue();
            assertThat(one.likeness()).startsWith("E4");
            assertThat(one.days()).isCloseTo(3, within(0.1));
        });
        assertThat(cases)
                .extracting(one -> one.group(Trait.WAY))
                .containsExactlyInAnyOrder(Optional.of("NAMED"), Optional.of("CONFIDENTIAL"));
        assertThat(cases)
                .extracting(one -> one.group(Trait.EMPLOYMENT))
                .containsExactlyInAnyOrder(Optional.of("OWN"), Optional.empty());
    }

    @Test
    void sex_age_and_amount_are_compared_where_they_are_known_and_of_whoever_spoke_in_confidence_they_are_not() {
        staffing.describe(
                mine.worker.person(),
                new PersonTraits(Optional.of(Sex.FEMALE), Optional.of(Year.now().getValue() - 48)),
                Village.FOUNDER);
        answer(Reporter.Mode.NAMED, "E4", BATH, paid("268.50"));
        answer(Reporter.Mode.CONFIDENTIAL, "E4", BATH, Mine.reply());

        var cases = year();

        assertThat(cases)
                .extracting(one -> one.group(Trait.SEX), one -> one.group(Trait.AGE), Decided::amount)
                .containsExactlyInAnyOrder(
                        tuple(Optional.of("FEMALE"), Optional.of("FROM_45"), Optional.of(268.5)),
                        tuple(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void an_answer_pasted_onto_unlike_concerns_is_pointed_out_to_whoever_may_see_them() {
        var pasted = new Reply("解决", "您反映的问题已经收悉，领导高度重视，安排专人调查", "今后加强管理，提高服务水平，做到让职工满意", "无", Reply.Outcome.EXPLAIN);
        var bath = answer(Reporter.Mode.NAMED, "E4", BATH, pasted);
        var pay = answer(Reporter.Mode.NAMED, "D3", "新发的手套戴一个班就开线", pasted);
        var hidden = answer(Reporter.Mode.CONFIDENTIAL, "G1", "县城的班车总是提前开走", pasted);
        TestClock.forward(Duration.ofDays(40));

        for (var member : List.of(mine.supervisor, mine.desk, mine.mineLeader)) {
            assertThat(mvc.get().uri("/equality").with(SignedIn.as(member)))
                    .hasStatusOk()
                    .bodyText()
                    .contains("2 件用了同一份答复", "领导高度重视", "/concerns/" + bath, "/concerns/" + pay)
                    .doesNotContain(hidden.toString(), "县城的班车");
        }
    }

    @Test
    void nobody_of_another_mine_is_told_that_an_answer_was_pasted() {
        var pasted = new Reply("解决", "您反映的问题已经收悉，领导高度重视，安排专人调查", "今后加强管理，提高服务水平，做到让职工满意", "无", Reply.Outcome.EXPLAIN);
        answer(Reporter.Mode.NAMED, "E4", BATH, pasted);
        answer(Reporter.Mode.NAMED, "D3", "新发的手套戴一个班就开线", pasted);
        TestClock.forward(Duration.ofDays(40));
        var elsewhere = new Mine(village);

        assertThat(mvc.get().uri("/equality").with(SignedIn.as(elsewhere.supervisor)))
                .hasStatusOk()
                .bodyText()
                .contains("没有发现照抄的答复")
                .doesNotContain("领导高度重视");
    }

    private static Reply paid(String yuan) {
        return new Reply(
                "补发",
                "少算了",
                "补发到卡上",
                "办法",
                Reply.Outcome.SUPPORT,
                Reply.Finding.ANSWERED,
                Optional.of(new BigDecimal(yuan)));
    }

    @Test
    void only_who_leads_supervises_or_keeps_the_desk_of_a_mine_looks_at_it() {
        for (var member : List.of(mine.supervisor, mine.desk)) {
            assertThat(mvc.get().uri("/equality").with(SignedIn.as(member)))
                    .hasStatusOk()
                    .bodyText()
                    .contains("一视同仁", "件数还不够比");
        }
        for (var member : List.of(mine.worker, mine.handler)) {
            assertThat(mvc.get().uri("/equality").with(SignedIn.as(member))).hasStatus(404);
        }
        assertThat(mvc.get().uri("/equality?mine=" + village.mine().value()).with(SignedIn.as(mine.supervisor)))
                .hasStatus(404);
    }

    private List<Decided> year() {
        var until = Instant.now().plus(Duration.ofDays(40));
        return decisions.between(until.minus(Duration.ofDays(400)), until, mine.mine);
    }

    private void answer(Reporter.Mode way) {
        answer(way, "E4", BATH, Mine.reply());
    }

    private ConcernNumber answer(Reporter.Mode way, String matter, String words, Reply reply) {
        TestClock.reset();
        var like = Mine.concern(matter, way);
        var number = raising.raise(
                        new NewConcern(
                                like.kind(),
                                matter,
                                "",
                                words,
                                "",
                                way,
                                Optional.empty(),
                                Optional.empty(),
                                like.channel(),
                                List.of()),
                        Mine.token(),
                        mine.worker)
                .number();
        handling.acceptAndAssign(number, matter, mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        TestClock.forward(Duration.ofDays(3));
        handling.reply(number, reply, mine.handler);
        return number;
    }
}
