package cn.lianxin.concern;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is named, stepped back from, left, moved, given and reorganized: an owner is there, and he is never one who stays out. */
@ProductTest
class RecusalPropertyTest {

    private static final long SEED = 20_261_129;
    private static final int DEEDS = 90;

    private enum Deed {
        RAISE,
        NAME,
        WITHDRAW_NAMING,
        STEP_BACK,
        WORK,
        LEAVE,
        TRANSFER,
        GRANT,
        REVOKE,
        MOVE_UNIT
    }

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    Concerns concerns;

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
    private final List<UnitId> units = new ArrayList<>();
    private final List<PersonId> people = new ArrayList<>();
    private final List<ConcernNumber> numbers = new ArrayList<>();
    private final Map<Deed, Integer> done = new EnumMap<>(Deed.class);

    @Test
    void an_owner_is_always_there_and_is_never_one_who_stays_out() {
        found();

        for (var deed = 0; deed < DEEDS; deed++) {
            var next = deed < 6 ? Deed.RAISE : oneOf(List.of(Deed.values()));
            try {
                make(next);
                done.merge(next, 1, Integer::sum);
            } catch (Refusal refused) {
                assertThat(refused).isNotNull();
            }
            assertThat(withoutRightOwner())
                    .as("after %s, the %d. deed", next, deed)
                    .isEmpty();
        }

        assertThat(done.keySet()).as("every kind of deed happened").contains(Deed.values());
    }

    @Test
    void the_property_notices_an_owner_who_stays_out() {
        found();
        make(Deed.RAISE);
        var id = concerns.get(numbers.getFirst(), members.member(people.getFirst()))
                .concern();

        database.sql("insert into concern.stepped_back (concern, person) values (:concern, :owner)")
                .param("concern", id.id())
                .param("owner", id.course().owner().person().value())
                .update();

        assertThat(withoutRightOwner()).containsExactly(numbers.getFirst().toString());
    }

    private void found() {
        var mine = village.mine();
        var first = village.district(mine);
        var second = village.district(mine);
        units.addAll(List.of(mine, first, second, village.district(first), village.district(second)));
        people.add(village.holder(Role.DESK_OFFICER, mine));
        for (var role :
                List.of(Role.DESK_OFFICER, Role.SUPERVISOR, Role.SUPERVISOR, Role.SUPERVISOR, Role.UNIT_LEADER)) {
            people.add(village.holder(role, mine));
        }
        for (var unit : units.subList(1, units.size())) {
            people.add(village.holder(Role.HANDLER, unit));
            people.add(village.holder(Role.UNIT_LEADER, unit));
            people.add(village.worker(unit));
        }
    }

    private void make(Deed deed) {
        switch (deed) {
            case RAISE -> raise();
            case NAME -> recusing.name(oneOf(numbers), village.staffNumber(oneOf(people)), "说的是他", anyMember());
            case WITHDRAW_NAMING -> withdraw();
            case STEP_BACK -> stepBack();
            case WORK -> work();
            case LEAVE -> leave();
            case TRANSFER ->
                staffing.transfer(
                        oneOf(people), oneOf(units), "采煤工" + random.nextInt(9), LocalDate.now(), Village.FOUNDER);
            case GRANT ->
                granting.grant(
                        oneOf(people),
                        oneOf(List.of(Role.HANDLER, Role.UNIT_LEADER, Role.DESK_OFFICER, Role.SUPERVISOR)),
                        oneOf(units),
                        LocalDate.now(),
                        Optional.empty(),
                        Village.FOUNDER);
            case REVOKE -> revoke();
            case MOVE_UNIT -> structuring.move(oneOf(units.subList(1, units.size())), oneOf(units), Village.FOUNDER);
        }
    }

    private void raise() {
        var concern = Mine.concern(random.nextInt(4) == 0 ? "K4" : "E4", Reporter.Mode.NAMED);
        var about = random.nextBoolean() ? "" : village.staffNumber(oneOf(people));
        var raised = new NewConcern(
                concern.kind(),
                concern.matter(),
                concern.title(),
                concern.words(),
                concern.place(),
                concern.mode(),
                concern.unit(),
                concern.onBehalfOf(),
                concern.channel(),
                concern.attachments(),
                about);
        numbers.add(raising.raise(raised, Mine.token(), anyMember()).number());
    }

    private void withdraw() {
        var subject = database.sql("""
                        select n.person, c.number from concern.named n join concern.concern c on c.id = n.concern
                        where n.live and c.number = any (:numbers) order by n.id desc limit 1
                        """)
                .param("numbers", numbers.stream().map(ConcernNumber::toString).toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("number"), row.getLong("person")))
                .optional()
                .orElseThrow(Refusal.NotFound::new);
        var number = ConcernNumber.parse(subject.getKey()).orElseThrow();
        recusing.withdrawNaming(number, "p" + subject.getValue(), "写错了", ownerOf(number));
    }

    private void stepBack() {
        var number = oneOf(numbers);
        recusing.stepBack(number, "我回避", random.nextBoolean() ? ownerOf(number) : anyMember());
    }

    /** Whoever has it does what comes next. */
    private void work() {
        var number = oneOf(numbers);
        var owner = ownerOf(number);
        var lead = oneOf(units);
        switch (random.nextInt(4)) {
            case 0 -> handling.acceptAndAssign(number, "E4", lead, Set.of(), "", owner);
            case 1 -> handling.assign(number, lead, Set.of(), "", owner);
            case 2 -> handling.acknowledge(number, "", anyMember());
            default -> handling.handBack(number, "不归我们", owner);
        }
    }

    private void leave() {
        var person = oneOf(people);
        if (people.size() > 10 && random.nextInt(3) == 0) {
            village.leave(person);
            people.remove(person);
        }
    }

    private void revoke() {
        var person = oneOf(people);
        var grant = members.member(person).grants();
        if (!grant.isEmpty()) {
            granting.revoke(person, grant.getFirst().role(), grant.getFirst().unit(), Village.FOUNDER);
        }
    }

    private Actor.Member ownerOf(ConcernNumber number) {
        return database.sql("select owner_person from concern.concern where number = :number")
                .param("number", number.toString())
                .query((row, _) -> members.member(new PersonId(row.getLong("owner_person"))))
                .single();
    }

    private Actor.Member anyMember() {
        return members.member(oneOf(people));
    }

    /** Of ours, by number: the owner is gone, raised it himself or stays out; or a unit that stays out has it. */
    private List<String> withoutRightOwner() {
        return database.sql("""
                        select c.number from concern.concern c
                        where c.number = any (:numbers) and not c.over
                          and (not exists (select 1 from organization.person_card p
                                   where p.id = c.owner_person and p.left_on is null)
                               or c.owner_person = c.reporter
                               or exists (select 1 from concern.excluded x
                                   where x.concern = c.id and x.person = c.owner_person)
                               or exists (
                                   select 1 from concern.named n
                                   join concern.closed_unit u on u.named = n.id and u.closed_to = 'EVERYBODY'
                                   join organization.unit_line l on l.above = u.unit
                                   where n.concern = c.id and n.live and l.unit in (c.desk_unit, c.lead_unit)))
                        """)
                .param("numbers", numbers.stream().map(ConcernNumber::toString).toArray(String[]::new))
                .query((row, _) -> row.getString("number"))
                .list();
    }

    private <T> T oneOf(List<T> choices) {
        if (choices.isEmpty()) {
            throw new Refusal.NotFound();
        }
        return choices.get(random.nextInt(choices.size()));
    }
}
