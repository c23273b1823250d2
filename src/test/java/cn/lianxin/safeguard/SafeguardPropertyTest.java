package cn.lianxin.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.RecusingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.AbsenceClock;
import cn.lianxin.identity.Granting;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Staffing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever is named, moved, given and called for: what somebody has before him is never of a concern in which he is accused, of
 * the line of the accused, stepped back, the owner or the one who raised it; it stands before one person; and to everybody else
 * there is nothing.
 */
@ProductTest
class SafeguardPropertyTest {

    private static final long SEED = 20_261_129;
    private static final int DEEDS = 160;

    /** So many have a role in the group, and as many in the mine. */
    private static final int OFFICE = 4;

    private static final Map<String, String> REASONS = Map.of(
            "owns it",
            "select exists (select 1 from concern.concern c where c.id = :concern and c.owner_person = :person)",
            "is named",
            "select exists (select 1 from concern.named n where n.concern = :concern and n.live and n.person = :person)",
            "stepped back",
            "select exists (select 1 from concern.stepped_back b where b.concern = :concern and b.person = :person)",
            "answers for a unit that handles it",
            """
            select exists (
                select 1 from concern.concern c
                join organization.unit_line l on l.unit = c.lead_unit
                join identity.role_holder h on h.unit = l.above and h.role in ('HANDLER', 'UNIT_LEADER')
                where c.id = :concern and h.person = :person)
            """,
            "works or has a role where one of the named has a post",
            """
            select exists (
                select 1 from concern.named n
                join organization.person_post theirs on theirs.person = n.person
                join organization.unit_card card on card.id = theirs.unit and card.parent is not null
                join organization.unit_line l on l.above = theirs.unit
                where n.concern = :concern and n.live
                  and (exists (select 1 from organization.person_post p where p.person = :person and p.unit = l.unit)
                       or exists (select 1 from identity.role_holder h where h.person = :person and h.unit = l.unit)))
            """);

    private enum Deed {
        RAISE,
        CALL,
        NAME,
        STEP_BACK,
        ASSIGN,
        TRANSFER,
        GRANT,
        REVOKE,
        WAIT,
        SETTLE
    }

    @Autowired
    SpeakingUp speakingUp;

    @Autowired
    LookingAfter lookingAfter;

    @Autowired
    Watching watching;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    Granting granting;

    @Autowired
    Staffing staffing;

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
    private final Map<ConcernNumber, PersonId> reporters = new HashMap<>();
    private final Map<Deed, Integer> done = new EnumMap<>(Deed.class);
    private int seen;

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void it_never_stands_before_the_accused_his_line_or_anybody_but_one_from_outside() {
        found();

        for (var deed = 0; deed < DEEDS; deed++) {
            var next = deed < 6 ? Deed.RAISE : deed < 12 ? Deed.CALL : oneOf(List.of(Deed.values()));
            try {
                make(next);
                done.merge(next, 1, Integer::sum);
            } catch (Refusal refused) {
                assertThat(refused).isNotNull();
            }
            assertThat(wrongEyes()).as("after %s, the %d. deed", next, deed).isEmpty();
        }

        assertThat(done.keySet()).as("every kind of deed happened").contains(Deed.values());
        assertThat(seen).as("somebody had it, most of the time").isGreaterThan(DEEDS);
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

    private void make(Deed deed) {
        switch (deed) {
            case RAISE -> raise();
            case CALL -> {
                var number = oneOf(numbers);
                speakingUp.trouble(number, members.member(Objects.requireNonNull(reporters.get(number))));
            }
            case NAME -> recusing.name(oneOf(numbers), village.staffNumber(oneOf(people)), "说的是他", anyMember());
            case STEP_BACK -> recusing.stepBack(oneOf(numbers), "我回避", anyMember());
            case ASSIGN -> {
                var number = oneOf(numbers);
                handling.acceptAndAssign(number, "E4", oneOf(units), Set.of(), "", ownerOf(number));
            }
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
            case REVOKE -> {
                var person = oneOf(people);
                var grant = oneOf(members.member(person).grants());
                granting.revoke(person, grant.role(), grant.unit(), Village.FOUNDER);
            }
            case WAIT -> TestClock.forward(Duration.ofHours(26));
            case SETTLE -> watching.passOn();
        }
    }

    private void raise() {
        var reporter = oneOf(people);
        var mode = random.nextBoolean() ? Reporter.Mode.NAMED : Reporter.Mode.CONFIDENTIAL;
        var about = random.nextInt(3) == 0 ? "" : village.staffNumber(accused());
        var number = raising.raise(Guarding.about(matter(), mode, about), Mine.token(), members.member(reporter))
                .number();
        numbers.add(number);
        reporters.put(number, reporter);
    }

    /** Half of them of the office of the mine, beside those who would look after whoever spoke. */
    private PersonId accused() {
        return random.nextBoolean() ? oneOf(people) : oneOf(people.subList(OFFICE, 2 * OFFICE));
    }

    /** Of a danger to life the units of the accused see everything, because they have to act; not what is here. */
    private String matter() {
        return switch (random.nextInt(4)) {
            case 0 -> "K4";
            case 1, 2 -> Guarding.DANGER;
            default -> "E4";
        };
    }

    /** By number and person, what somebody sees who must not; found without a word of the rule by which it is given. */
    private Set<String> wrongEyes() {
        var wrong = new TreeSet<String>();
        var holders = new HashMap<Long, Integer>();
        for (var person : people) {
            var member = members.member(person);
            for (var entry : lookingAfter.work(member)) {
                seen++;
                holders.merge(entry.id(), 1, Integer::sum);
                reasonAgainst(entry, person)
                        .ifPresent(why -> wrong.add(entry.number() + " before " + person + ": " + why));
            }
            for (var number : numbers.isEmpty() ? numbers : List.of(oneOf(numbers))) {
                if (!person.equals(reporters.get(number)) && findsPage(number, member)) {
                    wrong.add(number + " shows its page to " + person);
                }
            }
        }
        holders.forEach((entry, eyes) -> {
            if (eyes > 1) {
                wrong.add("entry " + entry + " stands before " + eyes);
            }
        });
        return wrong;
    }

    private boolean findsPage(ConcernNumber number, Actor.Member member) {
        try {
            return !speakingUp.page(number, member).until().equals(Instant.MIN);
        } catch (Refusal.NotFound hidden) {
            return false;
        }
    }

    private Optional<String> reasonAgainst(Entry entry, PersonId person) {
        if (person.equals(reporters.get(ConcernNumber.parse(entry.number()).orElseThrow()))) {
            return Optional.of("raised it");
        }
        for (var reason : REASONS.entrySet()) {
            var met = database.sql(reason.getValue())
                    .param("concern", entry.concern())
                    .param("person", person.value())
                    .query(Boolean.class)
                    .single();
            if (met) {
                return Optional.of(reason.getKey());
            }
        }
        return Optional.empty();
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

    private <T> T oneOf(List<T> choices) {
        if (choices.isEmpty()) {
            throw new Refusal.NotFound();
        }
        return choices.get(random.nextInt(choices.size()));
    }
}
