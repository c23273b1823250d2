package cn.lianxin.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.AbsenceClock;
import cn.lianxin.identity.GoingAway;
import cn.lianxin.identity.RoleHolders;
import cn.lianxin.identity.StandingIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is on leave or underground: at every instant somebody who is there can act on every open concern, and knows. */
@ProductTest
class NobodyWaitsTest {

    private static final Set<Move> WORK = EnumSet.of(Move.ACCEPT, Move.REPLY);

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    ConcernLists lists;

    @Autowired
    Concerns concerns;

    @Autowired
    GoingAway goingAway;

    @Autowired
    StandingIn standingIn;

    @Autowired
    AbsenceClock absences;

    @Autowired
    OwnersFollow ownersFollow;

    @Autowired
    RoleHolders holders;

    @Autowired
    Inbox inbox;

    @Autowired
    Village village;

    @Autowired
    Clock clock;

    UnitId mine;
    UnitId district;
    PersonId desk;
    PersonId handler;
    PersonId leader;
    PersonId mineLeader;
    Actor.Member worker;

    @BeforeEach
    void found() {
        mine = village.mine();
        district = village.district(mine);
        desk = village.holder(Role.DESK_OFFICER, mine);
        handler = village.holder(Role.HANDLER, district);
        leader = village.holder(Role.UNIT_LEADER, district);
        mineLeader = village.holder(Role.UNIT_LEADER, mine);
        worker = absences.member(village.worker(district));
    }

    @Test
    void a_deputy_answers_and_the_timeline_says_in_whose_place() {
        var number = assigned();
        var deputy = village.worker(mine);
        underground(handler, Optional.of(deputy));

        handling.reply(number, Mine.reply(), absences.member(deputy));

        var file = reading.open(number, Door.PAGE, absences.member(desk));
        assertThat(file.talk().getLast().inPlaceOf()).isEqualTo(file.ownerName());
        assertThat(file.talk().getLast().who()).isNotEqualTo(file.ownerName());
        assertThat(file.ownerAway().orElseThrow().underground()).isTrue();
    }

    @Test
    void without_a_deputy_the_leader_of_the_unit_acts_and_then_the_one_above() {
        var number = assigned();
        underground(handler, Optional.empty());

        assertThat(mineOf(leader)).contains(number.toString());
        assertThat(reading.open(number, Door.PAGE, absences.member(leader)).can(Move.REPLY))
                .isTrue();
        underground(leader, Optional.empty());

        assertThat(reading.open(number, Door.PAGE, absences.member(mineLeader)).can(Move.REPLY))
                .isTrue();
        assertThat(inbox.unread(mineLeader)).isPositive();
        handling.reply(number, Mine.reply(), absences.member(mineLeader));
        assertThat(reading.open(number, Door.PAGE, absences.member(desk))
                        .talk()
                        .getLast()
                        .inPlaceOf())
                .isNotEmpty();
    }

