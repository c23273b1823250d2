package cn.lianxin.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.concern.RecusingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.concern.SeekingConcerns;
import cn.lianxin.identity.AbsenceClock;
import cn.lianxin.identity.Granting;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Staffing;
import cn.lianxin.organization.Structuring;
import cn.lianxin.platform.audit.Door;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever happens to cases and to people, a search shows somebody exactly what he can open: not a case more in its lines, its
 * pages or its marks, and not one less.
 */
@ProductTest
class SearchPropertyTest {

    private static final long SEED = 20_261_130;
    private static final int DEEDS = 70;

    private enum Deed {
        RAISE,
        ASSIGN,
        NAME,
        STEP_BACK,
        GRANT,
        REVOKE,
        TRANSFER,
        MOVE_UNIT,
        WITHDRAW,
        ERASE
    }

    @Autowired
    Searching searching;

    @Autowired
    SeekingConcerns seeking;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    Granting granting;

    @Autowired
    Staffing staffing;

    @Autowired
    Structuring structuring;

    @Autowired
    AbsenceClock members;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    private final Random random = new Random(SEED);
    private final String canary =
            "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final List<UnitId> units = new ArrayList<>();
    private final List<PersonId> people = new ArrayList<>();
    private final Map<ConcernNumber, String> words = new LinkedHashMap<>();
    private final Map<Deed, Integer> done = new EnumMap<>(Deed.class);

    @Test
    void a_search_finds_exactly_what_its_reader_can_open() {
        found();
        var seen = 0;
        var hidden = 0;

        for (var deed = 0; deed < DEEDS; deed++) {
            var next = deed < 8 ? Deed.RAISE : Deed.values()[random.nextInt(Deed.values().length)];
            try {
                make(next);
                done.merge(next, 1, Integer::sum);
            } catch (Refusal refused) {
                assertThat(refused).isNotNull();
            }
            for (var round = 0; round < 4; round++) {
                var reader = members.member(oneOf(people));
                var openable = openable(reader);
                assertThat(found(canary, reader))
                        .as("after %s, the %d. deed, by %s", next, deed, reader)
                        .isEqualTo(openable);
                var one = oneOf(List.copyOf(words.keySet()));
                assertThat(found(Objects.requireNonNull(words.get(one)), reader))
                        .isSubsetOf(openable);
                assertThat(found(one.toString(), reader)).isSubsetOf(openable);
                seen += openable.size();
                hidden += words.size() - openable.size();
            }
        }

        assertThat(seen).isPositive();
        assertThat(hidden).isPositive();
        assertThat(done.keySet()).as("every kind of deed happened").contains(Deed.values());
    }

    /** Without it a search would be right by asking nobody. */
    @Test
    void the_keys_alone_would_show_too_much_and_the_property_would_notice() {
        found();
        make(Deed.RAISE);
        var number = words.keySet().iterator().next();
        var desk = members.member(people.getFirst());
        assertThat(found(canary, desk)).containsExactly(number.toString());
        var keys = seeking.keys(desk);

        recusing.stepBack(number, "我回避", desk);

        assertThat(seeking.keys(desk)).isEqualTo(keys);
        assertThat(openable(desk)).isEmpty();
        assertThat(found(canary, desk)).isEmpty();
    }

    private void found() {
        var mine = village.mine();
        var first = village.district(mine);
        var second = village.district(mine);
        units.addAll(List.of(mine, first, second, village.district(first)));
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
            case ASSIGN -> assign();
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
            case MOVE_UNIT -> structuring.move(oneOf(units.subList(1, units.size())), oneOf(units), Village.FOUNDER);
            case WITHDRAW -> withdraw();
            case ERASE -> erase();
        }
    }

    private void raise() {
        var said = canary + " 第" + words.size() + "件，" + oneOf(List.of("澡堂没热水", "班车晚点", "奖金少发"));
        var modes = List.of(Reporter.Mode.NAMED, Reporter.Mode.CONFIDENTIAL, Reporter.Mode.ANONYMOUS);
        var concern = new NewConcern(
                ConcernKind.HELP,
                random.nextInt(4) == 0 ? "K4" : "E4",
                "",
                said,
                "",
                oneOf(modes),
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                List.of());
        var token = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        words.put(raising.raise(concern, token, anyMember()).number(), said);
    }

    private void assign() {
        var number = anyNumber();
        var owner = database.sql("select owner_person from concern.concern where number = :number")
                .param("number", number.toString())
                .query((row, _) -> new PersonId(row.getLong("owner_person")))
                .single();
        handling.acceptAndAssign(
                number, "E4", oneOf(units.subList(1, units.size())), Set.of(), "", members.member(owner));
    }

    private void withdraw() {
        var number = anyNumber();
        for (var person : people) {
            try {
                raising.withdraw(number, "不用了", members.member(person));
                return;
            } catch (Refusal notHis) {
                continue;
            }
        }
        throw new Refusal.NotFound();
    }

    /** As retention does when its term is over. */
    private void erase() {
        var number = anyNumber();
        database.sql("""
                        update concern.concern set title = '', words = '', place = '', spoken_line = '' where number = :number
                        """).param("number", number.toString()).update();
        words.remove(number);
    }

    private void revoke() {
        var person = oneOf(people);
        var grants = members.member(person).grants();
        if (grants.isEmpty()) {
            throw new Refusal.NotFound();
        }
        granting.revoke(person, grants.getFirst().role(), grants.getFirst().unit(), Village.FOUNDER);
    }

    /** All pages of it. */
    private TreeSet<String> found(String typed, Actor reader) {
        var numbers = new TreeSet<String>();
        var after = Optional.of("");
        while (after.isPresent()) {
            var found = searching.find(new Wish(typed, "", "", "", "", "", "", after.get()), Door.SEARCH, reader);
            assertThat(found.making()).isFalse();
            found.lines()
                    .forEach(
                            line -> assertThat(numbers.add(line.row().number())).isTrue());
            after = found.next();
        }
        return numbers;
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
