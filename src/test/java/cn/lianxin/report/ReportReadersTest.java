package cn.lianxin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.Mine;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class ReportReadersTest {

    private static final List<String> WHOLE = List.of("", "/report.pdf", "/report.xlsx");
    private static final List<String> SHEET = List.of("/sheet", "/sheet.pdf");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Issuing issuing;

    Mine mine;
    Mine elsewhere;

    @BeforeEach
    void found() {
        mine = new Mine(village);
        elsewhere = new Mine(village);
    }

    @Test
    void the_office_leaders_and_supervisors_read_all_of_their_units_and_below() {
        var ofTheMine = issued(mine.mine, false);
        var ofTheDistrict = issued(mine.district, false);

        for (var reader : List.of(mine.desk, mine.mineLeader, mine.supervisor)) {
            assertAnswers(ofTheMine, reader, 200, 200);
            assertAnswers(ofTheDistrict, reader, 200, 200);
        }
        assertAnswers(ofTheDistrict, mine.leader, 200, 200);
        assertAnswers(ofTheMine, mine.leader, 404, 200);
    }

    @Test
    void workers_read_the_sheet_of_their_units_and_all_of_what_was_issued_for_them() {
        var closed = issued(mine.mine, false);
        var open = issued(mine.district, true);

        assertAnswers(closed, mine.worker, 404, 200);
        assertAnswers(open, mine.worker, 200, 200);
        assertThat(list(mine.worker))
                .contains("/reports/" + closed + "/sheet", "/reports/" + open)
                .doesNotContain("/reports/" + closed);
    }

    @Test
    void elsewhere_it_does_not_exist() {
        var id = issued(mine.mine, true);

        for (var other : List.of(elsewhere.worker, elsewhere.desk, elsewhere.mineLeader, elsewhere.supervisor)) {
            assertAnswers(id, other, 404, 404);
            assertThat(list(other)).noneMatch(link -> link.startsWith("/reports/" + id));
        }
        assertThat(status(mvc.perform(post("/reports/" + id + "/correction")
                        .param("remarks", "不对")
                        .with(SignedIn.as(mine.worker)))))
                .isEqualTo(404);
        assertThat(status(issue(mine.mine, "2026-01", elsewhere.desk))).isEqualTo(404);
        assertThat(status(issue(mine.mine, "2026-01", mine.worker))).isEqualTo(404);
        assertThat(status(issue(new UnitId(999_999_999), "2026-01", mine.desk))).isEqualTo(404);
        assertThat(status(mvc.perform(get("/reports/x").with(SignedIn.as(mine.desk)))))
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-13, 没有“2026-13”这样的时间",
        "昨天, 没有“昨天”这样的时间",
        "'', 没有“”这样的时间",
        "2999, 2999 还没有过完",
        "2999-W10, 2999-W10 还没有过完"
    })
    void a_time_that_is_none_or_not_over_is_refused_in_a_sentence(String period, String sentence) {
        var answer = issue(mine.mine, period, mine.desk);

        assertThat(status(answer)).isEqualTo(422);
        assertThat(answer).bodyText().contains(sentence);
    }

    @Test
    void whoever_has_no_address_is_told_to_confirm_one_first_and_may_only_subscribe_to_his_own() {
        assertThat(subscribe(mine.mine, mine.desk)).bodyText().contains("请先在“怎么通知我”里确认您的邮箱");
        assertThat(status(subscribe(mine.mine, elsewhere.desk))).isEqualTo(404);
        assertThat(status(subscribe(mine.mine, mine.worker))).isEqualTo(404);
    }

    private MvcTestResult subscribe(UnitId unit, Actor by) {
        return mvc.perform(post("/reports/subscriptions")
                .param("unit", Long.toString(unit.value()))
                .param("kind", "WEEK")
                .with(SignedIn.as(by)));
    }

    private MvcTestResult issue(UnitId unit, String period, Actor by) {
        return mvc.perform(post("/reports")
                .param("unit", Long.toString(unit.value()))
                .param("period", period)
                .with(SignedIn.as(by)));
    }

    private long issued(UnitId unit, boolean open) {
        return issuing.issue(unit, "2026-01", "", open, mine.desk);
    }

    private void assertAnswers(long id, Actor reader, int whole, int sheet) {
        for (var path : WHOLE) {
            assertThat(status(mvc.perform(get("/reports/" + id + path).with(SignedIn.as(reader)))))
                    .as(path)
                    .isEqualTo(whole);
        }
        for (var path : SHEET) {
            assertThat(status(mvc.perform(get("/reports/" + id + path).with(SignedIn.as(reader)))))
                    .as(path)
                    .isEqualTo(sheet);
        }
    }

    private List<String> list(Actor reader) {
        var page = new String(
                mvc.perform(get("/reports").with(SignedIn.as(reader)))
                        .getResponse()
                        .getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
        return Jsoup.parse(page).select("main a").eachAttr("href");
    }

    private static int status(MvcTestResult answer) {
        return answer.getResponse().getStatus();
    }
}
