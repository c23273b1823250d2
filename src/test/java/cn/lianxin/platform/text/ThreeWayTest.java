package cn.lianxin.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.platform.text.ThreeWay.Clash;
import cn.lianxin.platform.text.ThreeWay.Merged;
import cn.lianxin.platform.text.ThreeWay.Settled;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What each of two put in is there afterwards, settled or side by side. */
class ThreeWayTest {

    private static final int ROUNDS = 3_000;
    private static final String BASE = "一号井掘进二队上月进尺一百米。\n队长说，靠的是人。\n\n# 怎么做到的\n班前会开得短，讲得清。";

    @Test
    void changes_in_different_lines_are_both_taken() {
        var mine = BASE.replace("一百米", "一百二十米");
        var theirs = BASE.replace("讲得清", "讲得清楚");

        assertThat(settled(ThreeWay.merge(BASE, mine, theirs)))
                .isEqualTo(BASE.replace("一百米", "一百二十米").replace("讲得清", "讲得清楚"));
    }

    @Test
    void changes_at_two_places_of_one_line_are_both_taken() {
        var mine = BASE.replace("掘进二队", "综采三队");
        var theirs = BASE.replace("一百米", "一百二十米");

        assertThat(settled(ThreeWay.merge(BASE, mine, theirs)))
                .isEqualTo(BASE.replace("掘进二队", "综采三队").replace("一百米", "一百二十米"));
    }

    @Test
    void a_paragraph_behind_what_the_other_one_changed_is_no_clash_and_none_before_it_is() {
        assertThat(settled(ThreeWay.merge("甲。", "甲。\n新的一段。", "乙。"))).isEqualTo("乙。\n新的一段。");
        assertThat(settled(ThreeWay.merge("甲。", "乙。", "新的一段。\n甲。"))).isEqualTo("新的一段。\n乙。");
        assertThat(settled(ThreeWay.merge("甲。\n尾。", "甲。\n尾。\n我。", "甲。\n"))).isEqualTo("甲。\n\n我。");
    }

    @Test
    void what_both_changed_at_the_same_place_stands_there_twice_with_the_rest_of_its_line() {
        var mine = BASE.replace("一百米", "一百二十米");
        var theirs = BASE.replace("一百米", "九十八米").replace("上月", "十月");

        var merged = ThreeWay.merge(BASE, mine, theirs);

        assertThat(merged.clashes()).containsExactly(new Clash("一号井掘进二队十月进尺一百二十米。", "一号井掘进二队十月进尺九十八米。"));
        assertThat(merged.parts().getLast()).isEqualTo(new Settled(BASE.substring(BASE.indexOf("队长"))));
    }

    @Test
    void single_characters_that_meet_by_chance_do_not_weave_two_sentences_into_one() {
        var merged = ThreeWay.merge("今天下井检查。", "昨天下井检查。", "今天去看了。");

        assertThat(merged.clashes()).containsExactly(new Clash("昨天下井检查。", "今天去看了。"));
    }

    @Test
    void what_one_took_out_and_the_other_one_went_on_with_is_shown() {
        assertThat(ThreeWay.merge("头。\n甲。\n尾。", "头。\n尾。", "头。\n甲甲。\n尾。").clashes())
                .containsExactly(new Clash("", "甲甲。"));
    }

    @Test
    void two_paragraphs_at_the_same_place_are_shown() {
        assertThat(ThreeWay.merge("头。\n尾。", "头。\n我。\n尾。", "头。\n他。\n尾。").clashes())
                .containsExactly(new Clash("我。", "他。"));
    }

    @Test
    void who_changed_nothing_takes_nothing_away_and_what_both_did_is_done_once() {
        for (var seed = 0; seed < ROUNDS; seed++) {
            var chance = new Random(seed);
            var base = text(chance);
            var other = changed(base, "甲", chance);

            assertThat(settled(ThreeWay.merge(base, other, base)))
                    .as("seed " + seed)
                    .isEqualTo(other);
            assertThat(settled(ThreeWay.merge(base, base, other)))
                    .as("seed " + seed)
                    .isEqualTo(other);
            assertThat(settled(ThreeWay.merge(base, other, other)))
                    .as("seed " + seed)
                    .isEqualTo(other);
        }
    }

