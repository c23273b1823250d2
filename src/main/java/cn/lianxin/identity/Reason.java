package cn.lianxin.identity;

import cn.lianxin.kernel.Refusal;

/** Why somebody was given or denied something, as it stands on record. */
final class Reason {

    private Reason() {}

    static String required(String typed, int longest) {
        var reason = typed.strip();
        if (reason.isEmpty()) {
            throw new Refusal.Violation("reason", "record-reason-missing");
        }
        if (reason.codePointCount(0, reason.length()) > longest) {
            throw new Refusal.Violation("reason", "record-reason-too-long", longest);
        }
        return reason;
    }
}
