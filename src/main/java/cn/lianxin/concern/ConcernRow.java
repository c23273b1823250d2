package cn.lianxin.concern;

import cn.lianxin.promise.Grade;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a list.
 *
 * @param state constant name, {@code UNDER_REVIEW}; pages say it in words
 * @param unit short name of the unit that it is about, a crew with its district
 * @param lookBy by when somebody outside has to look at how it ended, while nobody has
 * @param guarded whether it is protected, and not the reader's own
 * @param lead short name of the lead unit, empty before there is one
 */
public record ConcernRow(
        long id,
        String number,
        String title,
        String matter,
        Grade grade,
        ConcernKind kind,
        Channel channel,
        Reporter.Mode mode,
        String state,
        String unit,
        String lead,
        String ownerUnit,
        String ownerName,
        Instant replyBy,
        Instant filedAt,
        Instant changedAt,
        Optional<Instant> lookBy,
        TimeSpent time,
        boolean guarded) {

    /** Whether somebody still waits for an answer. */
    public boolean waits() {
        return switch (state) {
            case "REPLIED", "DECLINED", "REVIEWED", "CONCLUDED", "WITHDRAWN" -> false;
            default -> true;
        };
    }
}
