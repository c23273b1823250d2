package cn.lianxin.identity;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.text.PlainText;

/** Why somebody was given or denied something, as it stands on record. */
final class Reason {

    private Reason() {}

    static String required(String typed, int longest) {
        var reason = PlainText.line(typed);
        if (reason.isEmpty()) {
            throw new Refusal.Violation("reason", "record-reason-missing");
        }
        if (PlainText.lengthOf(reason) > longest) {
            throw new Refusal.Violation("reason", "record-reason-too-long", longest);
        }
        return reason;
    }
}
