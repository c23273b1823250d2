package cn.lianxin.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.casework.MatterAdvice.Advice;
import cn.lianxin.casework.Routing;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.concern.RecusingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.promise.Responsibility;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a desk sorted is suggested to that desk, and nothing that somebody there may not read has a part in it. */
@ProductTest
class LearntDesksTest {

    /** In words that stand nowhere in the classification. */
    private static final List<String> LATE_BUS = List.of("大巴又晚点了", "接人的大巴没停站", "大巴座位坐不下");

    private static final List<String> COLD_FOOD = List.of("馒头又凉了", "面条都坨了", "包子皮厚馅少");
    private static final String ASKED = "今天的大巴又没等人，馒头也顾不上吃";

    @Autowired
    LearntDesks desks;

    @Autowired
    SortedCases cases;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    Routing routing;

    @Autowired
    Responsibility responsibility;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    Mine mine;

    @BeforeEach
    void found() {
        mine = new Mine(village);
        responsibility.assign("G1", mine.mine, mine.district, LocalDate.of(2020, 1, 1));
        responsibility.assign("E1", mine.mine, mine.other, LocalDate.of(2020, 1, 1));
    }

    @Test
    void what_was_sorted_is_suggested_with_a_share_and_with_words_of_the_text_itself() {
        sortMany(mine);
        desks.learn();

        var advice = desks.advise(mine.mine, "", "大巴晚点半小时", 3);

        assertThat(advice.getFirst().matter()).isEqualTo("G1");
        assertThat(advice.getFirst().confidence()).isBetween(0.4, 1.0);
        assertThat(advice.getFirst().because()).isNotEmpty().allMatch("大巴晚点半小时"::contains);
    }

    @Test
    void the_desk_sees_it_beside_the_unit_that_the_table_names() {
        sortMany(mine);
        desks.learn();
        var number = raise(mine, "M6", "大巴晚点半小时", Reporter.Mode.NAMED);

        var forms = routing.formsFor(reading.open(number, Door.PAGE, mine.desk), mine.desk);

        assertThat(forms.suggestions().getFirst()).satisfies(first -> {
            assertThat(first.matter().code()).isEqualTo("G1");
            assertThat(first.percent()).isPresent();
            assertThat(first.taken()).contains("G1-" + mine.district.value());
        });
    }

    @Test
    void one_tap_takes_a_suggestion_as_it_is_with_its_unit() {
        var number = raise(mine, "M6", "食堂饭菜凉，排队也长", Reporter.Mode.NAMED);
        var page = mvc.get()
                .uri("/concerns/" + number)
                .with(SignedIn.as(mine.desk))
                .exchange();
        var taken = "E1-" + mine.other.value();
        assertThat(page).bodyText().contains("name=\"suggested\" value=\"" + taken + "\"", "写了“");

        assertThat(mvc.post()
                        .uri("/concerns/" + number + "/acceptance")
                        .header("Sec-Fetch-Site", "same-origin")
                        .param("suggested", taken)
                        .param("matter", "M6")
                        .with(SignedIn.as(mine.desk))
                        .exchange())
                .hasStatus(303);

        var file = reading.open(number, Door.PAGE, mine.desk);
        assertThat(file.matter()).isEqualTo("E1");
        assertThat(routing.formsFor(file, mine.desk).suggestedLead()).contains(mine.other);
    }

    @Test
    void a_correction_is_learnt_with_the_next_round() {
        sortMany(mine);
        desks.learn();
        var before = desks.advise(mine.mine, "", ASKED, 3);

        for (int at = 0; at < 12; at++) {
            sort(mine, "E1", "大巴又没等人", Reporter.Mode.NAMED);
        }
        desks.learn();

        assertThat(desks.advise(mine.mine, "", ASKED, 3)).isNotEqualTo(before);
    }

    @Test
    void what_somebody_there_may_not_read_changes_no_suggestion() {
        sortMany(mine);
        desks.learn();
        var before = asked();
        var elsewhere = new Mine(village);

        for (int at = 0; at < 3; at++) {
            sort(mine, "E1", ASKED, Reporter.Mode.CONFIDENTIAL);
            sort(mine, "E1", ASKED, Reporter.Mode.ANONYMOUS);
            raise(mine, "K4", ASKED, Reporter.Mode.NAMED);
            sort(elsewhere, "E1", ASKED, Reporter.Mode.NAMED);
            recusing.stepBack(raiseAndSort(), "是我亲戚", mine.desk);
        }
        desks.learn();

        assertThat(asked()).isEqualTo(before);
    }

    @Test
    void too_few_cases_teach_nothing_and_neither_does_a_desk_that_is_not_known() {
        sort(mine, "E1", COLD_FOOD.getFirst(), Reporter.Mode.NAMED);
        desks.learn();

        assertThat(desks.advise(mine.mine, "", ASKED, 3)).isEmpty();
    }

    @Test
    void switched_off_it_learns_nothing_and_the_words_of_the_classification_suggest() {
        sortMany(mine);
        var off = new LearntDesks(cases, false);

        off.learnAside();

        assertThat(off.advise(mine.mine, "", ASKED, 3)).isEmpty();
        var number = raise(mine, "M6", "澡堂没有热水", Reporter.Mode.NAMED);
        var forms = routing.formsFor(reading.open(number, Door.PAGE, mine.desk), mine.desk);
        assertThat(forms.suggestions().getFirst()).satisfies(first -> {
            assertThat(first.matter().code()).isEqualTo("E4");
            assertThat(first.percent()).isEmpty();
            assertThat(first.because()).contains("澡堂");
        });
        off.stop();
    }

    private List<Advice> asked() {
        return desks.advise(mine.mine, "", ASKED, 3);
    }

    private void sortMany(Mine at) {
        for (int row = 0; row < 33; row++) {
            sort(at, "G1", LATE_BUS.get(row % 3) + "，" + row + "号线", Reporter.Mode.NAMED);
            sort(at, "E1", COLD_FOOD.get(row % 3) + "，" + row + "号窗口", Reporter.Mode.NAMED);
        }
    }

    private ConcernNumber raiseAndSort() {
        return sort(mine, "E1", ASKED, Reporter.Mode.NAMED);
    }

    private ConcernNumber sort(Mine at, String matter, String words, Reporter.Mode mode) {
        var number = raise(at, matter, words, mode);
        handling.acceptAndAssign(number, matter, at.district, Set.of(), "", at.desk);
        return number;
    }

    private ConcernNumber raise(Mine at, String matter, String words, Reporter.Mode mode) {
        var concern = new NewConcern(
                ConcernKind.HELP,
                matter,
                "",
                words,
                "",
                mode,
                Optional.of(at.crew),
                Optional.empty(),
                Channel.PAGE,
                List.of());
        Actor by = mode == Reporter.Mode.ANONYMOUS ? new Actor.Visitor() : at.worker;
        return raising.raise(concern, Mine.token(), by).number();
    }
}
