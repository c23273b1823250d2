package cn.lianxin.platform.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmergenciesTest {

    @Test
    void danger_now_is_noticed_with_the_words_that_say_so() {
        assertThat(Emergencies.signsIn("皮带机头冒烟了")).contains("冒烟");
        assertThat(Emergencies.signsIn("下面透水了，人还没撤完")).contains("透水");
        assertThat(Emergencies.signsIn("工资再不发我就从楼上跳下去")).isNotEmpty();
        assertThat(Emergencies.signsIn("皮帶機頭冒煙了")).isNotEmpty();
    }

    @Test
    void a_drill_a_course_and_the_past_are_let_pass() {
        assertThat(Emergencies.signsIn("下周的透水演练几点开始")).isEmpty();
        assertThat(Emergencies.signsIn("没有发现冒顶")).isEmpty();
        assertThat(Emergencies.signsIn("去年冒烟那次的记录在哪")).isEmpty();
    }

    @Test
    void a_drill_that_turned_serious_is_not() {
        assertThat(Emergencies.signsIn("演练的时候现在真着火了")).isNotEmpty();
        assertThat(Emergencies.signsIn("演练完了。三号巷冒烟了")).isNotEmpty();
    }

    @Test
    void pay_beside_it_does_not_make_a_wish_to_die_harmless() {
        assertThat(Emergencies.signsIn("奖金津贴都扣光，不想活了")).isNotEmpty();
    }

    @Test
    void odd_texts_are_calm() {
        for (var text : new String[] {"", "水", "😀😀", "Где автобус", "好".repeat(20_000)}) {
            assertThat(Emergencies.signsIn(text)).isEmpty();
        }
    }
}
