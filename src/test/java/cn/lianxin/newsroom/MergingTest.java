package cn.lianxin.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.reprint.Reprint;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MergingTest {

    private static final UUID LAMP = new UUID(0, 1);
    private static final UUID SHAFT = new UUID(0, 2);
    private static final UUID CREW = new UUID(0, 3);

    @Test
    void what_each_changed_alone_is_taken_from_him() {
        var base = draft("早班", "灯亮了。\n人下去了。", picture(LAMP, "灯"));
        var mine = draft("早班的灯", "灯亮了。\n人都下去了。", picture(LAMP, "灯"));
        var theirs = draft("早班", "灯亮了，很亮。\n人下去了。", picture(LAMP, "一盏灯"));

        var merging = Merging.of(base, mine, theirs);

        assertThat(merging.clashes()).isEmpty();
        assertThat(merging.draft()).isEqualTo(draft("早班的灯", "灯亮了，很亮。\n人都下去了。", picture(LAMP, "一盏灯")));
    }

    @Test
    void where_both_changed_the_same_both_stand_in_the_text_and_it_is_not_settled() {
        var merging = Merging.of(draft("早班", "进尺一百米。"), draft("中班", "进尺一百二十米。"), draft("夜班", "进尺九十八米。"));

        assertThat(merging.draft().title()).isEqualTo("中班／夜班");
        assertThat(merging.draft().text())
                .isEqualTo(String.join("\n", Merging.MINE, "进尺一百二十米。", Merging.THEIRS, "进尺九十八米。", Merging.END));
        assertThat(merging.clashes())
                .containsExactly(
                        new Merging.Clash("title", "中班", "夜班"), new Merging.Clash("text", "进尺一百二十米。", "进尺九十八米。"));
        assertThat(Merging.unsettled(merging.draft().text())).isTrue();
        assertThat(Merging.unsettled("进尺一百二十米。\n【图1】")).isFalse();
    }

    @Test
    void what_is_pressed_stays_and_the_rest_is_as_it_was() {
        var chance = new Random(11);
        for (var seed = 0; seed < 500; seed++) {
            var base = lines(chance, "旧", 6);
            var mine = changed(base, chance, "我");
            var theirs = changed(base, chance, "他");
            var text = Merging.of(draft("题", base), draft("题", mine), draft("题", theirs))
                    .draft()
                    .text();
            for (var own : List.of(true, false)) {
                var settled = text;
                for (var at = 0; Merging.unsettled(settled) && at < 10; at++) {
                    settled = Settling.settled(settled, 0, own);
                }
                assertThat(Merging.unsettled(settled)).isFalse();
                assertThat(settled.strip())
                        .as("mine: %s, theirs: %s, both: %s", mine, theirs, text)
                        .doesNotContain("【两种写法");
                for (var line : (own ? mine : theirs).split("\n")) {
                    if (!line.startsWith("旧")) {
                        assertThat(settled).contains(line);
                    }
                }
            }
        }
        assertThat(Settling.settled("没有两种", 0, true)).isEqualTo("没有两种");
        assertThat(Settling.settled(Merging.MINE + "\n半截", 0, true)).isEqualTo(Merging.MINE + "\n半截");
    }

    private static String lines(Random chance, String mark, int many) {
        return chance.ints(many, 100, 999).mapToObj(one -> mark + one + "段。").collect(Collectors.joining("\n"));
    }

    private static String changed(String base, Random chance, String mark) {
        return base.lines()
                .map(line -> chance.nextInt(3) > 0 ? line : lines(chance, mark, 1 + chance.nextInt(2)))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void a_picture_keeps_its_place_in_the_text_whichever_number_it_gets() {
        var base = draft("题", "头。\n尾。", picture(LAMP, "灯"));
        var mine = draft("题", "头。\n【图2】\n尾。", picture(LAMP, "灯"), picture(CREW, "班"));
        var theirs = draft("题", "头。\n尾。\n【图2】", picture(LAMP, "灯"), picture(SHAFT, "井"));

        var merging = Merging.of(base, mine, theirs);

        assertThat(merging.draft().pictures())
                .extracting(Draft.Picture::attachment)
                .containsExactly(LAMP, SHAFT, CREW);
        assertThat(merging.draft().text()).isEqualTo("头。\n【图3】\n尾。\n【图2】");
    }

    @Test
    void a_picture_that_one_left_out_is_gone_and_what_the_other_one_wrote_below_it_is_shown() {
        var base = draft("题", "头。\n【图1】", picture(LAMP, "灯"), picture(SHAFT, "井"));
        var without = draft("题", "头。\n【图1】", picture(SHAFT, "井"));
        var written = draft("题", "头。\n【图1】", picture(LAMP, "一盏矿灯"), picture(SHAFT, "井"));

        assertThat(Merging.of(base, without, base).draft().pictures()).containsExactly(picture(SHAFT, "井"));
        assertThat(Merging.of(base, base, without).draft().pictures()).containsExactly(picture(SHAFT, "井"));
        assertThat(Merging.of(base, written, without).clashes())
                .extracting(Merging.Clash::mine)
                .anyMatch(words -> words.contains("一盏矿灯"));
    }

    /** Only what is his by now can be among them: the form of a page proves nothing. */
    @Test
    void a_picture_that_the_form_alone_names_comes_into_nothing() {
        var forged = draft("题", "文。", picture(CREW, "别人的"));

        assertThat(Merging.of(forged, forged, draft("题", "文。")).draft().pictures())
                .isEmpty();
    }

    @Test
    void what_the_form_brings_back_is_what_it_was_filled_with() {
        var draft = draft("题 \"'<>", "一\n\n　　二 & 【图1】", picture(LAMP, "灯"));

        assertThat(Opened.read(Opened.written(draft)).orElseThrow().as(draft.person()))
                .isEqualTo(draft);
        assertThat(Opened.read(null)).isEmpty();
        assertThat(Opened.read("{\"draft\":")).isEmpty();
        assertThat(Opened.read("[]")).isEmpty();
        assertThat(Opened.read("{\"draft\":1,\"version\":2}")
                        .orElseThrow()
                        .as(draft.person())
                        .text())
                .isEmpty();
    }

    private static Draft.Picture picture(UUID attachment, String shows) {
        return new Draft.Picture(attachment, shows, "");
    }

    private static Draft draft(String title, String text, Draft.Picture... pictures) {
        return new Draft(
                7,
                new PersonId(3),
                Optional.of(5L),
                Optional.of(9L),
                "headline",
                title,
                "张写",
                text,
                Reprint.NONE,
                List.copyOf(Arrays.asList(pictures)),
                "",
                4);
    }
}
