package cn.lianxin.organization;

import static cn.lianxin.organization.Enterprise.SETUP;
import static cn.lianxin.organization.Enterprise.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
class OrganizationPagesTest {

    @Autowired
    Enterprise enterprise;

    @Autowired
    Staffing staffing;

    @Autowired
    Structuring structuring;

    @Autowired
    Directory directory;

    MockMvcTester browser;
    UnitId group = new UnitId(0);
    UnitId mine = new UnitId(0);
    UnitId district = new UnitId(0);
    PersonId miner = new PersonId(0);
    Actor administrator = new Actor.Visitor();

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient database;

    OrganizationPagesTest(@Autowired WebApplicationContext context) {
        this.browser = MockMvcTester.from(context);
    }

    @BeforeEach
    void own_enterprise() {
        group = enterprise.group();
        mine = enterprise.below(group, UnitKind.MINE, "北岭煤矿");
        district = enterprise.below(mine, UnitKind.DISTRICT, "综采一队");
        enterprise.below(district, UnitKind.CREW, "早班");
        miner = enterprise.person("单小明", district, "采煤机司机");
        staffing.appoint(miner, mine, "安全网员", false, Enterprise.LONG_AGO, false, SETUP);
        administrator = Enterprise.administrator(mine);
    }

    @Test
    void the_tree_is_walked_down_from_ones_own_unit() {
        assertThat(page("/organization")).contains("北岭煤矿").contains("您管理的单位");
        assertThat(page("/organization/units/" + code(mine))).contains("综采一队").contains("安全网员");
        assertThat(page("/organization/units/" + code(district)))
                .contains("早班")
                .contains("单小明")
                .contains("采煤机司机")
                .contains("测试集团")
                .doesNotContain("href=\"/organization/units/" + code(group));
    }

    @Test
    void people_are_found_and_shown_with_their_history() {
        assertThat(page("/organization?words=" + number())).contains("单小明").contains("综采一队");
        var other = enterprise.below(mine, UnitKind.DISTRICT, "掘进二队");
        staffing.transfer(miner, other, "掘进工", TODAY, SETUP);
        staffing.leave(miner, TODAY, SETUP);

        assertThat(page("/organization?words=sxm")).contains("单小明").contains(number());
        assertThat(page("/organization/people/" + number()))
                .contains("综采一队")
                .contains("掘进二队")
                .contains("重新入职")
                .contains("兼任");
        assertThat(english("/organization/people/" + number())).contains("Posts, now and before");
        assertThat(english("/organization/units/" + code(district))).contains("Take a person on");
        assertThat(english("/organization?words=zzzzz")).contains("Nobody was found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organization", "/organization/units/{unit}", "/organization/people/{person}"})
    void for_everybody_else_these_pages_do_not_exist(String address) {
        var path = address.replace("{unit}", code(mine)).replace("{person}", number());
        var worker = new Actor.Member(new PersonId(3), "工人", List.of());

        for (var stranger : List.of(worker, new Actor.Visitor(), new Actor.ReceiptHolder("x"))) {
            assertThat(get(path, stranger)).hasStatus(404);
        }
        if (path.contains("/units/") || path.contains("/people/")) {
            var elsewhere = Enterprise.administrator(enterprise.group());
            assertThat(get(path, elsewhere)).hasStatus(404);
        }
    }

    @Test
    void a_unit_is_founded_renamed_moved_and_dissolved_by_forms() {
        var code = Enterprise.code();

        assertThat(post(
                        "/organization/units/" + code(mine) + "/children",
                        "code",
                        code,
                        "name",
                        "机电队",
                        "kind",
                        "DISTRICT"))
                .hasStatus(303);
        assertThat(post("/organization/units/" + code + "/name", "name", "机电一队", "shortName", "机电", "kind", "DISTRICT"))
                .hasStatus(303);
        assertThat(post("/organization/units/" + code + "/parent", "parent", code(district)))
                .hasStatus(303);
        var unit = directory.unitByCode(code).orElseThrow();
        assertThat(directory.pathName(unit.id())).isEqualTo("北岭煤矿 › 综采一队 › 机电");
        assertThat(post(
                        "/organization/units/" + code + "/dissolution",
                        "successor",
                        code(district),
                        "on",
                        TODAY.toString()))
                .hasStatus(303);
        assertThat(directory.stands(unit.id())).isFalse();
        assertThat(page("/organization/units/" + code + "?done=dissolve"))
                .contains("已经撤销")
                .contains("已转到");
    }

