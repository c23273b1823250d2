package cn.lianxin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.spreadsheet.SpreadsheetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A report counts what happened, says the same in all its forms, and stays as it was issued. */
@ProductTest
class ReportTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    Village village;

    Bureau bureau;
    Actor.Member desk;
    UnitId mine;

    @BeforeEach
    void found() {
        bureau = new Bureau(context);
        desk = bureau.mine.desk;
        mine = bureau.mine.mine;
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void page_paper_and_workbook_tell_the_same_numbers() throws IOException {
        var at = issued(weekWithTwelveOfWhichSixAreAnswered());

        var page = page(at);
        var paper = Paper.of(bytes(at + "/report.pdf"));
        var cells = workbook(bytes(at + "/report.xlsx"));

        var rows = page.select("main table tr");
        assertThat(rows).hasSizeGreaterThan(20);
        for (var row : rows) {
            var shown = row.children().eachText();
            assertThat(paper.squeezed()).contains(Paper.squeezed(String.join("", shown)));
            assertThat(cells).contains(shown);
        }
        assertThat(rowsOf(page, "总体情况"))
                .contains(List.of("收到", "12", "0"), List.of("受理", "12", "0"), List.of("答复", "6", "0"))
                .contains(List.of("其中按时答复", "6", "0"), List.of("期末未答复", "6", "0"), List.of("再次反映", "0", "0"));
        assertThat(rowsOf(page, "责任单位"))
                .extracting(row -> row.subList(1, row.size()))
                .containsExactlyInAnyOrder(List.of("6", "6", "0", "0"), List.of("6", "0", "0", "6"));
        assertThat(paper.width()).isBetween(209f, 211f);
        assertThat(paper.embedded()).isTrue();
        assertThat(paper.fonts()).isNotEmpty().allMatch(name -> name.matches("[A-Z]{6}\\+NotoSansSC-.*"));
    }

    @Test
    void what_fewer_than_five_said_is_told_nowhere_nor_to_be_worked_out() {
        bureau.raised(6, "E4", bureau.mine.district);
        bureau.raised(3, "A6", bureau.mine.other);
        var page = page(issued(Bureau.weekIsOver()));

        assertThat(rowsOf(page, "总体情况")).contains(List.of("收到", "9", "0"));
        assertThat(rowsOf(page, "涉及领域"))
                .allSatisfy(row -> assertThat(row.get(1)).isEqualTo("不写"));
        assertThat(rowsOf(page, "责任单位"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.get(1)).isEqualTo("不写"));
    }

    @Test
    void reports_for_all_tell_no_difference_between_each_other() {
        var week = weekOfNineOfWhichSevenAreTheDistricts();

        var ofTheDistrict = page(issued(bureau.mine.district, week, true));
        var ofTheMine = issued(mine, week, true);

        assertThat(rowsOf(ofTheDistrict, "总体情况")).contains(List.of("收到", "7", "不写"), List.of("再次反映", "不写", "不写"));
        assertThat(rowsOf(page(ofTheMine), "总体情况")).contains(List.of("收到", "不写", "不写"));
        assertThat(page(ofTheMine).text()).contains("跟别的简报对着能倒算出来的也不写");
        assertThat(rowsOf(page(ofTheMine), "责任单位")).isEmpty();
    }

    /** The office may open every concern behind. */
    @Test
    void reports_for_the_office_tell_it_what_is_large_enough() {
        var week = weekOfNineOfWhichSevenAreTheDistricts();

        issued(bureau.mine.district, week, true);

        assertThat(rowsOf(page(issued(mine, week, false)), "总体情况")).contains(List.of("收到", "9", "0"));
    }

    @Test
    void seven_concerns_of_one_worker_are_told_to_nobody_but_the_office() {
        bureau.raised(7, "E4", bureau.mine.district);
        var week = Bureau.weekIsOver();

        assertThat(rowsOf(page(issued(mine, week, true)), "总体情况")).contains(List.of("收到", "不写", "不写"));
    }

    @Test
    void a_report_of_wrongdoing_is_in_no_number() {
        bureau.raised(7, "E4", bureau.mine.district);
        for (var i = 0; i < 6; i++) {
            context.getBean(cn.lianxin.concern.RaisingConcerns.class)
                    .raise(
                            cn.lianxin.concern.Mine.concern("K4", cn.lianxin.concern.Reporter.Mode.NAMED),
                            cn.lianxin.concern.Mine.token(),
                            bureau.mine.worker);
        }

        assertThat(rowsOf(page(issued(Bureau.weekIsOver())), "总体情况")).contains(List.of("收到", "7", "0"));
    }

    @Test
    void what_was_issued_stays_and_a_correction_names_it() {
        var numbers = bureau.raised(12, "E4", bureau.mine.district);
        var week = Bureau.weekIsOver();
        var first = issued(week);
        var before = page(first).select("main table").text();
        bureau.answered(numbers);

        assertThat(mvc.perform(post("/reports")
                                .param("unit", Long.toString(mine.value()))
                                .param("period", week.code())
                                .with(SignedIn.as(desk)))
                        .getResponse()
                        .getStatus())
                .isEqualTo(409);
        var second = address(
                mvc.perform(post(first + "/correction").param("remarks", "漏了两件").with(SignedIn.as(desk))));

        assertThat(page(first).select("main table").text()).isEqualTo(before);
        assertThat(page(first).text()).contains("这一期已经更正");
        assertThat(page(second).text()).contains("本期为第 2 期，更正第 1 期", "漏了两件");
        assertThat(mvc.perform(post(first + "/correction")
                                .param("remarks", "再改")
                                .with(SignedIn.as(desk)))
                        .getResponse()
                        .getStatus())
                .isEqualTo(409);
        assertThat(mvc.perform(post(second + "/correction").with(SignedIn.as(desk)))
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        assertThatThrownBy(() -> database.sql("update report.issue set contents = contents")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed");
    }

    @Test
    void what_was_altered_behind_its_digest_is_not_shown() {
        var contents = new Contents("矿", "2026-11", Contents.DEFINITIONS, List.of(), List.of(), List.of(), "");
        var written = contents.written();

        assertThat(Contents.read(written, Contents.digestOf(written))).isEqualTo(contents);
        assertThatThrownBy(() -> Contents.read(written.replace("矿", "井"), Contents.digestOf(written)))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("report-altered");
    }

    @Test
    void the_annual_report_tells_what_petition_rules_ask_for() {
        var numbers = bureau.raised(8, "E4", bureau.mine.district);
        bureau.answered(numbers);
        var year = Period.around(
                ReportKind.YEAR, java.time.LocalDate.ofInstant(TestClock.now(), cn.lianxin.platform.web.Screen.ZONE));
        TestClock.forward(java.time.Duration.between(TestClock.now(), year.due()));

        var page = page(issued(year));

        assertThat(rowsOf(page, "总体情况")).contains(List.of("收到", "8", "0"));
        assertThat(rowsOf(page, "涉及领域")).hasSize(1);
        assertThat(rowsOf(page, "责任单位")).hasSize(1);
        assertThat(rowsOf(page, "转送、交办和督办")).contains(List.of("交办", "8", "0"));
        assertThat(rowsOf(page, "建议和采纳")).extracting(row -> row.get(0)).contains("采纳", "没有采纳");
        assertThat(page.text()).contains("职工评价", "说明和建议", "改进班车");
    }

    private Period weekWithTwelveOfWhichSixAreAnswered() {
        List<ConcernNumber> answered = bureau.raised(6, "E4", bureau.mine.district);
        bureau.raised(6, "E4", bureau.mine.other);
        bureau.answered(answered);
        return Bureau.weekIsOver();
    }

    /** Seven people of the district and two of the other. */
    private Period weekOfNineOfWhichSevenAreTheDistricts() {
        bureau.raisedByAsMany(7, bureau.mine.district);
        bureau.raisedByAsMany(2, bureau.mine.other);
        return Bureau.weekIsOver();
    }

    private String issued(Period period) {
        return issued(mine, period, false);
    }

    private String issued(UnitId unit, Period period, boolean open) {
        return address(mvc.perform(post("/reports")
                .param("unit", Long.toString(unit.value()))
                .param("open", Boolean.toString(open))
                .param("period", period.code())
                .param("remarks", "改进班车")
                .with(SignedIn.as(desk))));
    }

    private static String address(MvcTestResult answer) {
        assertThat(answer.getResponse().getStatus()).isEqualTo(303);
        return Objects.requireNonNull(answer.getResponse().getHeader("Location"));
    }

    private Document page(String at) {
        return Jsoup.parse(new String(bytes(at), java.nio.charset.StandardCharsets.UTF_8));
    }

    private byte[] bytes(String at) {
        var answer = mvc.perform(get(at).with(SignedIn.as(desk))).getResponse();
        assertThat(answer.getStatus()).as(at).isEqualTo(200);
        return answer.getContentAsByteArray();
    }

    private static List<List<String>> rowsOf(Document page, String heading) {
        return page.select("section:has(h2:contains(" + heading + ")) tbody tr").stream()
                .map(row -> row.children().eachText())
                .toList();
    }

    private static List<List<String>> workbook(byte[] bytes) throws IOException {
        var file = Files.createTempFile("report", ".xlsx");
        try {
            Files.write(file, bytes);
            try (var book = SpreadsheetReader.open(file, "report.xlsx")) {
                return book.rows()
                        .map(row -> row.cells().stream()
                                .filter(cell -> !cell.isEmpty())
                                .toList())
                        .toList();
            }
        } finally {
            Files.delete(file);
        }
    }
}
