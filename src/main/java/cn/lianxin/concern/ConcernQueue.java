package cn.lianxin.concern;

/** The queues of the desk, the units, the leaders and the reviewers; each is one question in SQL. */
public enum ConcernQueue {
    /** Raised and not yet looked at. */
    NEW("c.state = 'FILED'"),
    /** Accepted, with no unit yet. */
    UNROUTED("c.state = 'ACCEPTED'"),
    /** A unit says that it is not its matter. */
    HANDED_BACK("c.state = 'HANDED_BACK'"),
    /** The worker says that it is not done. */
    RAISED_AGAIN("c.state = 'RAISED_AGAIN'"),
    /** Assigned, and nobody has taken it up. */
    UNACKNOWLEDGED("c.state = 'ASSIGNED'"),
    /** Promised for a day that has passed. */
    OVERDUE("not c.over and c.window_ends is null and c.reply_by < :now"),
    /** Everything that waits for an answer. */
    OPEN("not c.over and c.window_ends is null"),
    /** The worker's thirty days have passed: the file can be closed. */
    CONCLUDABLE("not c.over and c.window_ends < :now"),
    /** Mine. */
    MINE("not c.over and c.window_ends is null and c.owner_person = :person"),
    /** Assigned to a unit of mine, and nobody has taken it up. */
    TO_ACKNOWLEDGE(
            "c.state = 'ASSIGNED' and c.lead_unit in (select l.unit from organization.unit_line l where l.above = any (:handle))"),
    /** A reply waits for my approval, or a handler for more time. */
    TO_APPROVE("(c.state = 'REPLY_DRAFTED' or (c.state = 'IN_HAND' and c.state_data ->> 'extension' is not null))"
            + " and c.lead_unit in (select l.unit from organization.unit_line l where l.above = any (:lead))"),
    /** Two units say that it is not theirs. */
    TO_ARBITRATE(
            "c.state = 'IN_ARBITRATION'"
                    + " and c.desk_unit in (select l.unit from organization.unit_line l where l.above = any (:lead || :supervise))"),
    /** Somebody asks that the reply be looked at afresh. */
    TO_REVIEW("c.state = 'UNDER_REVIEW'");

    private final String condition;

    ConcernQueue(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    /** {@code handed-back} in addresses. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
