package cn.lianxin.problem;

/** What was done, as it stands in the timeline of a problem. */
public enum ProblemDeed {
    OPENED,
    ATTACHED,
    DETACHED,
    GIVEN,
    CAUSE_NAMED,
    CURE_DECIDED,
    DONE,
    TOLD,
    NOT_TOLD,
    DATE_MOVED,
    LATE,
    RECURRED,
    WATCHED_OUT,
    CONFIRMER,
    SENT_BACK,
    CLOSED
}
