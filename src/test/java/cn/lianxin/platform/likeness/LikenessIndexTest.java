package cn.lianxin.platform.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikenessIndexTest {

    private static final String SYLLABLES = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳";

    private final LikenessIndex index = new LikenessIndex();

    @Test
    void the_text_that_says_the_same_otherwise_comes_first() {
        index.add(1, "三号皮带机头的护栏断了半个多月，没人修");
        index.add(2, "食堂的馒头发酸，早班吃不上热饭");
        index.add(3, "二号澡堂晚班下来没热水");

        assertThat(index.likest("皮带机头那里护栏缺了一截", 3)).extracting(Like::id).first().isEqualTo(1L);
    }

    @Test
    void what_is_rare_says_more_than_what_everybody_writes() {
        for (int at = 0; at < 50; at++) {
            index.add(at, "请领导关心一下，希望早日解决，谢谢，说的是第" + at + "件事");
        }
        index.add(100, "八零五顺槽漏水");

        assertThat(index.likest("请领导关心一下，希望早日解决八零五顺槽的事，谢谢", 1))
                .extracting(Like::id)
                .containsExactly(100L);
    }

    @Test
    void traditional_and_wide_characters_are_the_same_text() {
        index.add(1, "礦燈充電架Ａ３不通電");
        index.add(2, "别的事");

        assertThat(index.likest("矿灯充电架a3", 1)).extracting(Like::id).containsExactly(1L);
    }

    @Test
    void a_removed_text_is_found_by_nothing_and_the_rest_as_if_it_had_never_been() {
        var random = new Random(5);
        Map<Long, String> kept = new HashMap<>();
        for (int move = 0; move < 600; move++) {
            long id = random.nextInt(80);
            if (random.nextInt(3) == 0) {
                index.remove(id);
                kept.remove(id);
            } else {
                kept.put(id, text(random));
                index.add(id, kept.get(id));
            }
        }
        var fresh = new LikenessIndex();
        kept.forEach(fresh::add);

        assertThat(index.size()).isEqualTo(kept.size()).isPositive();
        for (int question = 0; question < 100; question++) {
            var text = text(random);
            assertThat(index.likest(text, 100)).isEqualTo(fresh.likest(text, 100));
        }
    }

    @Test
    void every_text_finds_itself_first() {
        var random = new Random(8);
        var texts = new ArrayList<String>();
        for (int at = 0; at < 300; at++) {
            texts.add(at + text(random));
            index.add(at, texts.getLast());
        }

        for (int at = 0; at < texts.size(); at++) {
            assertThat(index.likest(texts.get(at), 1)).extracting(Like::id).containsExactly((long) at);
        }
    }

    @Test
    void one_character_finds_the_texts_that_have_it() {
        index.add(1, "综采二队");
        index.add(2, "掘进一队");

        assertThat(index.likest("采", 5)).extracting(Like::id).containsExactly(1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "。，！", "❤️👍🏽😀", "Здравствуйте, товарищи", "\u0000", "x"})
    void a_question_of_anything_is_answered(String question) {
        index.add(1, "水房没有热水");
        index.add(2, question);
        index.add(3, "长".repeat(20_000));

        assertThat(index.likest(question, 3)).extracting(Like::id).doesNotContain(1L, 3L);
        assertThat(index.likest("热".repeat(20_000), 3)).extracting(Like::id).containsExactly(1L);
    }

    @Test
    void nothing_is_like_anything_in_an_empty_index() {
        index.remove(7);

        assertThat(index.likest("水房", 3)).isEqualTo(List.of());
        assertThat(index.size()).isZero();
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int length = 5 + random.nextInt(40); length > 0; length--) {
            text.append(random.nextInt(9) == 0 ? '，' : SYLLABLES.charAt(random.nextInt(SYLLABLES.length())));
        }
        return text.toString();
    }

    @Test
    void an_empty_text_may_be_the_first() {
        var index = new LikenessIndex();

        index.add(1, "");
        index.add(2, "食堂的饭菜凉了");

        assertThat(index.likest("食堂的饭菜凉了", 1).getFirst().id()).isEqualTo(2);
    }
}
