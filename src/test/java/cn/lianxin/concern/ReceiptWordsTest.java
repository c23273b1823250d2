package cn.lianxin.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.kernel.Refusal;
import com.ibm.icu.lang.UScript;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReceiptWordsTest {

    private static final List<String> WORDS =
            IntStream.range(0, WordList.SIZE).mapToObj(WordList::word).toList();

    private final Random random = new Random(7);

    @Test
    void the_list_has_2048_words_of_two_chinese_characters() {
        assertThat(WORDS).hasSize(2048).doesNotHaveDuplicates();
        assertThat(WORDS).allSatisfy(word -> {
            assertThat(word.codePointCount(0, word.length())).isEqualTo(2);
            assertThat(word.codePoints()).allMatch(c -> UScript.getScript(c) == UScript.HAN);
        });
    }

    @Test
    void no_two_words_sound_alike_even_in_dialects_that_merge_sounds() {
        assertThat(WORDS).extracting(WordList::soundOf).doesNotHaveDuplicates();
        assertThat(WORDS).extracting(ReceiptWordsTest::inDialect).doesNotHaveDuplicates();
    }

    @Test
    void no_word_is_another_one_backwards() {
        assertThat(WORDS)
                .noneMatch(word ->
                        WORDS.contains(backwards(word)) && !backwards(word).equals(word));
    }

    @Test
    void the_list_is_the_one_that_is_printed_on_paper_already() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256")
                .digest(String.join("\n", WORDS).getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("0f76a11ebf226d533e7f9019574fba872d246cc15b1c01484676ac1d1798c853");
    }

    @Test
    void any_receipt_is_seven_words_and_comes_back_from_them() {
        for (var turn = 0; turn < 2_000; turn++) {
            var receipt = receipt();

            assertThat(receipt.words()).hasSize(7);
            assertThat(ReceiptWords.read(String.join("", receipt.words()))).isEqualTo(receipt);
        }
        for (var digits : List.of("0".repeat(20), "9".repeat(20))) {
            var receipt = Receipt.parse(digits).orElseThrow();
            assertThat(ReceiptWords.read(String.join("", receipt.words()))).isEqualTo(receipt);
        }
    }

    @Test
    void spaces_and_points_do_not_matter() {
        var receipt = receipt();
        var words = receipt.words();

        for (var between : List.of("", " ", "\u3000", "，", "、", " · ", "\n", "\u00a0", "\u200b")) {
            assertThat(ReceiptWords.read(between + String.join(between, words) + between))
                    .isEqualTo(receipt);
        }
    }

    @Test
    void a_word_written_with_other_characters_of_its_sound_is_understood() {
        var place = WORDS.indexOf("煤球");
        assertThat(place).isNotNegative();

        assertThat(WordList.placeOf("没球")).contains(place);
        assertThat(WordList.placeOf("梅球")).contains(place);
        assertThat(WordList.placeOf("鼾鼾")).isEmpty();
    }

    @Test
    void a_wrong_word_is_found_but_for_one_in_two_thousand() {
        var missed = 0;
        for (var turn = 0; turn < 20_000; turn++) {
            var words = new ArrayList<>(receipt().words());
            var place = random.nextInt(7);
            var other = WORDS.get(random.nextInt(WordList.SIZE));
            if (other.equals(words.get(place))) {
                continue;
            }
            words.set(place, other);
            missed += isRead(words) ? 1 : 0;
        }
        assertThat(missed).isLessThan(20);
    }

    @Test
    void two_swapped_words_are_found() {
        var missed = 0;
        for (var turn = 0; turn < 20_000; turn++) {
            var words = new ArrayList<>(receipt().words());
            var place = random.nextInt(6);
            if (words.get(place).equals(words.get(place + 1))) {
                continue;
            }
            Collections.swap(words, place, place + 1);
            missed += isRead(words) ? 1 : 0;
        }
        assertThat(missed).isLessThan(20);
    }

    @Test
    void who_mistypes_is_told_what_is_wrong() {
        var words = receipt().words();

        refused(String.join(" ", words.subList(0, 6)), "receipt-words-count");
        var unknown = new ArrayList<>(words);
        unknown.set(2, "鼾鼾");
        refused(String.join(" ", unknown), "receipt-word-unknown");
        assertThatThrownBy(() -> ReceiptWords.read(String.join(" ", unknown)))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly(3, "鼾鼾"));
        refused("阿姨".repeat(6) + "暗号", "receipt-words-wrong");
    }

    private static void refused(String typed, String code) {
        assertThatThrownBy(() -> ReceiptWords.read(typed))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static boolean isRead(List<String> words) {
        try {
            ReceiptWords.read(String.join("", words));
            return true;
        } catch (Refusal.Violation found) {
            return false;
        }
    }

    private Receipt receipt() {
        var digits = new StringBuilder();
        random.ints(20, 0, 10).forEach(digits::append);
        return Receipt.parse(digits.toString()).orElseThrow();
    }

    private static String backwards(String word) {
        return new StringBuilder(word).reverse().toString();
    }

    private static String inDialect(String word) {
        return WordList.soundOf(word)
                .replace("zh", "z")
                .replace("ch", "c")
                .replace("sh", "s")
                .replaceAll("ng(?![aeiou])", "n")
                .replaceAll("\\bl", "n");
    }
}
