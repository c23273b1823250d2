package cn.lianxin.precedent;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.ConcernState;
import cn.lianxin.concern.DecidedConcerns;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.Precedents;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.concern.RecusingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.concern.ReviewingConcerns;
import cn.lianxin.identity.AbsenceClock;
import cn.lianxin.identity.Granting;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.likeness.Followed;
import cn.lianxin.likeness.LikeConcerns;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Staffing;
import cn.lianxin.platform.audit.Door;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Whatever happens to cases and to people, and whatever likeness proposes: among like cases and second looks nobody is shown a
 * case, a count or a word of one that he could not open.
 */
@ProductTest
class PrecedentPropertyTest {

    private static final long SEED = 20_261_130;
    private static final int DEEDS = 80;

    /** Of the people, the handler of the first district; the one of the second follows after a worker. */
    private static final int HANDLERS = 5;

    private enum Deed {
        RAISE,
        WORK,
        ANSWER,
        OVERTURN,
        LOOK,
        NAME,
        STEP_BACK,
        GRANT,
        REVOKE,
        TRANSFER
    }

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    ReviewingConcerns reviewing;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    DecidedConcerns decided;

    @Autowired
    LikeConcerns like;

    @Autowired
    Answers answers;

    @Autowired
    Looks looks;

    @Autowired
    RulesOfTheDay rules;

    @Autowired
    Directory directory;

    @Autowired
    Granting granting;

    @Autowired
    Staffing staffing;

    @Autowired
    AbsenceClock members;

    @Autowired
    Village village;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext product;

    private final Random random = new Random(SEED);
    private final String place =
            "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final List<UnitId> units = new ArrayList<>();
    private final List<PersonId> people = new ArrayList<>();
    private final Map<ConcernNumber, String> words = new LinkedHashMap<>();
    private final Map<String, PersonId> raisedBy = new HashMap<>();
    /** Who raised what, as far as the product knows. */
    private final Set<String> knownAs = new TreeSet<>();

    private final Map<Deed, Integer> done = new EnumMap<>(Deed.class);
    private final Map<String, Integer> refusals = new TreeMap<>();
    private int shown;
    private int withheld;
    private int secondLooks;

    @Test
    void nobody_is_shown_a_case_a_count_or_a_word_that_he_could_not_open() {
        found();
        Followed.by(product);

        for (var deed = 0; deed < DEEDS; deed++) {
            var next = next(deed);
            try {
                make(next);
                done.merge(next, 1, Integer::sum);
            } catch (Refusal refused) {
                refusals.merge(next + " " + refused.getMessage(), 1, Integer::sum);
            }
            for (var round = 0; round < 3; round++) {
                var reader = round == 0 ? owner(anyNumber()) : oneOf(people);
                look("after " + next + ", the " + deed + ". deed", members.member(reader));
            }
        }

        assertThat(shown).as("after %s, refused %s", done, refusals).isPositive();
        assertThat(withheld).as("decided ones that a decider could not open").isPositive();
        assertThat(secondLooks).isPositive();
        assertThat(done.keySet()).as("every kind of deed happened").contains(Deed.values());
    }

    /** Whatever there is, is proposed as very like. */
    private LikeCases eager() {
        var alike = new AlikeCases(like) {
            @Override
            Map<Long, Double> to(String text, int most, Actor actor) {
                var all = new LinkedHashMap<Long, Double>();
                words.keySet().forEach(number -> all.put(idOf(number), 0.9));
                return all;
            }
        };
        return new LikeCases(alike, answers, decided, rules, again(alike), directory, clock, true);
    }

    private LookingAgain again(AlikeCases alike) {
        return new LookingAgain(alike, answers, looks, decided, rules, directory, clock, true);
    }

