package cn.lianxin.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.platform.index.SoughtWords;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What was looked for is marked as its writer wrote it. */
class MarkedTest {

    @Test
    void words_are_marked_in_the_form_in_which_they_were_written() {
        assertThat(whole("採煤隊的ＭＡ１２３４坏了", "采煤 ma12")).isEqualTo("[採煤]隊的[ＭＡ１２]３４坏了");
        assertThat(whole("住了三㎡，ﬁne", "m2 fi")).isEqualTo("住了三[㎡]，[ﬁ]ne");
        assertThat(whole("𠮷野家😀的𠮷", "𠮷")).isEqualTo("[𠮷]野家😀的[𠮷]");
    }

    @Test
    void neighbours_are_one_mark_and_a_part_is_marked_where_no_word_stands() {
        assertThat(whole("热水热水热", "热水")).isEqualTo("[热水热水]热");
        assertThat(whole("皮带机头", "皮代机头")).isEqualTo("皮带[机头]");
        assertThat(whole("什么也没有", "热水")).isEqualTo("什么也没有");
    }

    @Test
    void the_part_around_the_first_place_is_shown() {
        var text = "前".repeat(500) + "热水" + "后".repeat(500);

        var part = shown(Marked.around(text, SoughtWords.of("热水")));

        assertThat(part).startsWith("…前").contains("前[热水]后").endsWith("后…");
        assertThat(part.length()).isLessThan(200);
    }

    @Test
    void no_text_is_lost_and_no_character_cut_in_two() {
        var random = new Random(3);
        for (var round = 0; round < 500; round++) {
            var text = random.ints(random.nextInt(300), 0, 6)
                    .mapToObj(at -> "热水😀𠮷ﬁ㎡"
                            .codePoints()
                            .mapToObj(Character::toString)
                            .toList()
                            .get(at))
                    .collect(Collectors.joining());
            var words = SoughtWords.of("水热 𠮷");

            var whole = Marked.whole(text, words);
            var part = Marked.around(text, words);

            assertThat(whole.pieces().stream().map(Marked.Piece::text).collect(Collectors.joining()))
                    .isEqualTo(text);
            assertThat(part.pieces())
                    .allSatisfy(piece -> assertThat(piece.text().codePoints())
                            .noneMatch(point -> Character.getType(point) == Character.SURROGATE));
        }
    }

    private static String whole(String text, String words) {
        return shown(Marked.whole(text, SoughtWords.of(words)));
    }

    private static String shown(Marked marked) {
        return marked.pieces().stream()
                .map(piece -> piece.found() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }
}
