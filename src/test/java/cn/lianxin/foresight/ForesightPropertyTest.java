package cn.lianxin.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.concern.RecusingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.AbsenceClock;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.web.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Whatever is raised, in whichever way and about whomever, named, assigned and stepped back from: what the board counts for
 * somebody is what he can open and did not raise himself, and no word of a case is on it or in its digest.
 */
@ProductTest
class ForesightPropertyTest {

    private static final long SEED = 20_261_130;
    private static final int DEEDS = 90;
    private static final String CANARY = "金丝雀六零三";

    private record Raised(ConcernNumber number, PersonId by, UnitId unit, String matter) {}

    @Autowired
    Outlooks outlooks;

    @Autowired
    SeenCases seen;

    @Autowired
    Places places;

    @Autowired
    Directory directory;

    @Autowired
    MailedDigests mailed;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    AbsenceClock members;

    @Autowired
    Village village;

    @Autowired
    MessageSource messages;

    @Autowired
    MockMvcTester mvc;

    private final Random random = new Random(SEED);
    private final List<UnitId> units = new ArrayList<>();
    private final List<PersonId> people = new ArrayList<>();
    private final List<Raised> raised = new ArrayList<>();

    @AfterEach
    void today() {
        TestClock.reset();
    }

    @Test
    void what_the_board_counts_is_what_its_reader_can_open_and_nothing_else() {
        found();
        for (var deed = 0; deed < DEEDS; deed++) {
            try {
                make();
            } catch (Refusal refused) {
                assertThat(refused).isNotNull();
            }
        }

        var compared = 0;
        var hidden = 0;
        for (var person : people) {
            var reader = members.member(person);
            if (!Places.looks(reader)) {
                continue;
            }
            for (var root : places.roots(reader)) {
                for (var place : places.partsOf(root)) {
                    var mine = raised.stream().filter(one -> isAt(one, place)).toList();
                    var opened = mine.stream().filter(one -> opens(one, reader)).toList();
                    assertThat(counted(place, reader))
                            .as("%s at %s", person, place)
                            .isEqualTo(opened.size());
                    compared += opened.size();
                    hidden += mine.size() - opened.size();
                }
            }
            var page = mvc.get().uri("/foresight").with(SignedIn.as(reader)).exchange();
            assertThat(page).hasStatusOk().bodyText().doesNotContain(CANARY);
            assertThat(page).bodyText().doesNotContainPattern("[0-9]{4}-[0-9]{4}-[0-9]{4}");
            subscriptions.begin(person);
            mailed.letter("digest:2026-11-30", person, Locale.SIMPLIFIED_CHINESE)
                    .ifPresent(letter ->
                            assertThat(letter.subject() + letter.text()).doesNotContain(CANARY, "E4", "澡堂"));
        }
        assertThat(compared).as("something was to be seen").isGreaterThan(DEEDS);
        assertThat(hidden).as("and something was not").isGreaterThan(10);
    }

    /** The rows of each question are sums of the same. */
    @Test
    void what_one_may_not_see_neither_rises_nor_returns_for_him() {
        found();
        var accused = people.stream()
                .map(members::member)
                .filter(member -> member.is(Role.UNIT_LEADER))
                .filter(member -> member.unitsAs(Role.UNIT_LEADER).contains(units.getFirst()))
                .findFirst()
                .orElseThrow();
        var desk = people.stream()
                .map(members::member)
                .filter(member -> member.is(Role.DESK_OFFICER))
                .findFirst()
                .orElseThrow();
        raise("B2", Reporter.Mode.NAMED, "", people.getLast());
        TestClock.forward(Duration.ofDays(120));
        for (int time = 0; time < 9; time++) {
            raise("E4", Reporter.Mode.CONFIDENTIAL, village.staffNumber(accused.person()), people.getLast());
        }

        var words = new Words(messages, Locale.SIMPLIFIED_CHINESE);
        var ofDesk = outlooks.of(Optional.empty(), Optional.empty(), desk, words);
        var ofAccused = outlooks.of(Optional.empty(), Optional.empty(), accused, words);

        assertThat(ofDesk.rising().rises()).extracting(Rise::recent).contains(9L);
        assertThat(ofAccused.rising().rises()).isEmpty();
        assertThat(ofAccused.map().panels())
                .allSatisfy(panel -> assertThat(panel.signs()).isEmpty());
        assertThat(outlooks.digest(accused, words)).isEqualTo(Digest.NOTHING);
    }

