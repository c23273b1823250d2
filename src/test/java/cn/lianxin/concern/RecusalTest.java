package cn.lianxin.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.Granting;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.Door;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 回避: who is named and who steps back sees nothing, and somebody above has it in the same transaction. */
@ProductTest
class RecusalTest {

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    EscalatingConcerns escalating;

    @Autowired
    CheckingConcerns checking;

    @Autowired
    Concerns concerns;

    @Autowired
    Timeline timeline;

    @Autowired
    Village village;

    @Autowired
    Granting granting;

    @Autowired
    JdbcClient database;

    private Mine mine;

    @BeforeEach
    void found() {
        mine = new Mine(village);
    }

    @Test
    void what_speaks_of_somebody_begins_above_his_unit_and_he_and_his_unit_see_nothing() {
        var number = raise("E4", village.staffNumber(mine.leader.person()));

        assertThat(owner(number)).isEqualTo(new Owner(mine.mine, mine.desk.person()));
        assertUnseenBy(number, mine.leader);
        assertUnseenBy(number, with(mine.handler, Role.SUPERVISOR));
        assertSeenBy(number, mine.desk, mine.supervisor, mine.mineLeader, mine.worker);
        assertThat(steps(number)).containsExactly("FILED", "NAMED");
    }

    @Test
    void nobody_who_is_named_is_the_owner_even_in_the_first_step() {
        var number = raise("E4", village.staffNumber(mine.desk.person()));

        assertThat(owner(number).person()).isEqualTo(mine.supervisor.person());
        var filed = (ConcernEvent.Filed) timeline.of(id(number)).getFirst().event();
        assertThat(filed.owner()).isEqualTo(owner(number));
        assertUnseenBy(number, mine.desk);
    }

    @Test
    void the_head_of_the_highest_unit_is_looked_at_by_those_who_watch_from_outside() {
        var number = raise("K4", village.staffNumber(mine.mineLeader.person()));

        assertThat(owner(number).person()).isEqualTo(mine.supervisor.person());
        assertUnseenBy(number, with(mine.mineLeader, Role.SUPERVISOR));
        assertSeenBy(number, mine.supervisor);
    }

    @Test
    void a_unit_stands_for_its_leaders_and_its_people_stay_out_with_them() {
        var code = database.sql("select name from organization.unit_card where id = :id")
                .param("id", mine.district.value())
                .query((row, _) -> row.getString("name"))
                .single();

        var number = raise("E4", code);

        assertUnseenBy(number, mine.leader);
        assertUnseenBy(number, with(mine.handler, Role.SUPERVISOR));
        assertSeenBy(number, mine.desk);
    }

