package cn.lianxin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The sheet on the notice board, for people without a telephone. */
@ProductTest
class NoticeSheetTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    Issuing issuing;

    @Autowired
    Papers papers;

    @Autowired
    MessageSource messages;

    Bureau bureau;

    @BeforeEach
    void found() {
        bureau = new Bureau(context);
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void it_lists_what_was_concluded_under_a_name_and_no_word_of_anybody() {
        var named = bureau.raised(6, "E4", bureau.mine.district);
        var others = new ArrayList<ConcernNumber>();
        others.addAll(bureau.raised(2, "E4", bureau.mine.district, Reporter.Mode.CONFIDENTIAL));
        others.addAll(bureau.raised(2, "E4", bureau.mine.district, Reporter.Mode.ANONYMOUS));
        bureau.answered(named);
        bureau.answered(others);
        var all = new ArrayList<>(named);
        all.addAll(others);
        bureau.concluded(all);
        var id = issued();

        var page = text("/reports/" + id + "/sheet");
        var paper = Paper.of(bytes("/reports/" + id + "/sheet.pdf"));

        for (var said : List.of(page, paper.text())) {
            var squeezed = Paper.squeezed(said);
            assertThat(squeezed).contains("《澡堂管理办法》", "支持，已照办");
            named.forEach(number -> assertThat(squeezed).contains(number.toString()));
            others.forEach(number -> assertThat(squeezed).doesNotContain(number.toString()));
            assertThat(squeezed).doesNotContain("没热水", "换热器", "矿工");
        }
    }

    @Test
    void fewer_than_five_are_not_listed() {
        var named = bureau.raised(4, "E4", bureau.mine.district);
        bureau.answered(named);
        bureau.concluded(named);

        var page = text("/reports/" + issued() + "/sheet");

        assertThat(page).contains("不足 5 件");
        named.forEach(number -> assertThat(page).doesNotContain(number.toString()));
    }

    @Test
    void it_is_a3_across_readable_at_two_metres_with_its_letters_inside_on_as_many_pages_as_it_needs() {
        var rare = "《矿山安全法》第二十条；㙓㠇龘鿍，“全角”——（括号）…… ABC 123";
        var matters = IntStream.range(0, 60)
                .mapToObj(place -> new LaidOut.Matter(
                        "2026-4839-%04d".formatted(place), "澡堂、热水和更衣室的管理", "支持，已照办。依据：" + rare, "生活服务中心", "2026-11-29"))
                .toList();
        var report = new LaidOut(
                "x",
                "x",
                List.of(),
                List.of(),
                "",
                new LaidOut.Sheet("北岭矿 办结事项公示", "2026 年 11 月办结、可以公布的事项。", matters, "", List.of()),
                List.of("第 1 期"));

        var bytes = papers.sheet(report, new cn.lianxin.platform.web.Words(messages, Locale.SIMPLIFIED_CHINESE));

        var paper = Paper.of(bytes);
        assertThat(paper.width()).isBetween(419.5f, 420.5f);
        assertThat(paper.height()).isBetween(296.5f, 297.5f);
        assertThat(paper.pages()).isGreaterThan(4);
        assertThat(paper.smallest()).isGreaterThanOrEqualTo(20f);
        assertThat(paper.embedded()).isTrue();
        assertThat(paper.fonts()).isNotEmpty().allMatch(name -> name.matches("[A-Z]{6}\\+NotoSansSC-.*"));
        assertThat(paper.squeezed()).contains("㙓㠇龘鿍").doesNotContain("#");
        matters.forEach(matter -> assertThat(paper.text()).contains(matter.number()));
        assertThat(bytes.length).isLessThan(300_000);
    }

    private long issued() {
        var week = Bureau.weekIsOver();
        return issuing.issue(bureau.mine.mine, week.code(), "", false, bureau.mine.desk);
    }

    private String text(String at) {
        return new String(bytes(at), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String at) {
        var answer = mvc.perform(get(at).with(SignedIn.as(bureau.mine.worker))).getResponse();
        assertThat(answer.getStatus()).as(at).isEqualTo(200);
        return answer.getContentAsByteArray();
    }
}
