package cn.lianxin.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
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
import cn.lianxin.platform.audit.Door;
import cn.lianxin.problem.WorkingProblems.Seen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Whatever is opened, added, named, moved and given: no page of a problem tells anybody of a concern that he may not see, by no
 * number, title or count; and somebody who may see one of its concerns answers for it all the while.
 */
@ProductTest
class ProblemSightPropertyTest {

    private static final long SEED = 20_261_130;
    private static final int DEEDS = 110;

    /** Those who have a role over all of it come first. */
    private static final int OFFICE = 6;

    private static final int READERS_AT_ONCE = 5;

    private enum Deed {
        RAISE,
        OPEN,
        ATTACH,
        DETACH,
        NAME,
        STEP_BACK,
        ASSIGN,
        CURE,
        RECUR,
        GIVE,
        WAIT
    }

    @Autowired
    OpeningProblems opening;

    @Autowired
    WorkingProblems working;

    @Autowired
    ShowingProblems showing;

    @Autowired
    ProblemClock ticking;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    AbsenceClock members;

    @Autowired
    Village village;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    private final Random random = new Random(SEED);
    private final List<UnitId> units = new ArrayList<>();
    private final List<PersonId> people = new ArrayList<>();
    private final List<ConcernNumber> concerns = new ArrayList<>();
    private final Map<ConcernNumber, PersonId> reporters = new HashMap<>();
    private final List<ProblemNumber> problems = new ArrayList<>();
    private final Map<Deed, Integer> done = new EnumMap<>(Deed.class);
    private int seen;
    private int hidden;

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void nobody_learns_of_a_concern_that_he_may_not_see_and_somebody_who_sees_one_answers_for_it() {
        found();

        for (var deed = 0; deed < DEEDS; deed++) {
            var next =
                    deed < 8 ? Deed.RAISE : deed < 11 ? Deed.OPEN : Deed.values()[random.nextInt(Deed.values().length)];
            try {
                make(next);
                done.merge(next, 1, Integer::sum);
            } catch (Refusal refused) {
                assertThat(refused).isNotNull();
            }
            assertThat(leaks()).as("after %s, the %d. deed", next, deed).isEmpty();
            assertThat(ownerless()).as("after %s, the %d. deed", next, deed).isEmpty();
        }

        assertThat(done.keySet()).as("every kind of deed happened").contains(Deed.values());
        assertThat(seen).as("problems were seen").isGreaterThan(DEEDS / 2);
        assertThat(hidden)
                .as("concerns were hidden from somebody who sees their problem")
                .isGreaterThan(DEEDS / 10);
    }

    private void found() {
        var group = village.mine();
        var mine = village.district(group);
        var first = village.district(mine);
        var second = village.district(mine);
        units.addAll(List.of(first, second, village.district(first), village.district(second)));
        for (var unit : List.of(group, mine)) {
            for (var role : List.of(Role.DESK_OFFICER, Role.SUPERVISOR, Role.UNIT_LEADER)) {
                people.add(village.holder(role, unit));
            }
        }
        for (var unit : units) {
            people.add(village.holder(Role.HANDLER, unit));
            people.add(village.holder(Role.UNIT_LEADER, unit));
            people.add(village.worker(unit));
        }
    }

    private void make(Deed deed) {
        switch (deed) {
            case RAISE -> raise();
            case OPEN -> problems.add(opening.open("一样的毛病", List.of(oneOf(concerns), oneOf(concerns)), ofTheOffice()));
            case ATTACH -> opening.attach(oneOf(problems), oneOf(concerns), ofTheOffice());
            case DETACH -> opening.detach(oneOf(problems), oneOf(concerns), ofTheOffice());
            case NAME -> {
                var number = oneOf(concerns);
                recusing.name(number, village.staffNumber(oneOf(people)), "说的是他", ownerOf(number));
            }
            case STEP_BACK -> recusing.stepBack(oneOf(concerns), "我回避", anyMember());
            case ASSIGN -> {
                var number = oneOf(concerns);
                handling.acceptAndAssign(number, "E4", oneOf(units), Set.of(), "", ownerOf(number));
            }
            case CURE -> cure(oneOf(problems));
            case RECUR -> {
                var number = oneOf(problems);
                curedAlready(number);
                TestClock.forward(Duration.ofMinutes(1));
                var again = raise("E4", Reporter.Mode.CONFIDENTIAL, "");
                handling.acceptAndAssign(again, "E4", leadOf(number), Set.of(), "", ownerOf(again));
                working.recur(new Seen(number, ""), again, ofTheOffice());
            }
            case GIVE -> give();
            case WAIT -> {
                TestClock.forward(Duration.ofHours(40));
                ticking.look();
            }
        }
    }

    private void cure(ProblemNumber number) {
        var owner = members.member(ownerOf(number));
        var day = LocalDate.ofInstant(TestClock.now(), cn.lianxin.platform.web.Screen.ZONE)
                .toString();
        working.nameCause(new Seen(number, ""), "根子", "看了", owner);
        working.decideCure(new Seen(number, ""), "换掉", "机电班", day, owner);
        working.finish(new Seen(number, ""), "换了", owner);
    }