    /** Each writes in a character that is nowhere else: as many of them are there afterwards, on the side of whoever wrote them. */
    @Test
    void every_character_that_somebody_put_in_is_in_the_result_or_shown() {
        var clashing = 0;
        for (var seed = 0; seed < ROUNDS; seed++) {
            var chance = new Random(seed);
            var base = text(chance);
            var mine = changed(base, "甲", chance);
            var theirs = changed(base, "乙", chance);

            var merged = ThreeWay.merge(base, mine, theirs);

            clashing += merged.clean() ? 0 : 1;
            assertThat(count(side(merged, true), "甲")).as("seed " + seed).isEqualTo(count(mine, "甲"));
            assertThat(count(side(merged, false), "乙")).as("seed " + seed).isEqualTo(count(theirs, "乙"));
        }

        assertThat(clashing).isBetween(ROUNDS / 20, ROUNDS * 19 / 20);
    }

    @Test
    void who_comes_first_decides_nothing() {
        for (var seed = 0; seed < ROUNDS; seed++) {
            var chance = new Random(seed);
            var base = text(chance);
            var mine = changed(base, "甲", chance);
            var theirs = changed(base, "乙", chance);

            var here = ThreeWay.merge(base, mine, theirs);
            var there = ThreeWay.merge(base, theirs, mine);

            assertThat(side(there, false)).as("seed " + seed).isEqualTo(side(here, true));
            assertThat(side(there, true)).as("seed " + seed).isEqualTo(side(here, false));
        }
    }

    @Test
    void changes_far_apart_never_clash() {
        for (var seed = 0; seed < ROUNDS; seed++) {
            var chance = new Random(seed);
            var front = text(chance);
            var back = text(chance);
            var between = "\n这一段谁也没有动过。\n";
            var mine = changed(front, "甲", chance);
            var theirs = changed(back, "乙", chance);

            assertThat(settled(ThreeWay.merge(front + between + back, mine + between + back, front + between + theirs)))
                    .as("seed " + seed)
                    .isEqualTo(mine + between + theirs);
        }
    }

    @Test
    void a_long_article_that_both_wrote_anew_is_shown_whole_and_soon() {
        var base = "甲乙丙丁。".repeat(6_000);

        var merged = ThreeWay.merge(base, "戊己庚。".repeat(7_000), "辛壬癸。".repeat(7_000));

        assertThat(merged.clashes()).hasSize(1);
    }

    private static String settled(Merged merged) {
        assertThat(merged.clashes()).isEmpty();
        return side(merged, true);
    }

    private static String side(Merged merged, boolean mine) {
        return merged.parts().stream()
                .map(part -> switch (part) {
                    case Settled(var text) -> text;
                    case Clash(var ofMine, var ofTheirs) -> mine ? ofMine : ofTheirs;
                })
                .collect(Collectors.joining("\n"));
    }

    private static long count(String text, String character) {
        return text.codePoints().filter(one -> one == character.codePointAt(0)).count();
    }

    private static String text(Random chance) {
        var lines = new ArrayList<String>();
        for (var line = 0; line < 1 + chance.nextInt(6); line++) {
            lines.add(characters(chance, chance.nextInt(14)));
        }
        return String.join("\n", lines);
    }

    private static String characters(Random chance, int many) {
        var letters = List.of("矿", "井", "班", "灯", "煤", "，", "。", "𠮷");
        return chance.ints(many, 0, letters.size()).mapToObj(letters::get).collect(Collectors.joining());
    }

    /** A few insertions of the character, deletions and new lines. */
    private static String changed(String text, String by, Random chance) {
        var characters =
                text.codePoints().mapToObj(Character::toString).collect(Collectors.toCollection(ArrayList::new));
        for (var step = 0; step < 1 + chance.nextInt(4); step++) {
            var at = chance.nextInt(characters.size() + 1);
            switch (chance.nextInt(4)) {
                case 0 -> characters.add(at, "\n" + by);
                case 1 -> {
                    if (at < characters.size()) {
                        characters.remove(at);
                    }
                }
                default -> characters.add(at, by);
            }
        }
        return String.join("", characters);
    }
}
