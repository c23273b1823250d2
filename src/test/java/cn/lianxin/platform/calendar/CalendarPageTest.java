package cn.lianxin.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class CalendarPageTest {

    /** Invented, and balanced as the law demands. */
    private static final String LIST_OF_2027 = """
            日期,名称,类别
            2027-01-01,元旦,休
            2027-02-05,春节,休
            2027-02-06,春节,休
            2027-02-07,春节,休
            2027-02-08,春节,休
            2027-02-09,春节,休
            2027-02-10,春节,休
            2027-02-11,春节,休
            2027-01-31,春节,班
            2027-04-05,清明节,休
            2027-05-01,劳动节,休
            2027-05-02,劳动节,休
            2027-05-03,劳动节,休
            2027-05-04,劳动节,休
            2027-06-09,端午节,休
            2027-09-15,中秋节,休
            2027-10-01,国庆节,休
            2027-10-02,国庆节,休
            2027-10-03,国庆节,休
            2027-10-04,国庆节,休
            2027-10-05,国庆节,休
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    JdbcClient database;

    @Autowired
    KnownDays known;

    Actor administrator = new Actor.Visitor();
    Actor worker = new Actor.Visitor();

    @BeforeEach
    void people() {
        var mine = village.mine();
        administrator = new Actor.Member(village.worker(mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine)));
        worker = new Actor.Member(village.worker(mine), "工", List.of());
    }

    @AfterEach
    void asBefore() {
        database.sql("delete from calendar.announced_day").update();
        database.sql("delete from calendar.stoppage").update();
        known.read();
    }

    @Test
    void everybody_reads_it_and_only_administrators_keep_it() {
        assertThat(text(page(worker))).contains("2026 年", "国庆节").doesNotContain("检查并导入");
        assertThat(text(page(administrator))).contains("检查并导入", "公布停产日");
        assertThat(imported(LIST_OF_2027, worker)).hasStatus(404);
        assertThat(stoppage(LocalDate.now(WorkingCalendar.ZONE).plusDays(3), "检修", worker))
                .hasStatus(404);
    }

    @Test
    void the_list_of_the_next_year_is_taken_and_counted_by() {
        assertThat(calendar.knows(2027)).isFalse();

        assertThat(imported(LIST_OF_2027, administrator)).hasStatus(303);

        assertThat(calendar.knows(2027)).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 31))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 2, 8))).isFalse();
        assertThat(text(page(worker))).contains("2027 年").doesNotContain("还没导入");
    }

    @Test
    void a_list_that_lacks_a_make_up_day_changes_nothing_and_says_what_is_missing() {
        var answer = imported(LIST_OF_2027.replace("2027-01-31,春节,班\n", ""), administrator);

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("少了调休上班日", "原来的日历不变");
        assertThat(calendar.knows(2027)).isFalse();
    }

    @Test
    void every_faulty_row_is_named() {
        var answer = imported(
                LIST_OF_2027
                                .replace("2027-06-09,端午节,休", "2027-06-31,端午节,休")
                                .replace("2027-01-31,春节,班", "2027-02-01,春节,班")
                        + "2027-10-05,国庆节,休\n2028-01-01,元旦,休\n2027-09-15,中秋节,假\n",
                administrator);

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("看不出是哪一天", "不会是调休上班日", "第 22 行已经写过了", "前面是 2027 年的", "类别只能写");
        assertThat(calendar.knows(2027)).isFalse();
    }

    @Test
    void a_stoppage_is_announced_beforehand_and_can_be_called_off_until_it_comes() {
        var monday = LocalDate.now(WorkingCalendar.ZONE).plusWeeks(1).with(java.time.DayOfWeek.MONDAY);

        assertThat(stoppage(monday, "主井检修", administrator)).hasStatus(303);
        assertThat(calendar.isWorkingDay(monday)).isFalse();
        assertThat(text(page(worker))).contains("主井检修");

        assertThat(mvc.post()
                        .uri("/calendar/stoppages/" + monday + "/calling-off")
                        .with(SignedIn.as(administrator))
                        .exchange())
                .hasStatus(303);
        assertThat(calendar.isWorkingDay(monday)).isTrue();
    }

    @Test
    void a_stoppage_in_the_past_is_refused_and_what_was_typed_stays() {
        var answer = stoppage(LocalDate.now(WorkingCalendar.ZONE), "主井检修", administrator);

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("停产日只能提前公布", "主井检修");
    }

    @Test
    void a_roster_is_kept_and_shows_who_is_on_duty() {
        var answer = mvc.post()
                .uri("/calendar/rosters")
                .param("name", "三八制")
                .param("shifts", "早 08:00-16:00，中 16:00-24:00，夜 00:00-08:00")
                .param("pattern", "夜夜中中早早休休")
                .param("firstDay", LocalDate.now(WorkingCalendar.ZONE).toString())
                .with(SignedIn.as(administrator))
                .exchange();

        assertThat(answer).hasStatus(303);
        assertThat(text(page(worker))).contains("三八制", "早 08:00", "中 16:00", "夜 00:00");
    }

    private MvcTestResult page(Actor actor) {
        return mvc.get().uri("/calendar").with(SignedIn.as(actor)).exchange();
    }

    private MvcTestResult imported(String list, Actor by) {
        return mvc.post()
                .uri("/calendar/years")
                .multipart()
                .file(new MockMultipartFile("file", "放假.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)))
                .with(SignedIn.as(by))
                .exchange();
    }

    private MvcTestResult stoppage(LocalDate day, String reason, Actor by) {
        return mvc.post()
                .uri("/calendar/stoppages")
                .param("first", day.toString())
                .param("reason", reason)
                .with(SignedIn.as(by))
                .exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
