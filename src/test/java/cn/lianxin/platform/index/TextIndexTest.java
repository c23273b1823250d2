package cn.lianxin.platform.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How it is found, and in which order. */
class TextIndexTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    Path directory;

    private TextIndex index = open();

    private static TextIndex open() {
        try {
            return TextIndex.inMemory();
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }

    @BeforeEach
    void some_texts() throws IOException {
        put(1, "综采一队皮带坏了", "三号皮带机头的护栏断了半个多月，没人管。");
        put(2, "澡堂没热水", "晚班下来没有热水，连着四天了。");
        put(3, "食堂太贵", "我们去澡堂的路上说到食堂，热的水也没有。");
        put(4, "問採煤隊的獎金", "ＭＡ１２３４ 型自救器过期，iPhone 上也看不到工资条。");
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void one_character_finds_inside_of_a_word() throws IOException {
        assertThat(find("采")).containsExactlyInAnyOrder(1L, 4L);
        assertThat(find("澡")).containsExactly(2L, 3L);
        assertThat(find("𠮷")).isEmpty();
    }

    @Test
    void traditional_full_width_and_capital_letters_are_the_same() throws IOException {
        assertThat(find("采煤队")).startsWith(4L);
        assertThat(find("採煤隊")).startsWith(4L);
        assertThat(find("ma1234")).containsExactly(4L);
        assertThat(find("ｉＰＨＯＮＥ")).containsExactly(4L);
    }

    @Test
    void a_fragment_of_a_latin_word_finds() throws IOException {
        assertThat(find("phon")).containsExactly(4L);
        assertThat(find("a12")).containsExactly(4L);
    }

    @Test
    void in_a_row_comes_before_all_words_and_all_words_before_any() throws IOException {
        put(5, "晚上洗澡", "热水澡堂修好了，热水澡堂真好。");

        var hits = index.find(everywhere("热水 澡堂"), Optional.empty(), 9);

        assertThat(hits).extracting(Hit::id).containsExactly(5L, 2L, 3L);
        assertThat(hits).extracting(Hit::tier).containsExactly(Tier.PHRASE, Tier.ALL, Tier.ANY);
    }

    @Test
    void a_title_comes_before_a_text() throws IOException {
        assertThat(find("食堂")).startsWith(3L);
        put(6, "别的", "食堂食堂食堂");
        assertThat(find("食堂")).startsWith(3L);
    }

    @Test
    void among_equals_the_newer_comes_first() throws IOException {
        for (var id = 30; id < 40; id++) {
            put(id, "班车晚点", "头班的人赶不上入井");
        }

        assertThat(find("班车")).containsExactly(39L, 38L, 37L, 36L, 35L, 34L, 33L, 32L, 31L, 30L);
    }

    @Test
    void a_wrong_character_and_another_order_still_find() throws IOException {
        assertThat(find("皮代机头的护栏断了")).startsWith(1L);
        assertThat(find("护栏 机头 皮带")).startsWith(1L);
        assertThat(find("没热水的澡堂在哪")).startsWith(2L);
        assertThat(find("护栏坏")).startsWith(1L);
    }

    @Test
    void a_word_of_two_characters_finds_no_text_with_one_of_them() throws IOException {
        assertThat(find("水头")).isEmpty();
        assertThat(find("天热")).isEmpty();
    }

    @Test
    void a_rare_word_weighs_more_than_a_frequent_one() throws IOException {
        for (var id = 50; id < 70; id++) {
            put(id, "没有热水", "没有热水没有热水");
        }

        assertThat(find("没有自救器")).startsWith(4L);
    }

    @Test
    void whoever_has_none_of_its_keys_finds_nothing_of_it() throws IOException {
        for (var key : List.of("r1", "r2", "r9")) {
            var asked = new Asked(
                    SoughtWords.of("热水"),
                    Optional.of(List.of(key)),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    false);
            assertThat(ids(index.find(asked, Optional.empty(), 9)))
                    .as(key)
                    .isEqualTo(key.equals("r2") ? List.of(2L) : List.of());
        }
    }

    @Test
    void facts_and_times_narrow_it() throws IOException {
        var even = new Asked(
                SoughtWords.of(""),
                Optional.empty(),
                List.of(List.of("even")),
                Optional.empty(),
                Optional.empty(),
                true);
        var late = new Asked(
                SoughtWords.of(""),
                Optional.empty(),
                List.of(),
                Optional.of(START.plusSeconds(2)),
                Optional.of(START.plusSeconds(4)),
                true);

        assertThat(ids(index.find(even, Optional.empty(), 9))).containsExactly(4L, 2L);
        assertThat(ids(index.find(late, Optional.empty(), 9))).containsExactly(3L, 2L);
    }

    @Test
    void pages_follow_each_other_without_a_gap_or_a_double() throws IOException {
        var random = new Random(7);
        for (var id = 100; id < 400; id++) {
            put(id, "第" + random.nextInt(9) + "件", "热水".repeat(1 + random.nextInt(3)) + "澡堂".repeat(random.nextInt(3)));
        }
        for (var newest : List.of(true, false)) {
            var asked = new Asked(
                    SoughtWords.of("热水 澡堂"), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), newest);
            var all = ids(index.find(asked, Optional.empty(), 1_000));
            var paged = new ArrayList<Long>();
            var hits = index.find(asked, Optional.empty(), 7);
            while (!hits.isEmpty()) {
                paged.addAll(ids(hits));
                hits = index.find(asked, Place.parse(hits.getLast().place().toString()), 7);
            }

            assertThat(paged).isEqualTo(all).hasSizeGreaterThan(300);
            assertThat(new TreeSet<>(paged)).hasSameSizeAs(paged);
        }
    }

    @Test
    void what_was_put_again_is_found_by_its_new_words_alone() throws IOException {
        put(2, "澡堂修好了", "谢谢");

        assertThat(find("连着")).isEmpty();
        assertThat(find("修好")).containsExactly(2L);
    }

    @Test
    void nothing_breaks_whatever_is_typed() throws IOException {
        for (var typed : List.of(
                "",
                " ",
                "%",
                "_",
                "\\",
                "\"",
                "'",
                "😀😀",
                "a",
                "\u0000",
                "。。。",
                "(",
                "井".repeat(20_000),
                "\uD83D",
                "السلام عليكم",
                "пожалуйста",
                "a b c d e f g h i j k l m n o p",
                "1 2",
                "热 水",
                "热。水",
                "-",
                "*:*")) {
            assertThat(index.find(everywhere(typed), Optional.empty(), 5))
                    .as(typed)
                    .hasSizeLessThan(6);
        }
        assertThat(SoughtWords.of("😀 % _ \\ \"").isEmpty()).isTrue();
        for (var place :
                List.of("", "x", "1_2_3", "9_1_1_1", "0_2143289344_1_1", "0_x_1_1", "0_1_99999999999999999999_1")) {
            assertThat(Place.parse(place)).as(place).isEmpty();
        }
    }

    @Test
    void what_was_erased_stands_in_no_file() throws IOException {
        try (var onDisk = TextIndex.at(directory)) {
            onDisk.put(List.of(text(1, "别的", "留下来的"), text(2, "要走的", "囍龘靐")));
            onDisk.keep(Map.of("settled", "7"));
            assertThat(stands("靐")).isTrue();

            onDisk.put(List.of(new IndexedText("test", 2, "", "", List.of(), List.of(), START)));
            onDisk.forget();

            assertThat(stands("靐")).isFalse();
            assertThat(stands("留")).isTrue();
            assertThat(onDisk.note()).containsEntry("settled", "7");
        }
    }

    private boolean stands(String words) throws IOException {
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (bytes.contains(new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void put(long id, String title, String text) throws IOException {
        index.put(List.of(text(id, title, text)));
        index.refresh();
    }

    private static IndexedText text(long id, String title, String text) {
        return new IndexedText(
                "test",
                id,
                title,
                text,
                List.of("r" + id),
                id % 2 == 0 ? List.of("even") : List.of(),
                START.plusSeconds(id));
    }

    private List<Long> find(String words) throws IOException {
        return ids(index.find(everywhere(words), Optional.empty(), 50));
    }

    private static Asked everywhere(String words) {
        return Asked.everywhere(SoughtWords.of(words));
    }

    private static List<Long> ids(List<Hit> hits) {
        return hits.stream().map(Hit::id).toList();
    }
}