    private void look(String when, Actor.Member reader) {
        var openable = openable(reader);
        var cases = eager();
        for (var number : openable) {
            var beside =
                    cases.beside(reading.open(ConcernNumber.parse(number).orElseThrow(), Door.PAGE, reader), reader);
            var told = new TreeSet<String>();
            beside.likest().forEach(one -> told.add(one.decided().number()));
            beside.kept().forEach(one -> told.add(one.decided().number()));
            assertThat(told).as("%s before %s", when, reader).isSubsetOf(openable);
            assertThat(told).as("his own").noneMatch(one -> knownAs.contains(one + " of " + reader.person()));
            shown += told.size();
            withheld += beside.likest().isEmpty() ? 0 : decidedBeyond(openable);
        }
        var page = mayLook(reader);
        for (var one : page) {
            var told = new TreeSet<String>();
            told.add(one.overturned().number());
            one.rows().stream().map(row -> row.decided().number()).forEach(told::add);
            assertThat(told).as("%s again before %s", when, reader).isSubsetOf(openable);
            secondLooks += one.rows().size();
        }
        var pages = new StringBuilder(
                again(new AlikeCases(like)).mayLook(reader) ? text("/precedents/overturned", reader) : "");
        openable.stream().limit(1).forEach(number -> pages.append(text("/concerns/" + number, reader)));
        words.forEach((number, said) -> {
            if (!openable.contains(number.toString())) {
                assertThat(pages.toString()).as(when).doesNotContain(number.toString(), said);
            }
        });
    }

    private int decidedBeyond(TreeSet<String> openable) {
        var beyond = database.sql("""
                        select number from concern.concern
                        where state in ('REPLIED', 'DECLINED', 'REVIEWED', 'CONCLUDED') and number = any (:numbers)
                        """)
                .param(
                        "numbers",
                        words.keySet().stream().map(ConcernNumber::toString).toArray(String[]::new))
                .query((row, _) -> row.getString("number"))
                .list();
        return (int)
                beyond.stream().filter(number -> !openable.contains(number)).count();
    }

    private Deed next(int deed) {
        if (deed < 10) {
            return Deed.RAISE;
        }
        return deed < 18 ? Deed.WORK : Deed.values()[random.nextInt(Deed.values().length)];
    }

    private List<Again> mayLook(Actor.Member reader) {
        try {
            return again(new AlikeCases(like) {
                        @Override
                        Map<Long, Double> to(String text, int most, Actor actor) {
                            var all = new LinkedHashMap<Long, Double>();
                            words.keySet().forEach(number -> all.put(idOf(number), 0.9));
                            return all;
                        }
                    })
                    .page(Optional.empty(), reader)
                    .rows();
        } catch (Refusal.NotFound notHis) {
            return List.of();
        }
    }

