package cn.lianxin.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.duty.Duties;
import cn.lianxin.duty.KeepingDuties;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Structuring;
import cn.lianxin.organization.UnitKind;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.promise.Responsibility;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Something happens in any unit: its circle is told of it, by whoever answers for the unit and by nobody else. */
@ProductTest
class OccasionsInUnitsTest {

    private static final String DUTY = "awards";
    private static final String WHAT = "评出一名安全标兵";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    KeepingDuties keeping;

    @Autowired
    Duties duties;

    @Autowired
    Responsibility responsibility;

    @Autowired
    Directory directory;

    @Autowired
    Structuring structuring;

    @Autowired
    JdbcClient database;

    @Autowired
    Village village;

    private final Map<String, UnitId> units = new LinkedHashMap<>();

    @BeforeEach
    void found() {
        found("group", UnitKind.GROUP, "");
        found("office", UnitKind.DEPARTMENT, "group");
        found("company", UnitKind.COMPANY, "group");
        found("agency", UnitKind.CONTRACTOR, "company");
        found("mine", UnitKind.MINE, "company");
        found("section", UnitKind.DEPARTMENT, "mine");
        found("district", UnitKind.DISTRICT, "mine");
        found("crew", UnitKind.CREW, "district");
        found("other mine", UnitKind.MINE, "company");
        found("other district", UnitKind.DISTRICT, "other mine");
    }

    private void found(String name, UnitKind kind, String parent) {
        units.put(name, village.unit(kind, Optional.ofNullable(units.get(parent))));
    }

    @AfterEach
    void again() {
        TestClock.reset();
    }

    @Test
    void what_happens_in_a_district_is_due_in_its_mine_under_its_name_and_nowhere_else() {
        responsibility.assign("J5", unit("district"), unit("section"), today().minusMonths(1));

        keeping.happened(DUTY, unit("district"), today(), WHAT, as(Role.UNIT_LEADER, "district"));

        assertThat(board("mine")).contains("<h3>" + name("district") + "</h3>", WHAT, "该由" + name("section") + "公开");
        assertThat(board("other mine")).doesNotContain(WHAT);
        assertThat(board("group")).doesNotContain(WHAT);
        assertThat(mvc.get().uri("/disclosures?circle=" + unit("district").value()))
                .as("a district is no circle")
                .hasStatus(404);
    }

    @Test
    void what_happens_in_a_company_or_its_contractor_is_due_to_all_until_it_is_published() {
        var key =
                "occasion-" + keeping.happened(DUTY, unit("company"), today(), WHAT, as(Role.DESK_OFFICER, "company"));
        keeping.happened(DUTY, unit("agency"), today(), "派遣工评先", as(Role.SUPERVISOR, "company"));
        TestClock.forward(Duration.ofDays(20));

        assertThat(board("group"))
                .contains("该公开没公开</h2>", "<h3>" + name("company") + "</h3>", WHAT, "<h3>" + name("agency") + "</h3>");
        assertThat(board("mine")).doesNotContain(WHAT);

        var handler = as(Role.HANDLER, "company");
        var trial = context.getBean(Writing.class);
        var number = trial.begin(unit("company"), unit("group"), DUTY, key, handler);
        context.getBean(WritingPages.class)
                .save(number, new WritingPages.Typed("标兵名单", "一名。", ""), Optional.empty(), false, List.of(), handler);
        trial.submit(number, handler);
        context.getBean(Approving.class).approve(number, 1, false, as(Role.UNIT_LEADER, "company"));

        assertThat(board("group")).contains("标兵名单", "派遣工评先").doesNotContain(WHAT);
    }

