package cn.lianxin.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.newsroom.Compared.Change;
import cn.lianxin.newsroom.Compared.Piece;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What changed is shown character by character, in the line that it belongs to. */
class ComparedTest {

    @Test
    void a_paragraph_that_was_written_anew_is_shown_as_a_whole_and_a_short_one_character_by_character() {
        var chance = new Random(3);
        var old = paragraph(chance, 4_900);
        var young = paragraph(chance, 4_900);

        assertThat(Compared.characters(old, young))
                .containsExactly(new Piece(Change.GONE, old), new Piece(Change.NEW, young));
        assertThat(Compared.characters("早班", "晚班"))
                .containsExactly(new Piece(Change.GONE, "早"), new Piece(Change.NEW, "晚"), new Piece(Change.SAME, "班"));
        var one = paragraph(chance, 400);
        assertThat(Compared.characters(one, one.substring(0, 200) + "添" + one.substring(201)))
                .hasSize(4)
                .startsWith(new Piece(Change.SAME, one.substring(0, 200)));
    }

    private static String paragraph(Random chance, int length) {
        return chance.ints(length, 0x4E00, 0x5400).mapToObj(Character::toString).collect(Collectors.joining());
    }

    @Test
    void a_new_paragraph_before_a_changed_one_does_not_hide_what_changed_in_it() {
        var lines = Compared.lines("进尺一百米，没有伤人。", "开头新加的一段话。\n进尺一百二十米，没有伤人。");

        assertThat(lines)
                .containsExactly(
                        List.of(new Piece(Change.NEW, "开头新加的一段话。")),
                        List.of(
                                new Piece(Change.SAME, "进尺一百"),
                                new Piece(Change.NEW, "二十"),
                                new Piece(Change.SAME, "米，没有伤人。")));
    }

    @Test
    void both_texts_can_be_read_from_it() {
        for (var seed = 0; seed < 2_000; seed++) {
            var chance = new Random(seed);
            var before = text(chance);
            var after = chance.nextInt(4) == 0
                    ? text(chance)
                    : before.replace("灯", "矿灯").replace("井\n", "");

            var lines = Compared.lines(before, after);

            assertThat(side(lines, Change.NEW)).as("seed " + seed).isEqualTo(before.replace("\n", ""));
            assertThat(side(lines, Change.GONE)).as("seed " + seed).isEqualTo(after.replace("\n", ""));
        }
    }

    private static String side(List<List<Piece>> lines, Change without) {
        return lines.stream()
                .flatMap(List::stream)
                .filter(piece -> piece.change() != without)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    private static String text(Random chance) {
        var letters = "矿井班灯煤，。\n\n";
        return chance.ints(60, 0, letters.length())
                .mapToObj(at -> letters.substring(at, at + 1))
                .collect(Collectors.joining());
    }
}
