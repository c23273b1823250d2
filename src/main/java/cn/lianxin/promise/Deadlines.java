package cn.lianxin.promise;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What was promised, by when. Made once, by the rule in force at that moment; a later change of the rule moves nothing.
 *
 * @param acknowledgeBy when somebody has to have taken it up
 * @param replyBy when the worker has to have his answer
 */
public record Deadlines(Instant acknowledgeBy, Instant replyBy) {

    /** To the microsecond, as the database keeps it: a promise reads the same before and after it is stored. */
    public Deadlines {
        acknowledgeBy = acknowledgeBy.truncatedTo(ChronoUnit.MICROS);
        replyBy = replyBy.truncatedTo(ChronoUnit.MICROS);
    }

    /** The earlier of each: what was promised is never made later by looking again. */
    public Deadlines stricter(Deadlines other) {
        return new Deadlines(
                acknowledgeBy.isBefore(other.acknowledgeBy) ? acknowledgeBy : other.acknowledgeBy,
                replyBy.isBefore(other.replyBy) ? replyBy : other.replyBy);
    }
}
