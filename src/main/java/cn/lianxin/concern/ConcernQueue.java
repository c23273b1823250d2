package cn.lianxin.concern;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The queues of the desk, the units, the leaders and the reviewers; each is one question in SQL. A restricted case stands
 * in the same queues, for supervisors alone.
 */
public enum ConcernQueue {
    /** Raised and not yet looked at. */
    NEW("c.state = 'FILED'", Circle.DESK),
    /** Accepted, with no unit yet. */
    UNROUTED("c.state = 'ACCEPTED'", Circle.DESK),
    /** A unit says that it is not its matter. */
    HANDED_BACK("c.state = 'HANDED_BACK'", Circle.DESK),
    /** The worker says that it is not done. */
    RAISED_AGAIN("c.state = 'RAISED_AGAIN'", Circle.DESK),
    /** Assigned, and nobody has taken it up. */
    UNACKNOWLEDGED("c.state = 'ASSIGNED'", Circle.DESK),
    /** The worker says that this is not what he said in his recording. */
    MISHEARD("c.transcript_disputed and not c.over", Circle.DESK),
    /** Promised for a day that has passed. */
    OVERDUE(ConcernQueue.WAITING + " and c.reply_by < :now", Circle.DESK),
    /** The worker's thirty days have passed: the file can be closed. */
    CONCLUDABLE("not c.over and c.window_ends < :now", Circle.DESK),
    /** Everything that waits for an answer. */
    OPEN(ConcernQueue.WAITING, Circle.DESK),
    /** Mine, and of those who are away and for whom I stand in. */
    MINE(ConcernQueue.WAITING + " and c.owner_person = any (:mine)", Circle.WHOEVER_SEES_IT),
    /** Assigned to a unit of mine, and nobody has taken it up. */
    TO_ACKNOWLEDGE("c.state = 'ASSIGNED'", Circle.LEAD),
    /** A reply waits for my approval, or a handler for more time. */
    TO_APPROVE(
            "(c.state = 'REPLY_DRAFTED' and not " + ConcernQueue.UNANSWERED
                    + " or (c.state = 'IN_HAND' and c.state_data ->> 'extension' is not null))",
            Circle.LEADER),
    /** Two units say that it is not theirs. */
    TO_ARBITRATE("c.state = 'IN_ARBITRATION'", Circle.ARBITER),
    /** Somebody asks that the reply be looked at afresh. */
    TO_REVIEW("c.state = 'UNDER_REVIEW'", Circle.SUPERVISOR),
    /** How it ended waits for a name from outside: there is nothing to answer, it was declined, it was withdrawn. */
    TO_SIGN("(c.look_by is not null or c.state = 'REPLY_DRAFTED' and " + ConcernQueue.UNANSWERED + ")", Circle.OUTSIDE);

    private static final String UNANSWERED =
            "coalesce(c.state_data -> 'reply' ->> 'finding', 'ANSWERED') <> 'ANSWERED'";

    /** Somebody waits for an answer. */
    static final String WAITING = "not c.over and c.window_ends is null";

    private final String condition;

    ConcernQueue(String question, Circle circle) {
        this.condition = question + " and " + circle.condition + " and " + Scope.OF_OTHERS;
    }

    String condition() {
        return condition;
    }

    /** By which moment its rows stand in order, the earliest first. */
    String due() {
        return this == TO_SIGN ? "coalesce(c.look_by, c.reply_by)" : "c.reply_by";
    }

    Instant due(ConcernRow row) {
        return this == TO_SIGN ? row.lookBy().orElse(row.replyBy()) : row.replyBy();
    }

    /** {@code handed-back} in addresses. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The queue with this name in addresses. */
    public static Optional<ConcernQueue> of(String slug) {
        return Arrays.stream(values())
                .filter(queue -> queue.slug().equals(slug))
                .findFirst();
    }

    /** Whose work it is; the same people to whom {@link Standing} gives the moves. */
    private enum Circle {
        DESK(Scope.belowUnlessRestricted("desk_unit", ":desk")),
        LEAD(Scope.belowUnlessRestricted("lead_unit", ":handle")),
        LEADER(Scope.belowUnlessRestricted("lead_unit", ":lead")),
        ARBITER(Scope.below("desk_unit", ":lead || :supervise")),
        SUPERVISOR(
                "(" + Scope.below("desk_unit", ":supervise") + " or " + Scope.below("lead_unit", ":supervise") + ")"),
        OUTSIDE("concern.stands_outside(:person, c.desk_unit, c.lead_unit, c.assisting)"
                + " and not exists (select 1 from concern.step s where s.concern = c.id and s.by_person = :person)"),
        WHOEVER_SEES_IT("true");

        private final String condition;

        Circle(String condition) {
            this.condition = condition;
        }
    }
}
