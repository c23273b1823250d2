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

    @Test
    void a_word_mistaken_for_one_of_the_same_sound_is_understood_and_other_words_are_left_alone() {
        assertThat(Slips.mended("瓦撕朝限,顶扳响")).isEqualTo("瓦斯超限,顶板响");
        assertThat(Slips.mended("头水,漏点,触点,顶班,用了多少千瓦时")).isEqualTo("头水,漏点,触点,顶班,用了多少千瓦时");
    }

    @Test
    void roundabout_words_are_noticed_by_how_they_are_told() {
        assertThat(Emergencies.signsIn("风筒掉了半天，里头几个人都软了，班长还催着往前赶")).isNotEmpty();
        assertThat(Emergencies.signsIn("风筒工的夜班津贴什么时候发")).isEmpty();
    }

    @Test
    void who_is_hurt_is_a_danger_and_what_a_hurt_of_old_is_paid_is_none() {
        assertThat(Emergencies.signsIn("老李让皮带卷进去了")).isNotEmpty();
        assertThat(Emergencies.signsIn("前年让皮带卷伤的手，复查费找谁报销")).isEmpty();
    }
}