    @Test
    void who_is_named_later_loses_it_in_the_same_step_with_the_unit_that_had_it() {
        var number = raise("E4", "");
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        assertSeenBy(number, mine.handler, mine.leader);

        recusing.name(number, village.staffNumber(mine.leader.person()), "信里说的是他", mine.desk);

        assertThat(owner(number)).isEqualTo(new Owner(mine.mine, mine.desk.person()));
        assertUnseenBy(number, mine.leader);
        assertUnseenBy(number, mine.handler);
        assertThat(steps(number)).endsWith("NAMED", "CLIMBED");
        assertThat(concerns.get(number, mine.desk).concern().course().state())
                .isInstanceOf(ConcernState.Accepted.class);
        assertThatExceptionOfType(Refusal.Violation.class)
                .isThrownBy(() -> handling.assign(number, mine.district, Set.of(), "", mine.desk))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("unit-stays-out"));
        handling.assign(number, mine.other, Set.of(), "", mine.desk);
    }

    @Test
    void what_was_told_before_is_taken_out_of_the_inbox() {
        var number = raise("E4", "");
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        tell(mine.handler.person(), number);
        tell(mine.mineLeader.person(), number);

        recusing.name(number, village.staffNumber(mine.leader.person()), "信里说的是他", mine.desk);

        assertThat(told(mine.handler.person(), number)).isFalse();
        assertThat(told(mine.mineLeader.person(), number)).isTrue();
    }

    @Test
    void who_steps_back_has_it_no_more_and_the_next_by_rule_has_it_at_once() {
        var second = village.holder(Role.HANDLER, mine.district);
        var number = raise("E4", "");
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);

        recusing.stepBack(number, "他是我小舅子", mine.handler);

        assertThat(owner(number)).isEqualTo(new Owner(mine.district, second));
        assertUnseenBy(number, mine.handler);
        assertSeenBy(number, mine.leader, mine.desk);
    }

    @Test
    void who_stays_out_cannot_lend_what_is_closed_to_himself() {
        var number = raise("K4", "");
        recusing.stepBack(number, "我认识他", mine.secondSupervisor);
        var deputy = standingInFor(mine.secondSupervisor);

        assertUnseenBy(number, deputy);
        var another = raise("K4", "");
        assertSeenBy(another, deputy);
    }

    @Test
    void a_wrong_naming_is_withdrawn_by_those_who_see_it_and_that_is_kept() {
        var number = raise("E4", village.staffNumber(mine.leader.person()));
        var key = reading.open(number, Door.PAGE, mine.desk).about().getFirst().key();
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> recusing.withdrawNaming(number, key, "不是我", mine.leader));

        recusing.withdrawNaming(number, key, "说的是另一个人", mine.desk);
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);

        assertSeenBy(number, mine.leader);
        assertThat(steps(number)).contains("NAMED", "NAMING_WITHDRAWN");
    }

    @Test
    void neither_escalation_nor_a_check_nor_a_review_comes_to_who_stays_out() {
        var number = raise("E4", village.staffNumber(mine.supervisor.person()));

        assertThat(escalating.waiting(id(number)).orElseThrow().untold()).contains(mine.supervisor.person());
        assertThat(checking.hasTouched(id(number), mine.supervisor.person())).isTrue();
        assertThat(checking.hasTouched(id(number), mine.secondSupervisor.person()))
                .isFalse();
    }

    @Test
    void what_somebody_stays_out_of_is_handled_alone() {
        var main = raise("E4", "");
        var number = raise("E4", village.staffNumber(mine.leader.person()));

        assertThatExceptionOfType(Refusal.Violation.class)
                .isThrownBy(() -> handling.link(number, main, "", mine.desk))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("recused-not-linked"));
    }

    @Test
    void what_is_linked_stands_alone_again_once_somebody_steps_back() {
        var main = raise("E4", "");
        var number = raise("E4", "");
        handling.link(number, main, "", mine.desk);

        recusing.stepBack(number, "我认识他", mine.supervisor);

        assertThat(concerns.get(number, mine.desk).concern().course().state()).isInstanceOf(ConcernState.Filed.class);
        assertUnseenBy(number, mine.supervisor);
        assertSeenBy(main, mine.supervisor);
    }

    @Test
    void a_part_is_closed_to_the_same_people_as_the_whole() {
        var number = raise("E4", village.staffNumber(mine.supervisor.person()));

        var part = handling.split(number, "", "还有一件", "E4", mine.desk);

        assertUnseenBy(part, mine.supervisor);
    }

    @Test
    void a_new_role_in_the_unit_of_the_named_takes_it_from_its_owner() {
        var second = village.holder(Role.DESK_OFFICER, mine.mine);
        var number = raise("E4", village.staffNumber(mine.leader.person()));
        assertThat(owner(number).person()).isEqualTo(mine.desk.person());

        granting.grant(
                mine.desk.person(), Role.HANDLER, mine.district, LocalDate.now(), Optional.empty(), administrator());

        assertThat(owner(number).person()).isEqualTo(second);
        assertUnseenBy(number, mine.desk);
    }

    @Test
    void a_name_that_nobody_bears_is_said_and_several_of_one_name_are_all_meant() {
        assertThatExceptionOfType(Refusal.Violation.class)
                .isThrownBy(() -> raise("E4", "没有这个人"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("about-unknown"));
        var name = database.sql("select name from organization.person_card where id = :id")
                .param("id", mine.leader.person().value())
                .query((row, _) -> row.getString("name"))
                .single();

        var number = raise("E4", name);

        assertUnseenBy(number, mine.leader);
    }

    @Test
    void of_a_danger_to_life_only_he_himself_stays_out_for_his_unit_has_to_act() {
        var number = raising.raise(
                        about("C3", "透水了", village.staffNumber(mine.leader.person())), Mine.token(), mine.worker)
                .number();
        handling.acceptAndAssign(number, "C3", mine.district, Set.of(), "", mine.desk);

        assertSeenBy(number, mine.handler);
        assertUnseenBy(number, mine.leader);
    }

    private Actor.Member administrator() {
        return new Actor.Member(village.worker(mine.mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine.mine)));
    }

    /** His own roles, and one over the whole mine that stands in the database too. */
    private Actor.Member with(Actor.Member member, Role role) {
        return new Actor.Member(
                member.person(), member.name(), List.of(member.grants().getFirst(), new Grant(role, mine.mine)));
    }

    private Actor.Member standingInFor(Actor.Member absent) {
        return new Actor.Member(
                village.worker(mine.mine),
                "替",
                absent.grants(),
                List.of(new Actor.StandIn(
                        absent.person(),
                        "不在的",
                        false,
                        Instant.now().plus(Duration.ofDays(1)),
                        absent.grants(),
                        absent.grants())));
    }

    private ConcernNumber raise(String matter, String about) {
        return raising.raise(about(matter, "澡堂没热水", about), Mine.token(), mine.worker)
                .number();
    }

    private static NewConcern about(String matter, String words, String about) {
        return new NewConcern(
                ConcernKind.HELP,
                matter,
                "",
                words,
                "",
                Reporter.Mode.NAMED,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                List.of(),
                about);
    }

    private void assertUnseenBy(ConcernNumber number, Actor.Member member) {
        assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> reading.open(number, Door.PAGE, member));
    }

    private void assertSeenBy(ConcernNumber number, Actor.Member... members) {
        for (var member : members) {
            assertThat(reading.open(number, Door.PAGE, member).number()).isEqualTo(number);
        }
    }

    private Owner owner(ConcernNumber number) {
        return concerns.get(id(number)).course().owner();
    }

    private long id(ConcernNumber number) {
        return database.sql("select id from concern.concern where number = :number")
                .param("number", number.toString())
                .query(Long.class)
                .single();
    }

    private List<String> steps(ConcernNumber number) {
        return timeline.of(id(number)).stream()
                .map(step -> ConcernJson.name(step.event().getClass()))
                .toList();
    }

    private void tell(PersonId person, ConcernNumber number) {
        database.sql("""
                insert into notification.message (person, key, arguments, address, cause, at)
                values (:person, 'notice.staff.ASSIGNED', array[:number], '/', 'test:' || :number, now())
                """)
                .param("person", person.value())
                .param("number", number.toString())
                .update();
    }

    private boolean told(PersonId person, ConcernNumber number) {
        return database.sql(
                        "select exists (select 1 from notification.message where person = :person and cause = :cause)")
                .param("person", person.value())
                .param("cause", "test:" + number)
                .query(Boolean.class)
                .single();
    }
}