    private void curedAlready(ProblemNumber number) {
        try {
            cure(number);
        } catch (Refusal.Conflict watched) {
            assertThat(watched.code()).isEqualTo("moved-on");
        }
    }

    private UnitId leadOf(ProblemNumber problem) {
        return database.sql("select lead_unit from problem.problem where number = :number")
                .param("number", problem.toString())
                .query((row, _) -> new UnitId(row.getLong("lead_unit")))
                .single();
    }

    private void give() {
        var number = oneOf(problems);
        var above = ofTheOffice();
        var candidates = showing.page(number, above).candidates();
        working.giveTo(new Seen(number, ""), oneOf(candidates).key(), "换人", above);
    }

    private void raise() {
        raise(
                random.nextInt(3) == 0 ? "K4" : "E4",
                Reporter.Mode.values()[random.nextInt(2)],
                random.nextInt(3) == 0 ? village.staffNumber(oneOf(people)) : "");
    }

    private ConcernNumber raise(String matter, Reporter.Mode mode, String about) {
        var reporter = oneOf(people);
        var plain = Mine.concern(matter, mode);
        var concern = new NewConcern(
                plain.kind(),
                plain.matter(),
                plain.title(),
                plain.words(),
                plain.place(),
                mode,
                plain.unit(),
                plain.onBehalfOf(),
                plain.channel(),
                plain.attachments(),
                about);
        var number =
                raising.raise(concern, Mine.token(), members.member(reporter)).number();
        concerns.add(number);
        reporters.put(number, reporter);
        return number;
    }

    /** By the page of the concern itself, which knows nothing of problems. */
    private boolean sees(ConcernNumber number, Actor.Member member) {
        if (member.person().equals(reporters.get(number))) {
            return false;
        }
        try {
            return reading.open(number, Door.PAGE, member).number().equals(number);
        } catch (Refusal.NotFound closed) {
            return false;
        }
    }

    private Set<String> leaks() {
        var leaks = new TreeSet<String>();
        if (problems.isEmpty()) {
            return leaks;
        }
        var problem = oneOf(problems);
        var attached = attachedTo(problem);
        for (var at = 0; at < READERS_AT_ONCE; at++) {
            var person = oneOf(people);
            var member = members.member(person);
            var his = attached.stream().filter(one -> sees(one, member)).toList();
            var page = text("/problems/" + problem, person);
            var list = text("/problems", person);
            if (his.isEmpty() == page.contains(problem.toString())) {
                leaks.add(problem + (his.isEmpty() ? " is there for " : " is not there for ") + person);
            }
            if (his.isEmpty() && list.contains(problem.toString())) {
                leaks.add(problem + " stands in the list of " + person);
            }
            for (var concern : concerns) {
                if ((page + list).contains(concern.toString()) && !sees(concern, member)) {
                    leaks.add(concern + " stands before " + person);
                }
            }
            if (!his.isEmpty()) {
                seen++;
                hidden += attached.size() > his.size() ? 1 : 0;
                if (!page.contains("<span class=\"count\">" + his.size() + "</span>")) {
                    leaks.add(person + " reads another count than " + his.size());
                }
            }
        }
        return leaks;
    }

    private Set<String> ownerless() {
        var ownerless = new TreeSet<String>();
        for (var problem : problems) {
            var owner = ownerOf(problem);
            if (attachedTo(problem).stream().noneMatch(one -> sees(one, members.member(owner)))) {
                ownerless.add(problem + " of " + owner);
            }
        }
        return ownerless;
    }

    private List<ConcernNumber> attachedTo(ProblemNumber problem) {
        return database.sql("""
                        select c.number from problem.attached a join problem.problem p on p.id = a.problem
                        join concern.concern c on c.id = a.concern
                        where p.number = :number and a.detached_at is null
                        """)
                .param("number", problem.toString())
                .query((row, _) -> ConcernNumber.parse(row.getString("number")).orElseThrow())
                .list();
    }

    private PersonId ownerOf(ProblemNumber problem) {
        return database.sql("select owner from problem.problem where number = :number")
                .param("number", problem.toString())
                .query((row, _) -> new PersonId(row.getLong("owner")))
                .single();
    }

    private Actor.Member ownerOf(ConcernNumber number) {
        return database.sql("select owner_person from concern.concern where number = :number")
                .param("number", number.toString())
                .query((row, _) -> members.member(new PersonId(row.getLong("owner_person"))))
                .single();
    }

    /** Of a page that is not there, the address stands on it as it was asked for. */
    private String text(String address, PersonId by) {
        var answer = mvc.get().uri(address).with(SignedIn.as(by)).exchange();
        var found = answer.getResponse().getStatus() == 200;
        return found ? new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8) : "";
    }

    private Actor.Member ofTheOffice() {
        return members.member(people.get(random.nextInt(OFFICE)));
    }

    private Actor.Member anyMember() {
        return members.member(oneOf(people));
    }

    private <T> T oneOf(List<T> choices) {
        if (choices.isEmpty()) {
            throw new Refusal.NotFound();
        }
        return Objects.requireNonNull(choices.get(random.nextInt(choices.size())));
    }
}