    @Test
    void what_the_stand_in_raised_himself_goes_to_somebody_else() {
        var deputy = absences.member(village.worker(district));
        var number = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), deputy)
                .number();
        handling.acceptAndAssign(number, "E4", district, Set.of(), "", absences.member(desk));
        handling.acknowledge(number, "", absences.member(handler));
        underground(handler, Optional.of(deputy.person()));

        var owner = concerns.get(number, absences.member(desk))
                .concern()
                .course()
                .owner()
                .person();
        assertThat(owner).isNotIn(handler, deputy.person());
        assertThat(reading.open(number, Door.PAGE, absences.member(deputy.person()))
                        .moves())
                .doesNotContain(Move.REPLY, Move.DECIDE_REPLY);
    }

    @Test
    void the_deputy_neither_judges_for_him_nor_sees_what_is_his_own() {
        var absent = village.holder(Role.HANDLER, district);
        var own = raising.raise(Mine.concern("K4", Reporter.Mode.CONFIDENTIAL), Mine.token(), absences.member(absent))
                .number();
        var deputy = village.worker(mine);
        underground(absent, Optional.of(deputy));
        var acting = absences.member(deputy);

        assertThat(acting.grants()).isNotEmpty();
        assertThat(lists.own(Optional.empty(), acting).rows()).isEmpty();
        assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> reading.open(own, Door.PAGE, acting));
        assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> reading.answerToJudge(own, acting));
    }

    @Test
    void a_report_of_wrongdoing_falls_to_a_supervisor_and_to_no_leader() {
        var supervisor = village.holder(Role.SUPERVISOR, mine);
        var second = village.holder(Role.SUPERVISOR, mine);
        var report = raising.raise(Mine.concern("K4", Reporter.Mode.NAMED), Mine.token(), worker)
                .number();

        underground(supervisor, Optional.empty());

        assertThat(mineOf(second)).contains(report.toString());
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> reading.open(report, Door.PAGE, absences.member(mineLeader)));
    }

    @Test
    void at_every_instant_somebody_who_is_there_can_act_and_was_told() {
        var people = new ArrayList<>(List.of(desk, handler, leader));
        var districts = new ArrayList<>(List.of(district));
        for (var more = 0; more < 3; more++) {
            var unit = village.district(mine);
            districts.add(unit);
            people.add(village.holder(Role.HANDLER, unit));
            people.add(village.holder(Role.HANDLER, unit));
            people.add(village.holder(Role.UNIT_LEADER, unit));
        }
        people.add(village.holder(Role.DESK_OFFICER, mine));
        for (var more = 0; more < 10; more++) {
            people.add(village.worker(districts.get(more % districts.size())));
        }
        var random = new Random(3);
        var numbers = new ArrayList<ConcernNumber>();
        for (var turn = 0; turn < 8; turn++) {
            var speaker = absences.member(people.get(random.nextInt(people.size())));
            var number = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), speaker)
                    .number();
            numbers.add(number);
            if (turn % 4 > 0) {
                var unit = districts.get(turn % 3 + 1);
                handling.acceptAndAssign(number, "E4", unit, Set.of(), "", absences.member(deskFor(speaker, people)));
                handling.acknowledge(number, "", absences.member(handlerIn(unit, speaker.person())));
            }
        }
        for (var moment = 0; moment < 20; moment++) {
            comeOrGo(people.get(random.nextInt(people.size())), people, random);
            absences.tick();
            ownersFollow.keepFromReporters();
            absences.tick();
            for (var number : numbers) {
                check(number);
            }
        }
    }

    private void check(ConcernNumber number) {
        var concern = concerns.get(number, absences.member(mineLeader)).concern();
        var owner = concern.course().owner();
        var reporter = concern.filing().reporter().known().stream().toList();
        var acting = standingIn.actingFor(owner.person(), List.of(owner.unit()), reporter);
        assertThat(acting).as("%s of %s", number, owner).isNotEmpty();
        for (var person : acting) {
            assertThat(standingIn.away(person))
                    .as("%s acts on %s", person, number)
                    .isEmpty();
            assertThat(reporter).doesNotContain(person);
            var member = absences.member(person);
            assertThat(reading.open(number, Door.PAGE, member).moves())
                    .as("%s of %s by %s", number, owner, member)
                    .containsAnyElementsOf(WORK);
            if (!person.equals(owner.person())) {
                assertThat(mineOf(person)).contains(number.toString());
                assertThat(absences.wasTold(person, owner.person())).isTrue();
            }
        }
    }

    private void comeOrGo(PersonId person, List<PersonId> people, Random random) {
        if (absences.comesBack(person)) {
            return;
        }
        var deputy = random.nextBoolean()
                ? Optional.of(people.get(random.nextInt(people.size()))).filter(one -> !one.equals(person))
                : Optional.<PersonId>empty();
        if (random.nextBoolean()) {
            underground(person, deputy);
        } else {
            var today = LocalDate.ofInstant(clock.instant(), Screen.ZONE);
            goingAway.leave(deputy, today, today.plusDays(2), "休假", absences.member(person));
        }
    }

    private void underground(PersonId person, Optional<PersonId> deputy) {
        var member = absences.member(person);
        goingAway.nameUsually(deputy, member);
        goingAway.underground(clock.instant().plus(Duration.ofHours(8)), member);
    }

    /** Nobody receives what he raised himself. */
    private PersonId deskFor(Actor.Member speaker, List<PersonId> people) {
        return speaker.person().equals(desk)
                ? people.stream()
                        .filter(person ->
                                !person.equals(desk) && absences.member(person).is(Role.DESK_OFFICER))
                        .findFirst()
                        .orElseThrow()
                : desk;
    }

    private PersonId handlerIn(UnitId unit, PersonId speaker) {
        return holders.holders(Role.HANDLER, unit).stream()
                .filter(person -> !person.equals(speaker))
                .findFirst()
                .orElseThrow();
    }

    private ConcernNumber assigned() {
        var number = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), worker)
                .number();
        handling.acceptAndAssign(number, "E4", district, Set.of(), "", absences.member(desk));
        handling.acknowledge(number, "", absences.member(handler));
        assertThat(concerns.get(number, absences.member(desk))
                        .concern()
                        .course()
                        .owner()
                        .person())
                .isEqualTo(handler);
        return number;
    }

    private List<String> mineOf(PersonId person) {
        return lists
                .queue(ConcernQueue.MINE, ConcernFilter.none(), Optional.empty(), Door.LIST, absences.member(person))
                .rows()
                .stream()
                .map(ConcernRow::number)
                .toList();
    }
}
