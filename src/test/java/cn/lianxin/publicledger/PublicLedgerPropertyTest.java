package cn.lianxin.publicledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.RecusingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.organization.Directory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Random people agree, take back, write, approve, decline, take down and name. After each step everybody reads exactly the concerns
 * of which a plain model says that their reporter agrees and that two people of two lines, who did not write them, approved.
 */
@ProductTest
class PublicLedgerPropertyTest {

    private static final int STEPS = 600;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient database;

    /** One concern, and what is true of it. */
    private static final class One {
        final ConcernNumber number;
        final Actor.Member by;
        boolean agreed;
        boolean named;
        String word = "";
        String waiting = "";
        final Set<String> lines = new HashSet<>();
        final Set<Actor.Member> approved = new HashSet<>();
        boolean shown;

        One(ConcernNumber number, Actor.Member by) {
            this.number = number;
            this.by = by;
        }

        void end() {
            waiting = "";
            word = "";
            lines.clear();
            approved.clear();
            shown = false;
        }
    }

    private final Random random = new Random(20_261_130);
    private final List<One> all = new ArrayList<>();
    private final Set<String> words = new HashSet<>();

    @Test
    void nothing_is_shown_without_consent_and_two_approvals() {
        var mine = new Mine(village);
        var telling = new Telling(mvc, raising, handling, mine);
        Map<Actor.Member, String> deciders = new HashMap<>();
        deciders.put(mine.desk, "OFFICE");
        deciders.put(mine.mineLeader, "LEADERS");
        deciders.put(mine.supervisor, "SUPERVISION");
        deciders.put(mine.secondSupervisor, "SUPERVISION");
        var people = new ArrayList<>(List.of(
                mine.desk,
                mine.mineLeader,
                mine.supervisor,
                mine.secondSupervisor,
                mine.handler,
                mine.stranger,
                mine.worker));
        for (var at = 0; at < 6; at++) {
            var by = at == 0 ? mine.supervisor : new Actor.Member(village.worker(mine.crew), "工", List.of());
            var mode = at % 2 == 0 ? Reporter.Mode.NAMED : Reporter.Mode.CONFIDENTIAL;
            all.add(new One(telling.answered("澡堂没热水", mode, by), by));
            people.add(by);
        }
        var published = 0;

        for (var step = 0; step < STEPS; step++) {
            var one = all.get(random.nextInt(all.size()));
            var who = random.nextInt(3) == 0
                    ? people.get(random.nextInt(people.size()))
                    : new ArrayList<>(deciders.keySet()).get(random.nextInt(deciders.size()));
            switch (random.nextInt(12)) {
                case 0, 1 -> {
                    var by = random.nextBoolean() ? one.by : who;
                    telling.agree(one.number, by);
                    one.agreed |= by.equals(one.by) && !one.named;
                }
                case 2 -> {
                    var by = random.nextInt(3) == 0 ? one.by : who;
                    telling.post(telling.consent(one.number) + "/taking-back", by);
                    if (by.equals(one.by)) {
                        one.agreed = false;
                        one.end();
                    }
                }
                case 3, 4, 5 -> propose(one, telling);
                case 6, 7, 8, 9, 10 -> {
                    approve(one, who, deciders, telling);
                    published += one.shown ? 1 : 0;
                }
                default -> {
                    if (random.nextInt(30) == 0) {
                        recusing.name(
                                one.number,
                                directory.person(mine.otherHandler.person()).staffNumber(),
                                "说的是他",
                                mine.supervisor);
                        one.named = true;
                        one.end();
                    } else if (!one.waiting.isEmpty() && one.shown) {
                        var down = one.waiting.replace("/waiting", "") + "/taking-down";
                        var done = telling.post(down, who, "rule", "MISTAKEN");
                        if (done.getResponse().getStatus() == 303) {
                            assertThat(deciders).containsKey(who);
                            one.end();
                        }
                    }
                }
            }
            check(telling);
        }

        assertThat(published).isGreaterThan(5);
    }

    private void propose(One one, Telling telling) {
        var word = Telling.word();
        var answer = telling.propose(one.number, "热水 " + word);
        var proposed = answer.getResponse().getStatus() == 303;
        assertThat(proposed).isEqualTo(one.agreed && !one.named && one.waiting.isEmpty());
        words.add(word);
        if (proposed) {
            one.word = word;
            one.waiting = Telling.location(answer);
        }
    }

    private static void approve(One one, Actor.Member who, Map<Actor.Member, String> deciders, Telling telling) {
        if (one.waiting.isEmpty() || one.shown) {
            return;
        }
        var done = telling.post(one.waiting + "/approval", who, "reason", "")
                        .getResponse()
                        .getStatus()
                == 303;
        var may = deciders.containsKey(who)
                && !who.equals(telling.mine.desk)
                && !who.equals(one.by)
                && !one.approved.contains(who)
                && !one.lines.contains(deciders.get(who));
        assertThat(done)
                .as("%s by %s after %s", one.waiting, deciders.get(who), one.lines)
                .isEqualTo(may);
        if (done) {
            one.approved.add(who);
            one.lines.add(deciders.get(who));
            one.shown = one.lines.size() == 2;
        }
    }

    private void check(Telling telling) {
        var board = telling.board();
        for (var one : all) {
            if (!one.word.isEmpty()) {
                assertThat(board.contains(one.word)).isEqualTo(one.shown);
            }
        }
        for (var word : words) {
            if (board.contains(word)) {
                assertThat(all).anyMatch(one -> one.shown && one.agreed && !one.named && one.word.equals(word));
            }
        }
        var standing = database.sql("select request from publicledger.entry where request is not null")
                .query(String.class)
                .list();
        var living = all.stream()
                .map(one -> one.word)
                .filter(word -> !word.isEmpty())
                .toList();
        assertThat(standing.stream().filter(text -> words.stream().anyMatch(text::contains)))
                .allMatch(text -> living.stream().anyMatch(text::contains));
    }
}
