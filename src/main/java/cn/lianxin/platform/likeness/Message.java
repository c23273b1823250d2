package cn.lianxin.platform.likeness;

import java.time.Instant;

/**
 * A text that arrives.
 *
 * @param id of the asker, never used twice
 */
public record Message(long id, String title, String detail, Instant at) {

    private static final int HEADING = 30;

    /** Where nobody wrote a title, the first words stand for it. */
    String heading() {
        return title.isBlank() ? detail.substring(0, Math.min(HEADING, detail.length())) : title;
    }

    String whole() {
        return title + "\n" + detail;
    }
}