    @Test
    void what_happened_elsewhere_is_no_occasion_for_this_circle() {
        var key = "occasion-"
                + keeping.happened(DUTY, unit("other district"), today(), WHAT, as(Role.SUPERVISOR, "company"));

        assertThatThrownBy(() -> context.getBean(Writing.class)
                        .begin(unit("district"), unit("mine"), DUTY, key, as(Role.HANDLER, "district")))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("notice-period"));
    }

    /** Every role in every unit, with every unit: what the tree allows and nothing besides. */
    @Test
    void nobody_says_it_of_a_unit_outside_his_own() {
        var tell = List.of(Role.DESK_OFFICER, Role.UNIT_LEADER, Role.SUPERVISOR);
        var told = 0;
        for (var role : List.of(
                Role.DESK_OFFICER, Role.UNIT_LEADER, Role.SUPERVISOR, Role.HANDLER, Role.DISPATCHER, Role.EDITOR)) {
            for (var holds : units.keySet()) {
                var actor = as(role, holds);
                for (var where : units.keySet()) {
                    var may = tell.contains(role)
                            && directory.upwards(unit(where)).contains(unit(holds));
                    assertThat(said(where, actor))
                            .as("%s of the %s about the %s", role, holds, where)
                            .isEqualTo(may);
                    told += may ? 1 : 0;
                }
            }
        }

        assertThat(told).isEqualTo(3 * (10 + 1 + 8 + 1 + 4 + 1 + 2 + 1 + 2 + 1));
    }

    private boolean said(String where, Actor.Member actor) {
        try {
            keeping.happened(DUTY, unit(where), today(), WHAT, actor);
            return true;
        } catch (Refusal.NotFound notHis) {
            return false;
        }
    }

    @Test
    void nothing_happens_any_more_in_a_unit_that_has_ended_and_what_did_stays_due() {
        var leader = as(Role.UNIT_LEADER, "mine");
        keeping.happened(DUTY, unit("district"), today(), WHAT, leader);
        structuring.dissolve(unit("district"), unit("section"), today(), Village.FOUNDER);

        assertThatThrownBy(() -> keeping.happened(DUTY, unit("district"), today(), WHAT, leader))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(board("mine")).contains("<h3>" + name("district") + "</h3>", WHAT);
    }

    @Test
    void the_database_refuses_another_circle_and_what_is_told_stays() {
        keeping.happened(DUTY, unit("district"), today(), WHAT, as(Role.UNIT_LEADER, "district"));

        assertRefused("does not lie in the circle", () -> insert("other mine", "district"));
        assertRefused("does not lie in the circle", () -> insert("mine", "company"));
        assertRefused("is no circle", () -> insert("district", "crew"));
        assertRefused("is no circle", () -> insert("company", "mine"));
        assertRefused(
                "stays",
                () -> database.sql("update duty.occasion set what = 'x' where circle = :mine")
                        .param("mine", unit("mine").value())
                        .update());
        assertRefused(
                "stays",
                () -> database.sql("delete from duty.occasion where circle = :mine")
                        .param("mine", unit("mine").value())
                        .update());
        insert("mine", "crew");
    }

    private void insert(String circle, String unit) {
        database.sql("""
                insert into duty.occasion (duty, circle, unit, day, what, told_by, told_at)
                values ('awards', :circle, :unit, current_date, '什么事', 1, now())
                """)
                .param("circle", unit(circle).value())
                .param("unit", unit(unit).value())
                .update();
    }

    private static void assertRefused(String why, Runnable statement) {
        assertThatThrownBy(statement::run)
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(why);
    }

    @Test
    void whoever_answers_for_units_steps_through_the_tree_to_the_one_where_it_happened() {
        var supervisor = as(Role.SUPERVISOR, "company");
        var page = "/duties/" + DUTY;

        assertThat(mvc.get().uri(page).with(SignedIn.as(supervisor)))
                .hasStatusOk()
                .bodyText()
                .contains(option("company"), option("mine"), option("agency"), "往下一层：" + name("mine"))
                .doesNotContain(option("district"), option("group"), "往上一层", "往下一层：" + name("agency"));
        assertThat(mvc.get().uri(within(page, "mine")).with(SignedIn.as(supervisor)))
                .bodyText()
                .contains(option("mine"), option("district"), "往上一层：" + name("company"), "往下一层：" + name("district"))
                .doesNotContain(option("other mine"));
        assertThat(mvc.get().uri(within(page, "other mine")).with(SignedIn.as(as(Role.UNIT_LEADER, "district"))))
                .as("where he does not stand he stands where he may")
                .bodyText()
                .contains(option("district"), option("crew"))
                .doesNotContain(option("other mine"), option("other district"));
        assertThat(mvc.get().uri(page).with(SignedIn.as(as(Role.HANDLER, "district"))))
                .bodyText()
                .doesNotContain("id=\"unit\"");
        assertThat(mvc.post()
                        .uri(page + "/occasions")
                        .param("unit", unit("crew").value() + "")
                        .param("within", unit("district").value() + "")
                        .param("day", today().toString())
                        .param("what", "")
                        .with(SignedIn.as(supervisor)))
                .hasStatus(422)
                .bodyText()
                .contains("<option value=\"" + unit("crew").value() + "\" selected>");
        assertThat(mvc.post()
                        .uri(page + "/occasions")
                        .param("unit", unit("crew").value() + "")
                        .param("day", today().toString())
                        .param("what", WHAT)
                        .with(SignedIn.as(supervisor)))
                .hasStatus(303);
        assertThat(mvc.get().uri(page).with(SignedIn.asNobody()))
                .bodyText()
                .contains(WHAT, name("crew"), name("mine") + "公开栏");
        assertThat(duties.falling(unit("mine"), today(), today().plusMonths(1))).anySatisfy(due -> {
            assertThat(due.what()).isEqualTo(WHAT);
            assertThat(due.unit()).isEqualTo(unit("crew"));
        });
    }

    private String option(String unit) {
        return "<option value=\"" + unit(unit).value() + "\"";
    }

    private String within(String page, String unit) {
        return page + "?within=" + unit(unit).value();
    }

    private String board(String circle) {
        try {
            return mvc.get()
                    .uri("/disclosures?circle=" + unit(circle).value())
                    .with(SignedIn.asNobody())
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Actor.Member as(Role role, String unit) {
        return new Actor.Member(village.worker(unit(unit)), "人", List.of(new Grant(role, unit(unit))));
    }

    private UnitId unit(String name) {
        return Objects.requireNonNull(units.get(name), name);
    }

    private String name(String unit) {
        return directory.unit(unit(unit)).name();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(TestClock.now(), WorkingCalendar.ZONE);
    }
}