    private String text(String address, Actor by) {
        return new String(
                mvc.get()
                        .uri(address)
                        .with(SignedIn.as(by))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private void found() {
        var mine = village.mine();
        var first = village.district(mine);
        var second = village.district(mine);
        units.addAll(List.of(mine, first, second));
        people.add(village.holder(Role.DESK_OFFICER, mine));
        people.add(village.holder(Role.DESK_OFFICER, mine));
        people.add(village.holder(Role.SUPERVISOR, mine));
        people.add(village.holder(Role.SUPERVISOR, mine));
        people.add(village.holder(Role.UNIT_LEADER, mine));
        for (var unit : units.subList(1, units.size())) {
            people.add(village.holder(Role.HANDLER, unit));
            people.add(village.worker(unit));
        }
    }

    private void make(Deed deed) {
        switch (deed) {
            case RAISE -> raise();
            case WORK -> work(oneOf(filed()));
            case ANSWER -> answer();
            case OVERTURN -> overturn();
            case LOOK -> lookAgain();
            case NAME -> recusing.name(anyNumber(), village.staffNumber(oneOf(people)), "说的是他", anyMember());
            case STEP_BACK -> recusing.stepBack(anyNumber(), "我回避", anyMember());
            case GRANT ->
                granting.grant(
                        oneOf(people),
                        oneOf(List.of(Role.HANDLER, Role.UNIT_LEADER, Role.DESK_OFFICER, Role.SUPERVISOR)),
                        oneOf(units),
                        LocalDate.now(),
                        Optional.empty(),
                        Village.FOUNDER);
            case REVOKE -> revoke();
            case TRANSFER ->
                staffing.transfer(
                        oneOf(people), oneOf(units), "采煤工" + random.nextInt(9), LocalDate.now(), Village.FOUNDER);
        }
    }

    private void raise() {
        var said = "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        var modes =
                List.of(Reporter.Mode.NAMED, Reporter.Mode.NAMED, Reporter.Mode.CONFIDENTIAL, Reporter.Mode.ANONYMOUS);
        var mode = oneOf(modes);
        var concern = new NewConcern(
                ConcernKind.HELP,
                words.size() % 5 == 4 ? "K4" : "E4",
                "",
                place + " 澡堂没热水 " + said,
                "",
                mode,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                List.of());
        var by = anyMember();
        var number = raising.raise(concern, Mine.token(), by).number();
        words.put(number, said);
        raisedBy.put(number.toString(), by.person());
        if (mode != Reporter.Mode.ANONYMOUS) {
            knownAs.add(number + " of " + by.person());
        }
    }

    /** Accepted, assigned and taken up by the handler of one of the districts; answered half of the time. */
    private void work(ConcernNumber number) {
        var which = done.getOrDefault(Deed.WORK, 0) / 2 % 2;
        var handler = members.member(people.get(HANDLERS + 2 * which));
        handling.acceptAndAssign(number, "E4", units.get(1 + which), Set.of(), "", members.member(owner(number)));
        handling.acknowledge(number, "", handler);
        if (done.getOrDefault(Deed.WORK, 0) % 2 == 0) {
            handling.reply(number, Mine.reply(), handler);
        }
    }

    /** Everything very like that stands before him is decided the same way or not. */
    private void answer() {
        for (var number : words.keySet()) {
            var by = members.member(owner(number));
            try {
                var file = reading.open(number, Door.PAGE, by);
                var beside = eager().beside(file, by);
                if (beside.asks()) {
                    var said = new LinkedHashMap<String, Boolean>();
                    beside.likest().forEach(one -> said.put(one.decided().number(), random.nextBoolean()));
                    handling.reply(number, Mine.reply(), by);
                    eager().decided(file.id(), file.version() + 1, new Precedents.Said(said, "不是一个锅炉"), by);
                    return;
                }
            } catch (Refusal notHis) {
                continue;
            }
        }
        throw new Refusal.NotFound();
    }

    private void overturn() {
        for (var number : words.keySet()) {
            try {
                raising.askReview(
                        number,
                        "没修",
                        List.of(),
                        members.member(Objects.requireNonNull(raisedBy.get(number.toString()))));
                var by = members.member(owner(number));
                reviewing.take(number, by);
                reviewing.decide(number, ConcernState.ReviewOutcome.SET_ASIDE, "重新修", by);
                return;
            } catch (Refusal notHis) {
                continue;
            }
        }
        throw new Refusal.NotFound();
    }

    private void lookAgain() {
        for (var person : people) {
            var by = members.member(person);
            for (var one : mayLook(by)) {
                for (var row : one.rows()) {
                    looks.add(new Look(
                            one.overturned().id(),
                            one.overturned().step(),
                            row.decided().id(),
                            SecondLook.STANDS,
                            "看过",
                            person,
                            "人",
                            "",
                            clock.instant()));
                    return;
                }
            }
        }
        throw new Refusal.NotFound();
    }

    private void revoke() {
        var person = oneOf(people);
        var grants = members.member(person).grants();
        if (grants.isEmpty()) {
            throw new Refusal.NotFound();
        }
        granting.revoke(person, grants.getFirst().role(), grants.getFirst().unit(), Village.FOUNDER);
    }

    private TreeSet<String> openable(Actor reader) {
        var numbers = new TreeSet<String>();
        for (var number : words.keySet()) {
            try {
                reading.open(number, Door.PAGE, reader);
                numbers.add(number.toString());
            } catch (Refusal.NotFound notHis) {
                continue;
            }
        }
        return numbers;
    }

    private List<ConcernNumber> filed() {
        var filed = database.sql(
                        "select number from concern.concern where state = 'FILED' and not restricted and number = any (:numbers)")
                .param(
                        "numbers",
                        words.keySet().stream().map(ConcernNumber::toString).toArray(String[]::new))
                .query((row, _) -> ConcernNumber.parse(row.getString("number")).orElseThrow())
                .list();
        if (filed.isEmpty()) {
            throw new Refusal.NotFound();
        }
        return filed;
    }

    private PersonId owner(ConcernNumber number) {
        return database.sql("select owner_person from concern.concern where number = :number")
                .param("number", number.toString())
                .query((row, _) -> new PersonId(row.getLong("owner_person")))
                .single();
    }

    private long idOf(ConcernNumber number) {
        return database.sql("select id from concern.concern where number = :number")
                .param("number", number.toString())
                .query(Long.class)
                .single();
    }

    private ConcernNumber anyNumber() {
        return oneOf(List.copyOf(words.keySet()));
    }

    private Actor.Member anyMember() {
        return members.member(oneOf(people));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
