package cn.lianxin.webhook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a system can be told of. Words between people, notes and verdicts are not among it. */
enum EventKind {
    FILED,
    ACCEPTED,
    DECLINED,
    ASSIGNED,
    ACKNOWLEDGED,
    HANDED_BACK,
    EXTENSION_GRANTED,
    REPLIED,
    RAISED_AGAIN,
    REVIEW_ASKED,
    REVIEWED,
    CONCLUDED,
    WITHDRAWN;

    /** {@code concern.raised_again}. */
    String type() {
        return "concern." + name().toLowerCase(Locale.ROOT);
    }

    static Optional<EventKind> of(String stepKind) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(stepKind))
                .findFirst();
    }
}
