package cn.lianxin.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void words_that_bind_are_marked_where_they_stand() {
        assertThat(said("南楼浴池水凉，浴池没人管", List.of("浴池", "水凉"))).isEqualTo("南楼[浴池水凉]，[浴池]没人管");
    }

    @Test
    void a_long_text_is_cut_around_the_first_of_them_and_no_character_is_halved() {
        var long1 = "😀".repeat(300) + "浴池" + "好".repeat(300);

        var said = said(long1, List.of("浴池"));

        assertThat(said).startsWith("…😀").contains("[浴池]好").endsWith("好…");
        assertThat(said.codePointCount(0, said.length())).isLessThan(80);
    }

    @Test
    void what_looks_like_a_pattern_is_a_word_and_nothing_is_no_word() {
        assertThat(said("3#皮带(机头)", List.of("3#", "(", ""))).isEqualTo("[3#]皮带[(]机头)");
        assertThat(said("  水\n\n凉 ", List.of())).isEqualTo("水 凉");
        assertThat(said("", List.of("水"))).isEmpty();
    }

    private static String said(String text, List<String> words) {
        return Excerpt.of(text, words).stream()
                .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }
}
