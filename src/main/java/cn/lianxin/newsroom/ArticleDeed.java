package cn.lianxin.newsroom;

/** What was done with an article, as its course shows it. */
public enum ArticleDeed {
    SUBMITTED,
    SUBMITTED_AGAIN,
    WITHDRAWN,
    EDITED,
    PASSED,
    SENT_BACK,
    SCHEDULED,
    UNSCHEDULED,
    PUBLISHED,
    CORRECTION_BEGUN,
    CORRECTED,
    RETRACTED,
    TAKEN_DOWN,
    EXPIRY_SET,
    EXPIRED,
    /** Nobody has passed the last stage in time. */
    LAST_OVERDUE
}
