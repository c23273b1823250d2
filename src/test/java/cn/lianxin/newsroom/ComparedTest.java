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
