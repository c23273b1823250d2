package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class ImportJourneyTest {

    private static final Charset OFFICE = Charset.forName("GB18030");

    private static final String LEDGER = """
            编号,反映人,标题,反映时间,反映内容,答复意见,答复时间
            2549,A00045581,澡堂热水下午就断,2019-04-25 09:32:09,"夜班升井的人洗不上热水澡,已经一周了",已换锅炉换热器,2019-05-09 09:51:42
            2550,A00045582,班中餐是凉的,2019-04-26 10:01:00,馒头也不够,,
            2551,A00045583,没有写时间的一行,,看看会怎样,,
            """;

    @Autowired
    Collieries collieries;

    Colliery colliery;

    @BeforeEach
    void own_colliery() {
        colliery = collieries.found();
    }

    @Test
    void an_administrator_imports_units_and_then_their_people(Devices devices) {
        var prefix = colliery.mineCode();
        var administrator = devices.desktop().signIn(colliery.administrator());

        importFile(administrator, "import-subject.UNITS", office("单位.csv", """
                编码,上级编码,类型,名称
                #-Z1,#,区队,综掘一队
                #-Z1-1,#-Z1,班组,四点班
                """.replace("#", prefix)))
                .sees("personnel.import.ready", 2, 0, 0)
                .press("personnel.import.apply", 2)
                .sees("personnel.import.did", 2, 0, 0);
        importFile(administrator, "import-subject.PEOPLE", office("人员.csv", """
                工号,姓名,单位编码,岗位
                #-7001,韩掘进,#-Z1-1,掘进工
                #-7002,卫支护,#-Z1-1,支护工
                """.replace("#", prefix)))
                .press("personnel.import.apply", 2)
                .sees("personnel.import.did", 2, 0, 0);

        administrator
                .open("/organization/units/" + prefix + "-Z1-1")
                .seesWords("韩掘进")
                .seesWords("支护工");
        importFile(
                        administrator,
                        "import-subject.UNITS",
                        office("单位.csv", "编码,上级编码,名称\n#-Z1,#,综掘一队\n".replace("#", prefix)))
                .sees("personnel.import.ready", 0, 0, 1);
    }

    @Test
    void a_row_that_is_wrong_is_named_and_nothing_is_imported(Devices devices) throws IOException {
        var prefix = colliery.mineCode();
        var administrator = devices.desktop().signIn(colliery.administrator());

        importFile(administrator, "import-subject.PEOPLE", office("人员.csv", """
                工号,姓名,单位编码,岗位
                #-7001,韩掘进,#,掘进工
                #-7002,卫支护,没有这个单位,支护工
                """.replace("#", prefix)))
                .sees("personnel.import.faulty", 1)
                .sees("refusal.import-unit-unknown", "没有这个单位");

        assertThat(administrator.text()).doesNotContain(administrator.say("personnel.import.apply", 2));
        var faults = administrator
                .page()
                .waitForDownload(
                        administrator.page().locator("a[href*='faults.csv']").first()::click);
        assertThat(Files.readString(faults.path())).contains("没有这个单位");
    }

    @Test
    void a_file_that_is_no_table_gets_its_sentence(Devices devices) {
        var administrator = devices.desktop().signIn(colliery.administrator());

        importFile(administrator, "import-subject.UNITS", Samples.photo("单位.xlsx"));

        administrator.sees("faults.title").sees("personnel.import");
        assertThat(administrator.page().locator("input[value=UNITS]").isChecked())
                .isTrue();
    }

    @Test
    void the_ledger_an_office_keeps_comes_in_and_a_second_time_adds_nothing(Devices devices) throws IOException {
        var desk = devices.desktop().signIn(colliery.desk());

        importLedger(desk).sees("ledger.preview").seesWords("澡堂热水下午就断").sees("refusal.ledger-date-missing");
        desk.press("ledger.start", 3);
        finished(desk).sees("ledger.finished", 2, 0, 1).sees("refusal.ledger-date-missing");

        importLedger(desk).press("ledger.start", 3);
        finished(desk).sees("ledger.finished", 0, 2, 1);

        desk.open("/ledger").seesWords("登记表.csv");
        var everything = desk.page().waitForDownload(() -> {
            desk.page().locator("#format").selectOption("CSV_UTF8");
            desk.page().locator("form[action='/ledger/export'] button").click();
        });
        assertThat(Files.readString(everything.path())).contains("2019-04-25 09:32:09", "已换锅炉换热器", "班中餐是凉的");
    }

    private static Walk importFile(Walk administrator, String subject, FilePayload file) {
        return administrator
                .open("/personnel/imports/new")
                .choose(subject)
                .attach("personnel.import.file", file)
                .press("personnel.import.look");
    }

    private static Walk importLedger(Walk desk) {
        return desk.open("/ledger")
                .press("ledger.new")
                .attach("ledger.choose-file", office("登记表.csv", LEDGER))
                .press("ledger.look-first");
    }

    /** The page comes again by itself. */
    private static Walk finished(Walk desk) {
        desk.page().locator(".flash-success").waitFor();
        return desk;
    }

    private static FilePayload office(String name, String table) {
        return new FilePayload(name, "text/csv", table.getBytes(OFFICE));
    }
}
