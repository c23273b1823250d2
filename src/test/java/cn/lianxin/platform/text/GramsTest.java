package cn.lianxin.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GramsTest {

    @Test
    void texts_are_compared_without_regard_to_form_case_and_script() {
        assertThat(Grams.normal("綜採一隊 ＷＩＦＩ①㎡ Café ﾊﾞ")).isEqualTo("综采一队 wifi1m2 cafe ハ");
    }

    @Test
    void a_text_is_found_by_each_character_and_each_pair_of_neighbours() {
        assertThat(Grams.of("澡堂，3点水！澡堂")).containsExactly("澡", "堂", "澡堂", "3", "点", "水", "3点", "点水");
    }

    @Test
    void a_phrase_asks_for_pairs_and_a_single_character_for_itself() {
        assertThat(Grams.ofQuery("沒熱水")).containsExactly("没热", "热水");
        assertThat(Grams.ofQuery("水")).containsExactly("水");
        assertThat(Grams.ofQuery("澡堂 水")).containsExactly("澡堂", "水");
        assertThat(Grams.ofQuery("！？ 👍")).isEmpty();
    }

    @Test
    void rare_characters_outside_the_basic_plane_are_whole() {
        assertThat(Grams.of("𠮷野")).containsExactly("𠮷", "野", "𠮷野");
    }

    @Test
    void the_normal_form_of_every_character_is_its_own_normal_form() {
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            var normal = Grams.normal(Character.toString(character));
            assertThat(Grams.normal(normal)).as("U+%04X", character).isEqualTo(normal);
        }
    }

    @Test
    void a_text_that_contains_a_phrase_has_all_grams_of_the_phrase() {
        var texts = new RandomText(78);
        for (int round = 0; round < 20_000; round++) {
            var text = PlainText.block(texts.next(40));
            int length = PlainText.lengthOf(text);
            int from = texts.below(length + 1);
            int until = from + texts.below(length - from + 1);
            var phrase = text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, until));

            assertThat(Grams.of(text)).as("%s in %s", phrase, text).containsAll(Grams.ofQuery(phrase));
            assertThat(Grams.normal(text)).contains(Grams.normal(phrase));
        }
    }
}
