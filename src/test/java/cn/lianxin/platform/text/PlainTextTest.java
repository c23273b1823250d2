package cn.lianxin.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "综采一队早班澡堂没有热水，已经三天了。",
                "Wages for October: 3,200.50 元 (少了 200)!",
                "👨‍👩‍👧‍👦 一家四口",
                "👩🏽‍🔧 检修",
                "🇨🇳🇭🇰",
                "❤️ 谢谢 ☎️ 8420",
                "1️⃣ 2️⃣ #️⃣",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "👁️‍🗨️",
                "葛\uDB40\uDD00城 𠮷野 㐂",
                "café naïve Ünïcode",
                "Việt ngữ"
            })
    void what_people_really_write_survives(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);

        assertThat(PlainText.line(text)).isEqualTo(composed);
        assertThat(PlainText.block(text)).isEqualTo(composed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "张\u0000三 | 张三",
                "张\u001B[31m三 | 张[31m三",
                "工资\u202E少了 | 工资少了",
                "\u2066A\u2069 | A",
                "工\u200B资 | 工资",
                "工\u200D资 | 工资",
                "工\u200C资 | 工资",
                "\uFEFF工资 | 工资",
                "工\uFE0F资 | 工资",
                "1\uFE0F | 1",
                "👍\u200D | 👍",
                "👍\u200D好 | 👍好",
                "\u3164 | ''",
                "工\u00AD资 | 工资",
                "\uD83D好 | 好",
                "\uDE00好\uD83D | 好",
                "\uFFFF\uFDD0好 | 好",
                "e\u0301 | é",
                "a\uDB40\uDC67\uDB40\uDC7F | a",
                "🏴\uDB40\uDC67\uDB40\uDC62 | 🏴",
                "\u3000\u00A0好\u00A0的\u3000 | 好 的"
            })
    void what_hides_in_a_line_is_left_out(String raw, String kept) {
        assertThat(PlainText.line(raw)).isEqualTo(kept);
    }

    @Test
    void a_line_has_no_breaks() {
        assertThat(PlainText.line(" 一\r\n二\t三\u2028四  五\n\n")).isEqualTo("一 二 三 四 五");
    }

    @Test
    void a_block_keeps_its_paragraphs_and_indents_but_not_a_page_of_nothing() {
        var raw = "\n\u3000\u3000第一段 \r\n\u3000\u3000第二段\u3000\r\r\n\u2029\n\n\n第三段\u0085第四段\t完\n\n";

        assertThat(PlainText.block(raw)).isEqualTo("第一段\n\u3000\u3000第二段\n\n\n第三段\n第四段 完");
    }

    @Test
    void a_letter_carries_at_most_four_marks() {
        var flood = "Z" + "\u0316\u0301\u0327".repeat(500) + "好";

        assertThat(PlainText.lengthOf(PlainText.line(flood))).isLessThanOrEqualTo(6);
        assertThat(PlainText.line(flood)).startsWith("Ź").endsWith("好");
    }

    @Test
    void nothing_is_an_empty_text() {
        assertThat(PlainText.line(null)).isEmpty();
        assertThat(PlainText.block(" \u200B\n\t\u3000\u0000")).isEmpty();
    }

    @Test
    void length_counts_characters_not_their_storage() {
        assertThat(PlainText.lengthOf("𠮷😀好")).isEqualTo(3);
    }

    @Test
    void a_very_long_text_is_cleaned_in_time() {
        var raw = "澡堂\u200B没热水👨‍👩‍👧\r\n".repeat(20_000);

        assertThat(PlainText.lengthOf(PlainText.block(raw))).isEqualTo(11 * 20_000 - 1);
    }

    @Test
    void random_texts_come_out_clean_and_stay_as_they_are() {
        var texts = new RandomText(20261122);
        for (int round = 0; round < 20_000; round++) {
            var raw = texts.next(30);

            var line = PlainText.line(raw);
            var block = PlainText.block(raw);

            assertThat(PlainText.line(line)).as("line of %s", escaped(raw)).isEqualTo(line);
            assertThat(PlainText.block(block)).as("block of %s", escaped(raw)).isEqualTo(block);
            assertThat(Normalizer.isNormalized(block, Normalizer.Form.NFC))
                    .as(escaped(block))
                    .isTrue();
            assertThat(line).doesNotContain("\n");
            assertThat(block).doesNotContain("\n\n\n\n");
            assertThat(block.codePoints().filter(PlainTextTest::isForbidden))
                    .as(escaped(raw))
                    .isEmpty();
        }
    }

    private static boolean isForbidden(int character) {
        return switch (UCharacter.getType(character)) {
            case UCharacter.CONTROL -> character != '\n';
            case UCharacter.SURROGATE, UCharacter.LINE_SEPARATOR, UCharacter.PARAGRAPH_SEPARATOR -> true;
            case UCharacter.UNASSIGNED -> !PlainText.isPictograph(character);
            case UCharacter.SPACE_SEPARATOR -> character != ' ' && character != '\u3000';
            case UCharacter.FORMAT -> character != 0x200D && !InvisibleInContext.isTag(character);
            default ->
                UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                        && !InvisibleInContext.isVariant(character);
        };
    }

    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj("U+%04X "::formatted)
                .reduce("", String::concat)
                .strip();
    }
}
