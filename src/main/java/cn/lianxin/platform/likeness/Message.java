package cn.lianxin.platform.likeness;

import java.time.Instant;

/**
 * A text that arrives.
 *
 * @param id of the asker, never used twice
 * @param from who or what sent it, such as a crew; alarms ask for more than one
 */
public record Message(long id, String title, String detail, Instant at, String from) {

    private static final int TITLE = 30;

    /** Where nobody wrote a title, the first words stand for it. */
    String heading() {
        return title.isBlank() ? detail.substring(0, Math.min(TITLE, detail.length())) : title;
    }

    String whole() {
        return title + "\n" + detail;
    }
}