    @Test
    void a_refused_form_comes_back_with_what_was_typed() {
        var longName = "长".repeat(61);

        var refused = post(
                "/organization/units/" + code(mine) + "/children", "code", "X 1", "name", longName, "kind", "DISTRICT");
        var taken = post(
                "/organization/units/" + code(mine) + "/children",
                "code",
                code(district),
                "name",
                "机电队",
                "kind",
                "DISTRICT");
        var circle = post("/organization/units/" + code(mine) + "/parent", "parent", code(district));

        assertThat(refused)
                .hasStatus(422)
                .bodyText()
                .contains("X 1")
                .contains(longName)
                .contains("role=\"alert\"");
        assertThat(taken).hasStatus(409).bodyText().contains("机电队").contains(code(district));
        assertThat(circle).hasStatus(422).bodyText().contains("它自己或它的下级");
        assertThat(post("/organization/units/" + code(mine) + "/parent", "parent", code(group)))
                .hasStatus(422);
    }

    @Test
    void a_person_is_hired_transferred_and_let_go_by_forms() {
        var number = Enterprise.code();
        var address = "/organization/people/" + number;

        assertThat(post(
                        "/organization/units/" + code(district) + "/people",
                        "staffNumber",
                        number,
                        "name",
                        "新来的",
                        "title",
                        "学徒",
                        "employment",
                        "OWN",
                        "phone",
                        "",
                        "from",
                        TODAY.minusDays(3).toString()))
                .hasStatus(303);
        assertThat(post(address + "/particulars", "name", "新来", "employment", "DISPATCHED", "phone", "13800138000"))
                .hasStatus(303);
        assertThat(post(address + "/traits", "sex", "FEMALE", "birthYear", "1985"))
                .hasStatus(303);
        assertThat(post(address + "/traits", "sex", "", "birthYear", "")).hasStatus(422);
        assertThat(post(address + "/traits", "sex", "", "birthYear", "85岁")).hasStatus(422);
        assertThat(traits(number)).isEqualTo("FEMALE 1985");
        assertThat(page(address)).doesNotContain("1985");
        assertThat(post(address + "/traits", "sex", "MALE", "birthYear", "", "forget", "on"))
                .hasStatus(303);
        assertThat(traits(number)).isEqualTo("MALE null");
        assertThat(database.sql("""
                        select count(*) from audit.entry e join organization.person p on e.subject = 'person:' || p.id
                        where e.action = 'organization.traits-corrected' and e.detail = '' and p.staff_number = :number
                        """)
                        .param("number", number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(post(address + "/appointments", "unit", code(mine), "title", "工会委员", "from", TODAY.toString()))
                .hasStatus(303);
        assertThat(post(address + "/transfer", "unit", code(mine), "title", "采煤工", "from", "明天"))
                .hasStatus(422);
        assertThat(post(address + "/transfer", "unit", code(mine), "title", "采煤工", "from", TODAY.toString()))
                .hasStatus(303);
        assertThat(post(address + "/leaving", "on", TODAY.toString())).hasStatus(303);
        assertThat(post(address + "/leaving", "on", TODAY.toString())).hasStatus(409);
        assertThat(page(address))
                .contains("采煤工")
                .contains("工会委员")
                .contains("新来")
                .contains("13800138000");
    }

    private String page(String address) {
        var result = get(address, administrator);
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private String english(String address) {
        var result = browser.get()
                .uri(address)
                .cookie(new jakarta.servlet.http.Cookie("language", "en"))
                .requestAttr(Actor.class.getName(), administrator)
                .exchange();
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String address, Actor actor) {
        return browser.get()
                .uri(address)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .requestAttr(Actor.class.getName(), actor)
                .exchange();
    }

    private MvcTestResult post(String address, String... form) {
        var request = browser.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .requestAttr(Actor.class.getName(), administrator);
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private String code(UnitId unit) {
        return directory.unit(unit).code();
    }

    private String number() {
        return directory.person(miner).staffNumber();
    }

    private String traits(String number) {
        return database.sql("select sex, birth_year from organization.person where staff_number = :number")
                .param("number", number)
                .query((row, _) -> row.getString("sex") + " " + row.getObject("birth_year"))
                .single();
    }
}