    private void found() {
        var group = village.mine();
        var mine = village.district(group);
        var first = village.district(mine);
        var second = village.district(mine);
        units.addAll(List.of(mine, first, second, village.district(first), village.district(second)));
        for (var unit : List.of(group, mine)) {
            for (var role : List.of(Role.DESK_OFFICER, Role.SUPERVISOR, Role.SUPERVISOR, Role.UNIT_LEADER)) {
                people.add(village.holder(role, unit));
            }
        }
        for (var unit : units.subList(1, units.size())) {
            people.add(village.holder(Role.HANDLER, unit));
            people.add(village.holder(Role.UNIT_LEADER, unit));
            people.add(village.worker(unit));
        }
    }

    private void make() {
        switch (random.nextInt(6)) {
            case 0 -> recusing.name(oneOf(raised).number(), village.staffNumber(oneOf(people)), "说的是他", anyMember());
            case 1 -> recusing.stepBack(oneOf(raised).number(), "我回避", anyMember());
            case 2 -> {
                var number = oneOf(raised).number();
                handling.acceptAndAssign(number, "E4", oneOf(units), Set.of(), "", anyMember());
            }
            default ->
                raise(
                        random.nextInt(5) == 0 ? "K4" : random.nextBoolean() ? "E4" : "B2",
                        anyMode(),
                        about(),
                        oneOf(people));
        }
    }

    private void raise(String matter, Reporter.Mode mode, String about, PersonId person) {
        var by = members.member(person);
        var unit = directory.person(by.person()).unit().orElseThrow();
        var number = raising.raise(
                        new NewConcern(
                                ConcernKind.HELP,
                                matter,
                                "",
                                CANARY + "澡堂晚班下来没热水，连着四天了",
                                "二号澡堂",
                                mode,
                                Optional.empty(),
                                Optional.empty(),
                                Channel.PAGE,
                                List.of(),
                                about),
                        Mine.token(),
                        by)
                .number();
        raised.add(new Raised(number, by.person(), unit, matter));
    }

    private long counted(Place place, Actor.Member reader) {
        var today = LocalDate.ofInstant(TestClock.now(), cn.lianxin.platform.web.Screen.ZONE);
        return seen
                .counted(List.of(place), today.minusDays(300), today.minusDays(3), today.plusDays(1), reader)
                .stream()
                .mapToLong(one -> one.recent() + one.before())
                .sum();
    }

    private boolean isAt(Raised one, Place place) {
        return place.itself() ? one.unit().equals(place.unit()) : directory.covers(place.unit(), one.unit());
    }

    /** As the page of the concern itself decides; anonymous ones are nobody's own. */
    private boolean opens(Raised one, Actor.Member reader) {
        try {
            var file = reading.open(one.number(), Door.PAGE, reader);
            return !file.mine();
        } catch (Refusal.NotFound hidden) {
            return false;
        }
    }

    private Reporter.Mode anyMode() {
        return oneOf(List.of(Reporter.Mode.values()));
    }

    private String about() {
        return random.nextInt(3) == 0 ? village.staffNumber(oneOf(people)) : "";
    }

    private Actor.Member anyMember() {
        return members.member(oneOf(people));
    }

    private <T> T oneOf(List<T> choices) {
        if (choices.isEmpty()) {
            throw new Refusal.NotFound();
        }
        return choices.get(random.nextInt(choices.size()));
    }
}
