package cn.lianxin.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.platform.identifying.Surnames;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurnamesTest {

    private static final String TITLES = "师傅|队长";

    @Test
    void a_name_of_two_characters_is_one_with_a_rare_surname_too() {
        for (var name : List.of("闫军", "肖娜", "付强", "代伟", "逯鹏", "仝亮", "訾勇", "乜刚", "鄢敏", "井辉", "苟利", "妥明")) {
            assertThat(isMeant(name, name + "也来问过，答复在下面")).as(name).isTrue();
        }
    }

    @Test
    void words_of_the_mine_are_none_unless_somebody_is_spoken_of() {
        for (var word : List.of("安全", "井下", "支护", "通风", "皮带", "班车", "全勤", "区队", "水泵", "应急", "高压")) {
            assertThat(isMeant(word, "请问" + word + "方面有什么规定")).as(word).isFalse();
        }

        assertThat(isMeant("安全", "安全师傅答复过")).isTrue();
        assertThat(isMeant("安全", "问的人叫安全")).isTrue();
    }

    @Test
    void what_begins_with_no_surname_is_none() {
        assertThat(isMeant("热水", "澡堂几点有热水")).isFalse();
    }

    @Test
    void a_compound_surname_before_a_title_is_found_whole_and_an_office_is_no_name() {
        assertThat(Recognizing.looksLike("欧阳师傅和尉迟队长都知道"))
                .extracting(Recognized::part)
                .containsExactly("欧阳师傅", "尉迟队长");
        assertThat(Recognizing.looksLike("原队长、代主任、区队长、全体班长都可以申请")).isEmpty();
    }

    private static boolean isMeant(String name, String text) {
        return Surnames.isMeant(name, text, TITLES);
    }
}
