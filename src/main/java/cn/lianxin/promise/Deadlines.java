package cn.lianxin.promise;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What was promised, by when. Made once, by the rules in force at that moment; a later change of the rules moves nothing.
 *
 * @param acknowledgeBy when somebody has to have taken it up
 * @param replyBy when the worker has to have his answer
 * @param rules the keys of the two rules that set them, in this order; empty for what was promised before rules had keys
 */
public record Deadlines(Instant acknowledgeBy, Instant replyBy, List<Long> rules) {

    /** To the microsecond, as the database keeps it: a promise reads the same before and after it is stored. */
    public Deadlines {
        acknowledgeBy = acknowledgeBy.truncatedTo(ChronoUnit.MICROS);
        replyBy = replyBy.truncatedTo(ChronoUnit.MICROS);
        rules = List.copyOf(rules);
    }

    /** By no rule that is known. */
    public Deadlines(Instant acknowledgeBy, Instant replyBy) {
        this(acknowledgeBy, replyBy, List.of());
    }

    /** The earlier of each: what was promised is never made later by looking again. */
    public Deadlines stricter(Deadlines other) {
        var acknowledgement = other.acknowledgeBy.isBefore(acknowledgeBy) ? other : this;
        var reply = other.replyBy.isBefore(replyBy) ? other : this;
        var same = acknowledgement.rules.equals(reply.rules);
        return new Deadlines(
                acknowledgement.acknowledgeBy,
                reply.replyBy,
                same ? reply.rules : List.of(acknowledgement.rule(0), reply.rule(1)));
    }

    /** The answer by another day, as was granted; it stays the promise that it was. */
    public Deadlines withReplyBy(Instant other) {
        return new Deadlines(acknowledgeBy, other, rules);
    }

    private long rule(int place) {
        return rules.isEmpty() ? 0 : rules.get(place);
    }
}
