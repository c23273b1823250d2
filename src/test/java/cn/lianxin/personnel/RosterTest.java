package cn.lianxin.personnel;

import static cn.lianxin.organization.Enterprise.LONG_AGO;
import static cn.lianxin.organization.Enterprise.SETUP;
import static cn.lianxin.organization.Enterprise.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.Ownership;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.RoleHolders;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Enterprise;
import cn.lianxin.organization.Staffing;
import cn.lianxin.organization.UnitKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class RosterTest {

    @Autowired
    Enterprise enterprise;

    @Autowired
    RosterOffice office;

    @Autowired
    Directory directory;

    @Autowired
    Staffing staffing;

    @Autowired
    Village village;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    Ownership ownership;

    @Autowired
    RoleHolders holders;

    @Autowired
    JdbcClient database;

    UnitId mine = new UnitId(0);
    UnitId first = new UnitId(0);
    UnitId second = new UnitId(0);
    PersonId miner = new PersonId(0);
    Actor administrator = new Actor.Visitor();

    @BeforeEach
    void own_mine() {
        mine = enterprise.below(enterprise.group(), UnitKind.MINE, "北岭矿");
        first = enterprise.below(mine, UnitKind.DISTRICT, "综采一队");
        second = enterprise.below(mine, UnitKind.DISTRICT, "综采二队");
        miner = enterprise.person("单小明", first, "采煤工");
        administrator = Enterprise.administrator(mine);
    }

    @AfterEach
    void nothing_breaks_any_more() {
        BrokenDeparture.breaksAt = Optional.empty();
    }

    @Test
    void who_joins_moves_and_leaves_is_shown_before_anything_is_applied() throws IOException {
        var mover = enterprise.person("李调", first, "掘进工");
        var leaver = enterprise.person("周离", second, "瓦检员");
        var number = Enterprise.code();

        var id = send(
                line(miner, first, "采煤工"),
                line(mover, second, "掘进工"),
                number + ",新来的," + code(second) + ",学徒,劳务派遣,,,,");
        var plan = office.look(id, administrator);

        assertThat(plan.people()).isEqualTo(3);
        assertThat(names(plan, RosterList.JOINS)).containsExactly("新来的");
        assertThat(names(plan, RosterList.MOVES)).containsExactly("李调");
        assertThat(names(plan, RosterList.LEAVES)).containsExactly("周离");
        assertThat(names(plan, RosterList.STAYS)).containsExactly("单小明");
        assertThat(plan.list(RosterList.MOVES).getFirst().after()).isEqualTo("北岭矿 › 综采二队 · 掘进工");
        assertThat(directory.personByStaffNumber(number)).isEmpty();
        assertThat(directory.person(leaver).leftOn()).isEmpty();

        office.apply(id, administrator);

        assertThat(directory.personByStaffNumber(number).orElseThrow().unit()).contains(second);
        assertThat(directory.person(mover).unit()).contains(second);
        assertThat(directory.person(leaver).leftOn()).contains(TODAY.minusDays(1));
        assertThat(directory.person(miner).unit()).contains(first);
    }

    @Test
    void the_same_roster_twice_changes_nothing_the_second_time() throws IOException {
        var text = file(line(miner, second, "采煤机司机"), Enterprise.code() + ",新来的," + code(first) + ",,,,,,13800138000");

        office.apply(office.send(mine, TODAY, text, administrator), administrator);
        var again = office.look(office.send(mine, TODAY, text, administrator), administrator);

        assertThat(again.changesNothing()).isTrue();
        assertThat(again.count(RosterList.STAYS)).isEqualTo(2);
    }

    @Test
    void sex_and_year_of_birth_come_with_a_roster_that_has_the_columns() throws IOException {
        var text = "工号,姓名,单位编码,岗位,性别,出生年份\n%s,单小明,%s,采煤工,男,1979\n"
                .formatted(directory.person(miner).staffNumber(), code(first));

        var plan = office.apply(office.send(mine, TODAY, text, administrator), administrator);
        var again = office.look(office.send(mine, TODAY, text, administrator), administrator);

        assertThat(plan.list(RosterList.CORRECTIONS))
                .extracting(RosterLine::note)
                .contains(RosterNote.SEX, RosterNote.BIRTH_YEAR);
        assertThat(again.changesNothing()).isTrue();
    }

    @Test
    void the_roster_that_is_downloaded_comes_back_without_a_change() throws IOException {
        enterprise.person("王, \"逗号\"", first, "工人");
        staffing.appoint(miner, second, "安全网员", false, LONG_AGO, false, SETUP);
        staffing.appoint(enterprise.person("赵领", mine, "职工"), second, "队长", true, LONG_AGO, false, SETUP);

        var exported = office.export(mine, administrator);
        var plan = office.look(office.send(mine, TODAY, String.join("\n", exported), administrator), administrator);

        assertThat(exported).hasSize(6);
        assertThat(plan.faults()).isEmpty();
        assertThat(plan.changesNothing()).isTrue();
        assertThat(plan.count(RosterList.STAYS)).isEqualTo(3);
    }

    @Test
    void every_fault_is_named_with_its_row_and_nothing_is_applied() throws IOException {
        var foreign = enterprise.below(enterprise.group(), UnitKind.MINE, "别的矿");
        var foreigner = enterprise.person("吴外", foreign, "工人");
        enterprise.below(first, UnitKind.CREW, "早班");
        enterprise.below(second, UnitKind.CREW, "早班");
        var twice = Enterprise.code();
        var id = send(
                twice + ",张一," + code(first) + ",,,,,,",
                twice + ",张二," + code(second) + ",,,,,,",
                Enterprise.code() + ",没单位,没有这个单位,,,,,,",
                Enterprise.code() + ",外矿," + code(foreign) + ",,,,,,",
                Enterprise.code() + ",两个早班,早班,,,,,,",
                Enterprise.code() + ",只兼职," + code(first) + ",,,,是,,",
                Enterprise.code() + ",用工," + code(first) + ",,临时,,,,",
                Enterprise.code() + ",记号," + code(first) + ",,,大概,,,",
                Enterprise.code() + ",日子," + code(first) + ",,,,,二月三十,",
                line(foreigner, first, "工人"),
                Enterprise.code() + ",截断");

        var plan = office.look(id, administrator);

        assertThat(plan.faults())
                .extracting(fault -> fault.row() + " " + fault.column() + " " + fault.code())
                .containsExactly(
                        "3 STAFF_NUMBER roster-number-twice",
                        "4 PERSON_UNIT import-unit-unknown",
                        "5 PERSON_UNIT roster-outside-scope",
                        "6 PERSON_UNIT import-unit-ambiguous",
                        "7 BESIDES roster-main-missing",
                        "8 EMPLOYMENT import-employment-unknown",
                        "9 LEADS import-mark-unknown",
                        "10 SINCE date-unclear",
                        "11 STAFF_NUMBER organization-not-yours",
                        "12 PERSON_UNIT import-unit-unknown");
        assertThat(plan.faults().getFirst().arguments()).containsExactly(twice, 2, 3);
        assertConflict("roster-stale", () -> office.apply(id, administrator));
        assertThat(directory.personByStaffNumber(twice)).isEmpty();
        assertThat(directory.person(miner).leftOn()).isEmpty();
    }

    @Test
    void a_file_without_anybody_and_a_day_to_come_are_not_taken() {
        assertViolation("roster-empty", () -> office.send(mine, TODAY, RosterOffice.HEADER + "\n", administrator));
        assertViolation("spreadsheet-empty", () -> office.send(mine, TODAY, "", administrator));
        assertViolation(
                "date-in-future",
                () -> office.send(mine, TODAY.plusDays(1), file(line(miner, first, "")), administrator));
        assertViolation(
                "roster-day-too-old",
                () -> office.send(mine, TODAY.minusYears(1), file(line(miner, first, "")), administrator));
        assertViolation(
                "import-unit-unknown",
                () -> office.send(enterprise.group(), TODAY, file(line(miner, first, "")), administrator));
    }

    @Test
    void units_are_called_by_a_path_of_names_too() throws IOException {
        var crew = enterprise.below(first, UnitKind.CREW, "早班");
        enterprise.below(second, UnitKind.CREW, "早班");

        office.apply(send(directory.person(miner).staffNumber() + ",单小明,北岭矿/综采一队 > 早班,采煤工,,,,,"), administrator);

        assertThat(directory.person(miner).unit()).contains(crew);
    }

    @Test
    void a_second_post_is_marked_and_ends_when_the_mark_is_gone() throws IOException {
        office.apply(send(line(miner, first, "采煤工"), besides(miner, second, "安全网员")), administrator);
        assertThat(enterprise.posts(miner))
                .extracting(Enterprise.Post::unit, Enterprise.Post::main)
                .containsExactlyInAnyOrder(tuple(first, true), tuple(second, false));

        var plan = office.apply(send(line(miner, first, "采煤工")), administrator);

        assertThat(plan.list(RosterList.CORRECTIONS))
                .extracting(RosterLine::note)
                .containsExactly(RosterNote.BESIDES_ENDS);
        assertThat(enterprise.posts(miner))
                .filteredOn(post -> post.until().isEmpty())
                .hasSize(1);
    }

    @Test
    void who_leads_is_as_the_file_says() throws IOException {
        office.apply(send(number(miner) + ",单小明," + code(first) + ",队长,,是,,,"), administrator);
        assertThat(enterprise.posts(miner).getFirst().leads()).isTrue();

        office.apply(send(number(miner) + ",单小明," + code(first) + ",队长,,,,,"), administrator);
        assertThat(enterprise.posts(miner).getFirst().leads()).isFalse();
    }

    @Test
    void units_come_with_their_people_where_the_file_names_their_parents() throws IOException {
        var code = Enterprise.code();
        var text = """
                工号,姓名,单位编码,单位名称,上级单位编码,单位类型
                %s,单小明,%s-1,四点班,%s,班组
                %s,韩掘进,%s,综掘一队,%s,区队
                """.formatted(number(miner), code, code, Enterprise.code(), code, code(mine));

        var plan = office.apply(office.send(mine, TODAY, text, administrator), administrator);

        assertThat(plan.count(RosterList.UNITS)).isEqualTo(2);
        assertThat(directory.pathName(directory.person(miner).unit().orElseThrow()))
                .isEqualTo("北岭矿 › 综掘一队 › 四点班");
    }

    @Test
    void units_that_go_round_in_a_circle_are_named_and_nothing_is_done() throws IOException {
        var code = Enterprise.code();
        var text = """
                工号,姓名,单位编码,单位名称,上级单位编码,单位类型
                %1$s,单小明,%2$s-1,四点班,%2$s-2,班组
                %3$s1,韩掘进,%2$s-2,综掘一队,%2$s-1,区队
                %3$s2,卫支护,%2$s-3,俱乐部,%4$s,俱乐部
                %3$s3,卫支,%5$s,综采一队,%4$s,区队
                %3$s4,卫护,%5$s,综采三队,%4$s,区队
                """.formatted(number(miner), code, code, code(mine), code(first));

        var plan = office.look(office.send(mine, TODAY, text, administrator), administrator);

        assertThat(plan.faults())
                .extracting(fault -> fault.row() + " " + fault.column() + " " + fault.code())
                .contains(
                        "2 PARENT_CODE import-circle",
                        "3 PARENT_CODE import-circle",
                        "4 UNIT_KIND import-kind-unknown",
                        "6 PARENT_CODE roster-unit-differs");
        assertThat(directory.unitByCode(code + "-1")).isEmpty();
    }

    @Test
    void more_than_five_percent_are_let_go_only_by_number_and_reason() throws IOException {
        var lines = crowd(18);
        var id = send(lines.toArray(String[]::new));
        var plan = office.look(id, administrator);

        assertThat(plan.people()).isEqualTo(19);
        assertThat(plan.leaving()).hasSize(1);
        assertViolation("roster-leaving-unconfirmed", () -> office.apply(id, plan.digest(), "", "矿井停产", administrator));
        assertViolation("roster-leaving-unconfirmed", () -> office.apply(id, plan.digest(), "2", "x", administrator));
        assertViolation("record-reason-missing", () -> office.apply(id, plan.digest(), "1", " ", administrator));
        assertThat(directory.person(miner).leftOn()).isEmpty();

        office.apply(id, plan.digest(), "1", "调往外省", administrator);

        assertThat(directory.person(miner).leftOn()).isPresent();
        assertThat(trail(mine))
                .anySatisfy(detail -> assertThat(detail).contains("left=1").contains("调往外省"));
    }

    @Test
    void five_percent_exactly_are_let_go_without_asking() throws IOException {
        var id = send(crowd(19).toArray(String[]::new));
        var plan = office.look(id, administrator);

        office.apply(id, plan.digest(), "", "", administrator);

        assertThat(plan.people()).isEqualTo(20);
        assertThat(directory.person(miner).leftOn()).isPresent();
    }

    @Test
    void what_a_leaver_owns_moves_with_him_and_the_look_says_to_whom() throws IOException {
        var village = new Mine(this.village);
        var administrator = Enterprise.administrator(village.mine);
        var concern = inHand(village);
        var roster = withoutLine(office.export(village.mine, administrator), village.handler.person());

        var id = office.send(village.mine, TODAY, roster, administrator);
        var outcome = office.rehearse(id, administrator);
        var handover = outcome.handoverOf(number(village.handler.person()));

        assertThat(handover.open()).isEqualTo(1);
        assertThat(handover.successors())
                .containsOnlyKeys(directory.person(village.leader.person()).name());
        assertThat(owner(concern)).isEqualTo(village.handler.person());

        office.apply(id, administrator);

        assertThat(owner(concern)).isEqualTo(village.leader.person());
        assertThat(holders.holders(Role.HANDLER, village.district)).isEmpty();
    }

    @Test
    void whoever_nobody_could_succeed_is_named_and_does_not_leave() throws IOException {
        var village = new Mine(this.village);
        var administrator = Enterprise.administrator(village.mine);
        inHand(village);
        var id = office.send(
                village.mine,
                TODAY,
                file(number(village.worker.person()) + ",工," + code(village.crew) + ",,,,,,"),
                administrator);

        assertThat(office.rehearse(id, administrator).obstacles())
                .extracting(Rehearsal.Obstacle::code)
                .containsAnyOf("no-successor", "no-desk");
        assertThatThrownBy(() -> office.apply(id, administrator)).isInstanceOf(Refusal.class);
        assertThat(directory.person(village.handler.person()).leftOn()).isEmpty();
    }

    @Test
    void a_fault_in_the_middle_leaves_nothing_changed() throws IOException {
        var mover = enterprise.person("李调", first, "掘进工");
        enterprise.person("周离", second, "瓦检员");
        var last = enterprise.person("周末", second, "瓦检员");
        var number = Enterprise.code();
        var before = office.export(mine, administrator);
        var id = send(line(mover, second, "掘进工"), number + ",新来的," + code(second) + ",,,,,,");
        BrokenDeparture.breaksAt = Optional.of(last);

        assertThatThrownBy(() -> {
                    var plan = office.look(id, administrator);
                    office.apply(id, plan.digest(), "3", "试一试", administrator);
                })
                .hasMessageContaining("broken on purpose");

        assertThat(office.export(mine, administrator)).isEqualTo(before);
        assertThat(directory.personByStaffNumber(number)).isEmpty();
        BrokenDeparture.breaksAt = Optional.empty();
        office.apply(id, administrator);
        assertThat(directory.person(last).leftOn()).isPresent();
    }

    @Test
    void a_look_that_has_become_stale_is_refused() throws IOException {
        var id = send(line(miner, second, "采煤工"));
        var seen = office.look(id, administrator).digest();
        var other = enterprise.person("刚来的", first, "工人");

        assertConflict("roster-stale", () -> office.apply(id, seen, "1", "x", administrator));
        assertThat(directory.person(other).leftOn()).isEmpty();
        assertThat(directory.person(miner).unit()).contains(first);
    }

    @Test
    void what_the_organization_learnt_after_the_day_of_the_file_is_not_undone() throws IOException {
        var moved = enterprise.person("李调", first, "掘进工");
        staffing.transfer(moved, second, "掘进工", TODAY, SETUP);
        var fresh = staffing.hire(
                new cn.lianxin.organization.NewPerson(
                        Enterprise.code(), "昨天来的", cn.lianxin.organization.Employment.OWN, ""),
                SETUP);
        staffing.appoint(fresh, first, "学徒", false, TODAY.minusDays(1), true, SETUP);

        var id = office.send(
                mine, TODAY.minusDays(5), file(line(miner, first, "采煤工"), line(moved, first, "掘进工")), administrator);
        var plan = office.look(id, administrator);

        assertThat(plan.list(RosterList.WAITS)).extracting(RosterLine::note).containsOnly(RosterNote.NEWER);
        assertThat(names(plan, RosterList.WAITS)).containsExactlyInAnyOrder("李调", "昨天来的");
        assertThat(plan.changesNothing()).isTrue();
    }

    @Test
    void a_file_of_last_week_takes_effect_from_its_day() throws IOException {
        var leaver = enterprise.person("周离", second, "瓦检员");

        office.apply(
                office.send(mine, TODAY.minusDays(7), file(line(miner, second, "采煤工")), administrator), administrator);

        assertThat(directory.person(leaver).leftOn()).contains(TODAY.minusDays(8));
        assertThat(enterprise.posts(miner).getFirst().from()).isEqualTo(TODAY.minusDays(7));
    }

    @Test
    void a_row_that_begins_later_waits_for_its_day() throws IOException {
        var number = Enterprise.code();
        var id = send(
                number(miner) + ",单小明," + code(second) + ",采煤工,,,," + TODAY.plusDays(10) + ",",
                number + ",下月来的," + code(first) + ",,,,," + TODAY.plusDays(10) + ",");

        var plan = office.look(id, administrator);

        assertThat(plan.list(RosterList.WAITS)).extracting(RosterLine::note).containsOnly(RosterNote.LATER);
        assertThat(plan.changesNothing()).isTrue();
    }

    @Test
    void a_wrong_roster_is_put_right_by_the_right_one_on_the_same_day() throws IOException {
        var other = enterprise.person("周留", second, "瓦检员");
        var right = String.join("\n", office.export(mine, administrator));
        office.apply(send(line(miner, first, "采煤工")), administrator);
        assertThat(directory.person(other).leftOn()).isPresent();

        var plan = office.apply(office.send(mine, TODAY, right, administrator), administrator);

        assertThat(plan.list(RosterList.JOINS)).extracting(RosterLine::note).containsExactly(RosterNote.RETURNS);
        assertThat(directory.person(other).leftOn()).isEmpty();
        assertThat(directory.person(other).unit()).contains(second);
    }

    @Test
    void a_roster_that_was_sent_twice_is_applied_once() throws IOException {
        var id = send(line(miner, second, "采煤工"));
        var seen = office.look(id, administrator).digest();

        office.apply(id, seen, "", "", administrator);
        office.apply(id, seen, "", "", administrator);

        assertThat(trail(mine)).filteredOn(detail -> detail.contains("moved=1")).hasSize(1);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    /** So many people who stay; the miner is not among them. */
    private List<String> crowd(int size) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < size; i++) {
            lines.add(line(enterprise.person("留" + i, second, "工人"), second, "工人"));
        }
        return lines;
    }

    private Set<Long> inHand(Mine village) {
        var number = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), village.worker)
                .number();
        handling.acceptAndAssign(number, "E4", village.district, Set.of(), "", village.desk);
        handling.acknowledge(number, "", village.handler);
        return ownership.ownedBy(List.of(village.handler.person())).keySet();
    }

    private PersonId owner(Set<Long> concern) {
        return ownership.ownersOf(concern).values().iterator().next();
    }

    private String withoutLine(List<String> lines, PersonId person) {
        return String.join(
                "\n",
                lines.stream()
                        .filter(line -> !line.startsWith(number(person) + ","))
                        .toList());
    }

    private java.util.UUID send(String... lines) throws IOException {
        return office.send(mine, TODAY, file(lines), administrator);
    }

    private static String file(String... lines) {
        return RosterOffice.HEADER + "\n" + String.join("\n", lines) + "\n";
    }

    private String line(PersonId person, UnitId unit, String title) {
        var card = directory.person(person);
        return "%s,%s,%s,%s,,,,,".formatted(card.staffNumber(), card.name(), code(unit), title);
    }

    private String besides(PersonId person, UnitId unit, String title) {
        var card = directory.person(person);
        return "%s,%s,%s,%s,,,是,,".formatted(card.staffNumber(), card.name(), code(unit), title);
    }

    private static List<String> names(RosterPlan plan, RosterList list) {
        return plan.list(list).stream().map(RosterLine::name).toList();
    }

    private List<String> trail(UnitId unit) {
        return database.sql(
                        "select detail from audit.entry where action = 'personnel.roster-applied' and subject = :unit")
                .param("unit", "unit:" + unit.value())
                .query((row, _) -> row.getString("detail"))
                .list();
    }

    private static void assertConflict(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        assertThat(catchThrowableOfType(Refusal.Conflict.class, step).code()).isEqualTo(code);
    }

    private static void assertViolation(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        assertThat(catchThrowableOfType(Refusal.Violation.class, step).code()).isEqualTo(code);
    }

    private String number(PersonId person) {
        return directory.person(person).staffNumber();
    }

    private String code(UnitId unit) {
        return directory.unit(unit).code();
    }
}
