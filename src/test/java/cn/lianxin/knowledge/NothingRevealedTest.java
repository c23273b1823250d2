package cn.lianxin.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.likeness.FollowedLikeness;
import cn.lianxin.organization.Directory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Random people raise random concerns, in all ways of speaking, each with a word of its own. Whoever writes the like is told of
 * as many people as the model counts, and reads a word of what others wrote never.
 */
@ProductTest
class NothingRevealedTest {

    private static final int STEPS = 60;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    PublicTrial trial;

    @Autowired
    FollowedLikeness likeness;

    @Autowired
    Directory directory;

    private record One(ConcernNumber number, Actor.Member by, String canary, boolean told, boolean open) {}

    private final Random random = new Random(20_261_130);
    private final String thing = Asking.thing();
    private final List<One> raised = new ArrayList<>();

    Mine mine;
    Asking asking;

    @BeforeEach
    void own_mine() {
        mine = new Mine(village);
        asking = new Asking(mvc, raising, handling);
        likeness.follow();
    }

    @Test
    void no_page_before_sending_tells_of_a_case_that_is_not_public() {
        var people = new ArrayList<Actor.Member>();
        for (var person = 0; person < 7; person++) {
            people.add(new Actor.Member(village.worker(mine.crew), "工", List.of()));
        }
        var elsewhere = new Mine(village);
        people.add(elsewhere.worker);

        for (var step = 0; step < STEPS; step++) {
            var by = people.get(random.nextInt(people.size()));
            if (random.nextInt(3) < 2) {
                raise(by, !by.equals(elsewhere.worker));
            } else {
                settle();
            }
            look(people.get(random.nextInt(people.size())), elsewhere.worker);
        }

        assertThat(raised.stream().filter(One::told)).hasSizeGreaterThan(5);
        assertThat(raised.stream().filter(one -> !one.told())).hasSizeGreaterThan(5);
    }

    private void raise(Actor.Member by, boolean here) {
        var canary = Asking.word();
        var words = thing + " " + canary;
        var about = directory.person(mine.otherHandler.person()).staffNumber();
        var way = random.nextInt(5);
        var number = asking.raise(
                words,
                way == 3 ? ConcernKind.REPORT : ConcernKind.HELP,
                way == 3 ? "K4" : "E4",
                way == 1 ? Reporter.Mode.CONFIDENTIAL : way == 2 ? Reporter.Mode.ANONYMOUS : Reporter.Mode.NAMED,
                way == 4 && here ? about : "",
                by);
        var told = here && way == 0;
        raised.add(new One(number, by, canary, told, true));
    }

    /** Withdrawn, or answered and made public in other words. */
    private void settle() {
        var open = raised.stream().filter(One::open).toList();
        if (open.isEmpty()) {
            return;
        }
        var one = open.get(random.nextInt(open.size()));
        try {
            if (random.nextBoolean()) {
                raising.withdraw(one.number(), "", one.by());
            } else {
                asking.answer(one.number(), "焊好了 " + one.canary(), mine);
                trial.propose(one.number(), "栏杆松了找谁？" + one.canary(), "找机电科。", mine.handler);
            }
        } catch (Refusal notHis) {
            // An anonymous one is withdrawn by its receipt alone, a report is answered by others, and nothing protected
            // is proposed.
            if (stillOpen(one)) {
                return;
            }
        }
        raised.set(raised.indexOf(one), new One(one.number(), one.by(), one.canary(), one.told(), false));
    }

    private boolean stillOpen(One one) {
        var page = Asking.text(asking.get("/concerns/" + one.number(), one.by()));
        return !page.contains("/verdict") && !page.contains("撤回了");
    }

    private void look(Actor.Member reader, Actor.Member elsewhere) {
        var way = asking.write(thing + "", reader);
        var page = Asking.text(asking.get(way, reader));
        var board = Asking.text(asking.get("/questions?q=" + thing, reader));
        for (var one : raised) {
            if (!one.by().equals(reader)) {
                assertThat(page)
                        .doesNotContain(one.canary())
                        .doesNotContain(one.number().toString());
            }
            assertThat(board).doesNotContain(one.canary());
        }
        var people = reader.equals(elsewhere) ? Set.of() : told(reader);
        assertThat(page.contains("还有别的工友")).isEqualTo(people.size() >= 2 && people.size() < 5);
        assertThat(page.contains("个工友也反映了")).isEqualTo(people.size() >= 5);
        if (people.size() >= 5) {
            assertThat(page).contains("还有 " + people.size() + " 个工友");
        }
    }

    private Set<Actor.Member> told(Actor.Member reader) {
        Map<ConcernNumber, Actor.Member> all = new HashMap<>();
        raised.stream()
                .filter(one -> one.told() && one.open() && !one.by().equals(reader))
                .forEach(one -> all.put(one.number(), one.by()));
        return new HashSet<>(all.values());
    }
}
