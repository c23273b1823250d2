package cn.lianxin.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Enterprise;
import cn.lianxin.organization.UnitKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
class ImportPagesTest {

    @Autowired
    Enterprise enterprise;

    @Autowired
    Directory directory;

    MockMvcTester browser;
    UnitId district = new UnitId(0);
    Actor administrator = new Actor.Visitor();

    ImportPagesTest(@Autowired WebApplicationContext context) {
        this.browser = MockMvcTester.from(context);
    }

    @BeforeEach
    void own_enterprise() {
        var mine = enterprise.below(enterprise.group(), UnitKind.MINE, "北岭煤矿");
        district = enterprise.below(mine, UnitKind.DISTRICT, "综采一队");
        administrator = Enterprise.administrator(mine);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/personnel/imports/new",
                "/organization/imports/new",
                "/personnel/imports/template.xlsx?subject=UNITS",
                "/personnel/imports/0191e1f0-0000-7000-8000-000000000000"
            })
    void for_everybody_else_these_pages_do_not_exist(String address) {
        var worker = new Actor.Member(new PersonId(3), "工人", List.of());

        for (var stranger : List.of(worker, new Actor.Visitor(), new Actor.ReceiptHolder("x"))) {
            assertThat(get(address, stranger)).hasStatus(404);
        }
    }

    @Test
    void the_address_of_before_leads_here() {
        assertThat(get("/organization/imports/new?subject=UNITS", administrator))
                .hasStatus(301)
                .hasRedirectedUrl("/personnel/imports/new?subject=UNITS");
    }

    @Test
    void a_ledger_is_uploaded_looked_at_and_imported() {
        var number = Enterprise.code();
        var wrong = upload("人员.csv", "工号,姓名,单位编码\n" + number + ",张三," + code(district) + "\n编号,李四,没有\n");
        var preview = get(target(wrong), administrator);

        assertThat(preview)
                .hasStatusOk()
                .bodyText()
                .contains("有 1 行要改")
                .contains("李四")
                .contains("没有编码为“没有”的单位");
        assertThat(get(target(wrong) + "/faults.csv", administrator))
                .hasStatusOk()
                .bodyText()
                .contains("行号,列,表里写的,怎么改")
                .contains("3,单位编码,没有,");
        assertThat(directory.personByStaffNumber(number)).isEmpty();

        var right = upload("人员.csv", "工号,姓名,单位编码\n" + number + ",张三," + code(district) + "\n");
        var address = target(right);
        assertThat(get(address, administrator)).bodyText().contains("导入全部 1 行");
        assertThat(post(address + "/application", "staff-number", "0", "person-name", "1", "person-unit", "2"))
                .hasStatus(303);
        assertThat(get(address, administrator)).bodyText().contains("新增 1，更新 0，不变 0");
        assertThat(directory.personByStaffNumber(number)).isPresent();
    }

    @Test
    void a_wrong_file_is_refused_beside_its_field() {
        assertThat(upload("人员.xlsx", "不是表格")).hasStatus(422).bodyText().contains("不是完整的 Excel 表格");
        assertThat(upload("人员.csv", "")).hasStatus(422).bodyText().contains("空的");
        assertThat(upload("", "x")).hasStatus(422).bodyText().contains("还没有选文件");
        assertThat(get("/personnel/imports/new", administrator)).bodyText().contains("template.xlsx");
    }

    @Test
    void the_template_is_a_workbook_with_the_header() {
        assertThat(get("/personnel/imports/template.xlsx?subject=PEOPLE", administrator))
                .hasStatusOk()
                .hasContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
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

    private MvcTestResult upload(String name, String content) {
        var file = new MockMultipartFile("file", name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
        return browser.post()
                .uri("/personnel/imports")
                .multipart()
                .file(file)
                .param("subject", "PEOPLE")
                .requestAttr(Actor.class.getName(), administrator)
                .exchange();
    }

    private static String target(MvcTestResult redirected) {
        return Objects.requireNonNull(redirected.getResponse().getRedirectedUrl());
    }

    private String code(UnitId unit) {
        return directory.unit(unit).code();
    }
}
