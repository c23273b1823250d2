package cn.lianxin.personnel;

import static cn.lianxin.organization.Enterprise.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Enterprise;
import cn.lianxin.organization.UnitKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
class RosterPagesTest {

    @Autowired
    Enterprise enterprise;

    @Autowired
    RosterOffice office;

    @Autowired
    Directory directory;

    MockMvcTester browser;
    UnitId mine = new UnitId(0);
    PersonId miner = new PersonId(0);
    Actor administrator = new Actor.Visitor();

    RosterPagesTest(@Autowired WebApplicationContext context) {
        this.browser = MockMvcTester.from(context);
    }

    @BeforeEach
    void own_mine() {
        mine = enterprise.below(enterprise.group(), UnitKind.MINE, "北岭矿");
        miner = enterprise.person("单小明", mine, "采煤工");
        administrator = Enterprise.administrator(mine);
    }

    @Test
    void nobody_but_an_administrator_has_these_pages_and_a_file_belongs_to_who_sent_it() throws IOException {
        var id = office.send(mine, TODAY, line("新来的"), administrator);
        var worker = new Actor.Member(new PersonId(3), "工人", List.of());
        var colleague = new Actor.Member(
                new PersonId(4),
                "同事",
                List.of(new cn.lianxin.kernel.Grant(cn.lianxin.kernel.Role.ADMINISTRATOR, mine)));

        for (var address : List.of(
                "/personnel",
                "/personnel/rosters/" + id,
                "/personnel/rosters/" + id + "/lists/joins.csv",
                "/personnel/rosters/" + id + "/faults.csv",
                "/personnel/rosters/present.xlsx?unit=" + code())) {
            assertThat(get(address, worker)).as(address).hasStatus(404);
        }
        assertThat(get("/personnel/rosters/" + id, colleague)).hasStatus(404);
        assertThat(get("/personnel/rosters/" + id + "/lists/joins.csv", colleague))
                .hasStatus(404);
        assertThat(get("/personnel/rosters/" + id + "/lists/secrets.csv", administrator))
                .hasStatus(404);

        office.apply(id, administrator);
        assertThat(get("/personnel/rosters/" + id, colleague)).hasStatusOk();
        assertThat(get("/personnel/rosters/" + id, Enterprise.administrator(enterprise.group())))
                .hasStatus(404);
    }

    @Test
    void a_roster_is_looked_at_downloaded_and_applied() {
        var address = target(upload(code(), TODAY.toString(), line("新来的")));

        assertThat(get(address, administrator))
                .hasStatusOk()
                .bodyText()
                .contains("现有 1 人")
                .contains("新来 1 人")
                .contains("要离开 1 人，超过 5%")
                .contains("单小明");
        assertThat(get(address + "/lists/leaves.csv", administrator))
                .hasStatusOk()
                .bodyText()
                .contains("没办完的诉求")
                .contains("单小明");
        assertThat(get(address + "/lists/joins.csv", administrator)).bodyText().contains("新来的");

        var seen = office.look(idOf(address), administrator).digest();
        assertThat(apply(address, Map.of("seen", seen, "leaving", "1", "reason", "")))
                .hasStatus(422)
                .bodyText()
                .contains("请写明原因");
        assertThat(apply(address, Map.of("seen", "0", "leaving", "1", "reason", "停产")))
                .hasStatus(409)
                .bodyText()
                .contains("按现在的情况重新比对")
                .contains("停产");
        assertThat(apply(address, Map.of("seen", seen, "leaving", "1", "reason", "停产")))
                .hasStatus(303);
        assertThat(get(address, administrator)).bodyText().contains("离开 1 人").contains("停产");
        assertThat(get("/personnel", administrator)).bodyText().contains(address);
    }

    @Test
    void what_was_chosen_stays_when_the_file_is_refused() {
        assertThat(upload(code(), "2999-01-01", line("新来的")))
                .hasStatus(422)
                .bodyText()
                .contains("2999-01-01")
                .contains("roster-day-error");
        assertThat(upload(code(), "", line("新来的"))).hasStatus(422).bodyText().contains("roster-day-error");
        assertThat(upload("没有", TODAY.toString(), line("新来的")))
                .hasStatus(422)
                .bodyText()
                .contains("roster-unit-error");
        assertThat(upload(code(), TODAY.toString(), RosterOffice.HEADER))
                .hasStatus(422)
                .bodyText()
                .contains("一个人也没有");
    }

    @Test
    void the_roster_of_a_foreign_unit_cannot_be_downloaded() {
        assertThat(get("/personnel/rosters/present.xlsx?unit=" + code(), administrator))
                .hasStatusOk();
        assertThat(get("/personnel/rosters/present.xlsx?unit=" + code(), Enterprise.administrator(enterprise.group())))
                .hasStatus(422);
    }

    private String line(String name) {
        return RosterOffice.HEADER + "\n" + Enterprise.code() + "," + name + "," + code() + ",学徒,,,,,\n";
    }

    private MvcTestResult get(String address, Actor actor) {
        return browser.get()
                .uri(address)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .requestAttr(Actor.class.getName(), actor)
                .exchange();
    }

    private MvcTestResult apply(String address, Map<String, String> form) {
        var request = browser.post()
                .uri(address + "/application")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .requestAttr(Actor.class.getName(), administrator);
        for (var field : form.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.exchange();
    }

    private MvcTestResult upload(String unit, String day, String content) {
        return browser.post()
                .uri("/personnel/rosters")
                .multipart()
                .file(new MockMultipartFile("file", "花名册.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)))
                .param("unit", unit)
                .param("day", day)
                .requestAttr(Actor.class.getName(), administrator)
                .exchange();
    }

    private static String target(MvcTestResult redirected) {
        return Objects.requireNonNull(redirected.getResponse().getRedirectedUrl());
    }

    private static java.util.UUID idOf(String address) {
        return java.util.UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private String code() {
        return directory.unit(mine).code();
    }
}
