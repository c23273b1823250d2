package cn.lianxin.publicledger;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.text.PlainText;

/** What was asked and what was answered, as all read it. */
record Wording(String request, String reply) {

    static final int LONGEST_REQUEST = 500;
    static final int LONGEST_REPLY = 3_000;

    /** Cleaned; refused where something is missing or too long. */
    Wording clean() {
        return new Wording(given("request", request, LONGEST_REQUEST), given("reply", reply, LONGEST_REPLY));
    }

    private static String given(String field, String raw, int most) {
        var text = PlainText.block(raw);
        if (text.isBlank()) {
            throw new Refusal.Violation(field, "required");
        }
        var length = PlainText.lengthOf(text);
        if (length > most) {
            throw new Refusal.Violation(field, "words-too-long", most, length);
        }
        return text;
    }
}
