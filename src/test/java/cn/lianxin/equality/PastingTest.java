package cn.lianxin.equality;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.kernel.UnitId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which answers were pasted, and which only look alike. */
class PastingTest {

    private static final String EMPTY_ANSWER = "您反映的问题我们已经高度重视，立即组织相关人员进行了认真调查，今后将进一步加强管理，不断提高服务水平，让职工满意。";
    private static final String BATH = "东澡堂晚班下来没有热水，连着四天了";
    private static final String PAY = "上个月的夜班津贴少算了三个班，工资条上看不出来";
    private static final String BUS = "县城那趟通勤车总是提前开走，赶不上";

    @Test
    void one_answer_to_unlike_concerns_is_pointed_out_also_when_a_name_and_a_date_were_changed() {
        var pasted = Pasting.among(List.of(
                answer(1, 7, "E4", BATH, EMPTY_ANSWER),
                answer(2, 7, "A4", PAY, EMPTY_ANSWER.replace("相关人员", "劳资科的人员")),
                answer(3, 7, "G1", BUS, "11月3日，" + EMPTY_ANSWER)));

        assertThat(pasted).singleElement().satisfies(one -> {
            assertThat(one.unit()).isEqualTo(new UnitId(7));
            assertThat(one.words()).startsWith("您反映的问题");
            assertThat(one.cases()).extracting(Pasted.Case::number).containsExactly("1", "2", "3");
        });
    }

    @Test
    void like_concerns_may_get_one_answer() {
        var sameMatter = List.of(answer(1, 7, "E4", BATH, EMPTY_ANSWER), answer(2, 7, "E4", PAY, EMPTY_ANSWER));
        var sameWords = List.of(answer(1, 7, "E4", BATH, EMPTY_ANSWER), answer(2, 7, "F3", BATH + "，天冷", EMPTY_ANSWER));

        assertThat(Pasting.among(sameMatter)).isEmpty();
        assertThat(Pasting.among(sameWords)).isEmpty();
    }

    @Test
    void two_units_may_say_the_same() {
        assertThat(Pasting.among(
                        List.of(answer(1, 7, "E4", BATH, EMPTY_ANSWER), answer(2, 8, "A4", PAY, EMPTY_ANSWER))))
                .isEmpty();
    }

    @Test
    void greeting_thanks_the_rule_and_the_telephone_do_not_make_an_answer_the_same() {
        var before = "您好！感谢您对我们工作的关心和支持。根据《中华人民共和国劳动法》第四十四条的规定，";
        var after = "如有疑问，请拨打后勤服务中心联系电话：0351-8812345，联系人：张某某。特此回复，欢迎继续监督我们的工作。";

        assertThat(Pasting.among(List.of(
                        answer(1, 7, "E4", BATH, before + "换热器的垫子昨天换好了，今晚起水温四十二度。" + after),
                        answer(2, 7, "A4", PAY, before + "少算的三个班共二百一十元，下月十五日补到卡上。" + after))))
                .isEmpty();
        assertThat(Pasting.among(List.of(
                        answer(1, 7, "E4", BATH, before + "已办。" + after),
                        answer(2, 7, "A4", PAY, before + "已办。" + after))))
                .as("nothing of its own is too little to be called pasted")
                .isEmpty();
    }

    @Test
    void answers_that_differ_in_what_they_say_are_not_the_same() {
        assertThat(Pasting.among(List.of(
                        answer(1, 7, "E4", BATH, "锅炉房查了，换热器结垢，二十八日停炉清洗，清洗当天到联建楼洗澡。"),
                        answer(2, 7, "G1", BUS, "车队查了，司机改了点没有贴通知，已经改回七点四十，批评教育了当班司机。"))))
                .isEmpty();
    }

    @Test
    void a_year_of_answers_is_looked_through_in_no_time() {
        var answers = new ArrayList<Answer>();
        for (int number = 0; number < 5_000; number++) {
            answers.add(answer(
                    number,
                    number % 12,
                    "A" + number % 5,
                    "第%d号巷道里第%d盏灯不亮".formatted(number * 7919, number * 104729),
                    "查了，%d号%s已经在%d日换好，由%d班验收，照片附后。"
                                    .formatted(number * 31, "灯泵门车".charAt(number % 4), number % 28, number)
                            + Integer.toString(number * 7_368_787, 36)));
        }
        long begin = System.nanoTime();

        Pasting.among(answers);

        assertThat((System.nanoTime() - begin) / 1_000_000).isLessThan(5_000);
    }

    private static Answer answer(int number, int unit, String matter, String asked, String answer) {
        return new Answer(String.valueOf(number), new UnitId(unit), matter, asked, asked, answer);
    }
}
