package cn.lianxin.newsroom;

/** How far the newest revision has come; apart from what is public. */
public enum Working {
    IN_REVIEW,
    SENT_BACK,
    WITHDRAWN,
    /** By as many as have to. */
    PASSED,
    SCHEDULED,
    /** Nothing is worked on. */
    SETTLED
}
