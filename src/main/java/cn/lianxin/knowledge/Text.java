package cn.lianxin.knowledge;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.text.PlainText;

/**
 * What is asked and answered, as all read it.
 *
 * @param basis the rule it rests on, blank where there is none
 */
record Text(String asked, String answer, String basis) {

    static final int LONGEST_QUESTION = 300;
    static final int LONGEST_ANSWER = 3_000;

    /** Cleaned; refused where something is missing or too long. */
    Text clean() {
        return new Text(
                given("asked", PlainText.block(asked), LONGEST_QUESTION),
                given("answer", PlainText.block(answer), LONGEST_ANSWER),
                fitting("basis", PlainText.line(basis), LONGEST_QUESTION));
    }

    private static String given(String field, String text, int most) {
        if (text.isBlank()) {
            throw new Refusal.Violation(field, "required");
        }
        return fitting(field, text, most);
    }

    private static String fitting(String field, String text, int most) {
        var length = PlainText.lengthOf(text);
        if (length > most) {
            throw new Refusal.Violation(field, "words-too-long", most, length);
        }
        return text;
    }
}
