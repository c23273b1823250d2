package cn.lianxin.platform.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierTest {

    private static final List<String> PAY = List.of("工资少发", "奖金没到账", "绩效扣得多", "加班费没算", "夜班津贴少了");
    private static final List<String> BUS = List.of("班车晚点", "通勤车不停站", "班车座位不够", "末班车太早", "班车路线绕");
    private static final List<String> FOOD = List.of("食堂饭菜凉", "夜宵种类少", "食堂排队长", "馒头发酸", "饭菜价格高");
    private static final Classifier CLASSIFIER = Classifier.learn(invented());

    @Test
    void a_text_is_sorted_by_what_it_speaks_of_and_by_words_of_its_own() {
        var guesses = CLASSIFIER.guess("", "这个月工资又少发了两百，找谁问", 3);

        assertThat(guesses).extracting(Guess::label).hasSize(3).startsWith("工资");
        assertThat(guesses.stream().mapToDouble(Guess::confidence).sum()).isBetween(0.999, 1.001);
        assertThat(CLASSIFIER.because("工资", "", "这个月工资又少发了两百，找谁问")).isNotEmpty().allMatch("这个月工资又少发了两百，找谁问"::contains);
    }

    @Test
    void likelier_labels_stand_first_and_no_more_than_asked_for() {
        var guesses = CLASSIFIER.guess("班车", "班车晚点，食堂也关了", 2);

        assertThat(guesses)
                .hasSize(2)
                .isSortedAccordingTo((one, other) -> Double.compare(other.confidence(), one.confidence()));
    }

    @Test
    void learning_twice_gives_the_same_answer() {
        var again = Classifier.learn(invented());

        assertThat(again.guess("", "末班车和夜宵", 3)).isEqualTo(CLASSIFIER.guess("", "末班车和夜宵", 3));
    }

    @Test
    void traditional_and_full_width_forms_read_as_the_simplified_ones() {
        assertThat(CLASSIFIER.guess("", "班車晚點", 3)).isEqualTo(CLASSIFIER.guess("", "班车晚点", 3));
    }

    @Test
    void what_holds_no_known_piece_is_sorted_by_frequency_alone() {
        var nothing = CLASSIFIER.guess("", "", 3);

        for (var text : List.of("😀😀🎉", "Где автобус?", "𠮷", "！？……")) {
            assertThat(CLASSIFIER.guess("", text, 3)).as(text).isEqualTo(nothing);
            assertThat(CLASSIFIER.because("工资", "", text)).as(text).isEmpty();
        }
        assertThat(nothing.getFirst().confidence()).isBetween(0.3, 0.5);
    }

    @Test
    void one_character_and_twenty_thousand_are_sorted_too() {
        assertThat(CLASSIFIER.guess("", "车", 1).getFirst().label()).isEqualTo("班车");
        assertThat(CLASSIFIER
                        .guess("", "食堂饭菜凉。".repeat(4000).substring(0, 20_000), 1)
                        .getFirst()
                        .label())
                .isEqualTo("食堂");
    }

    @Test
    void a_label_seen_once_and_a_single_label_can_be_learnt() {
        var rare = new ArrayList<>(invented());
        rare.add(new Sample("球馆", "", "球馆晚上不开灯"));

        assertThat(Classifier.learn(rare).guess("", "工资少发", 9)).hasSize(4);
        assertThat(Classifier.learn(List.of(new Sample("球馆", "", "球馆晚上不开灯"))).guess("", "随便", 9))
                .containsExactly(new Guess("球馆", 1));
    }

    @Test
    void a_label_that_was_never_learnt_has_no_reasons() {
        assertThatThrownBy(() -> CLASSIFIER.because("天气", "", "下雨")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Sample> invented() {
        var samples = new ArrayList<Sample>();
        for (var place : List.of("一采区", "二采区", "机电队", "运输队", "洗煤厂", "通风队", "后勤楼", "南门")) {
            PAY.forEach(text -> samples.add(new Sample("工资", "", place + text)));
            BUS.forEach(text -> samples.add(new Sample("班车", "", place + "的" + text)));
            FOOD.forEach(text -> samples.add(new Sample("食堂", "", text + "，" + place)));
        }
        return samples;
    }
}
