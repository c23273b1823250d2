package cn.lianxin.promise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Structuring;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class ResponsibilityPageTest {

    final LocalDate today = LocalDate.now(TimeLimits.ZONE);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Directory directory;

    @Autowired
    Structuring structuring;

    @Autowired
    Responsibility responsibility;

    UnitId mine = new UnitId(0);
    UnitId district = new UnitId(0);
    UnitId other = new UnitId(0);
    Actor administrator = new Actor.Visitor();
    Actor worker = new Actor.Visitor();

    @BeforeEach
    void found() {
        mine = village.mine();
        district = village.district(mine);
        other = village.district(mine);
        administrator = new Actor.Member(village.worker(mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine)));
        worker = new Actor.Member(village.worker(mine), "工", List.of());
    }

    @Test
    void a_table_is_looked_at_first_and_each_entry_counts_from_its_day_on_with_the_nearest_winning() {
        var csv = "事项,单位,主办单位,生效日期\nE4,%s,%s,%s\nE4,%s,%s,%s\n"
                .formatted(code(mine), code(district), today, code(other), code(other), today.plusDays(10));

        var looked = looked(csv, administrator);

        assertThat(looked).hasStatusOk();
        assertThat(text(looked)).contains("2 行都没问题");
        assertThat(responsibility.leadFor("E4", mine, today)).isEmpty();

        assertThat(taken(
                        "2\tE4\t%s\t%s\t%s\n3\tE4\t%s\t%s\t%s"
                                .formatted(
                                        code(mine),
                                        code(district),
                                        today,
                                        code(other),
                                        code(other),
                                        today.plusDays(10)),
                        administrator))
                .hasStatus(303);

        assertThat(responsibility.leadFor("E4", other, today.plusDays(9))).contains(district);
        assertThat(responsibility.leadFor("E4", other, today.plusDays(10))).contains(other);
        assertThat(responsibility.leadFor("E4", other, today.minusDays(1))).isEmpty();
    }

    @Test
    void every_faulty_row_is_named_and_nothing_is_taken() {
        var elsewhere = village.mine();
        var csv =
                "事项,单位,主办单位,生效日期\nE4,%1$s,%2$s,%3$s\nE4,%1$s,%2$s,%3$s\nZ9,%1$s,%2$s,%3$s\nE5,%4$s,%2$s,%3$s\nE5,%1$s,无,%3$s\nE5,%1$s,%2$s,2020-01-01\nE6,%1$s,%2$s,明天\n"
                        .formatted(code(mine), code(district), today, code(elsewhere));

        var answer = looked(csv, administrator);

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("和第 2 行管的是同一件事", "没有“Z9”这个事项", "不归您管", "没有编码是“无”的单位", "已经过去的日子", "日期看不懂");
        assertThat(responsibility.leadFor("E4", mine, today)).isEmpty();
    }

    @Test
    void an_entry_is_edited_from_a_day_on_and_the_earlier_one_stays_as_history() {
        assigned("E4", mine, district, today, administrator);
        assertThat(assigned("E4", mine, other, today.plusDays(3), administrator))
                .hasStatus(303);

        assertThat(responsibility.leadFor("E4", mine, today)).contains(district);
        assertThat(responsibility.leadFor("E4", mine, today.plusDays(3))).contains(other);
        assertThat(text(page(administrator))).contains("还没到日子", "管用");
        assertThat(assigned("E4", mine, other, today.minusDays(1), administrator))
                .hasStatus(422);
        assertThat(assigned("E4", mine, other, today, worker)).hasStatus(404);
        assertThat(page(worker)).hasStatus(404);
    }

    @Test
    void a_gap_that_was_met_stands_on_the_list_until_the_table_names_somebody() {
        responsibility.meetGap("G6", district, Instant.now());
        responsibility.meetGap("G6", district, Instant.now());

        assertThat(text(page(administrator))).contains("G6 通勤补贴", code(district));
        assertThat(responsibility.gaps(mine, today))
                .singleElement()
                .satisfies(gap -> assertThat(gap.times()).isEqualTo(2));

        assigned("G6", mine, district, today, administrator);

        assertThat(responsibility.gaps(mine, today)).isEmpty();
    }

    @Test
    void what_a_unit_led_passes_to_its_successor_in_the_moment_it_ends() {
        assigned("E4", mine, district, today, administrator);
        assigned("E5", mine, other, today, administrator);

        structuring.dissolve(district, other, today, Village.FOUNDER);

        assertThat(responsibility.leadFor("E4", mine, today)).contains(other);
        assertThat(responsibility.leadFor("E5", mine, today)).contains(other);
        assertThat(responsibility.entries(mine, "E5")).hasSize(1);
    }

    private String code(UnitId unit) {
        return directory.unit(unit).code();
    }

    private MvcTestResult page(Actor by) {
        return mvc.get().uri("/responsibility").with(SignedIn.as(by)).exchange();
    }

    private MvcTestResult looked(String csv, Actor by) {
        return mvc.post()
                .uri("/responsibility/preview")
                .multipart()
                .file(new MockMultipartFile("file", "t.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .with(SignedIn.as(by))
                .exchange();
    }

    private MvcTestResult taken(String list, Actor by) {
        return mvc.post()
                .uri("/responsibility/table")
                .param("list", list)
                .with(SignedIn.as(by))
                .exchange();
    }

    private MvcTestResult assigned(String matter, UnitId unit, UnitId lead, LocalDate from, Actor by) {
        return mvc.post()
                .uri("/responsibility/entries")
                .param("matter", matter)
                .param("unit", code(unit))
                .param("lead", code(lead))
                .param("from", from.toString())
                .with(SignedIn.as(by))
                .exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
