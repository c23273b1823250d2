package cn.lianxin.safeguard;

import cn.lianxin.organization.Employment;
import java.time.LocalDate;

/**
 * How a post of whoever spoke has changed, or who pays him.
 *
 * @param from in words of that day; a constant of {@link Employment} where that changed
 */
record PostChange(PostChangeKind what, String from, String to, LocalDate on) {

    private static final String BREAK = "\n";

    /** One text for the vault. */
    String text() {
        return String.join(BREAK, what.name(), from, to, on.toString());
    }

    static PostChange parse(String text) {
        var parts = text.split(BREAK, -1);
        return new PostChange(PostChangeKind.valueOf(parts[0]), parts[1], parts[2], LocalDate.parse(parts[3]));
    }
}
