package cn.lianxin.equality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import java.time.Duration;
import java.time.Instant;
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
        TestClock.reset();
        var number = raising.raise(Mine.concern("E4", way), Mine.token(), mine.worker)
                .number();
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        TestClock.forward(Duration.ofDays(3));
        handling.reply(number, Mine.reply(), mine.handler);
    }
}
