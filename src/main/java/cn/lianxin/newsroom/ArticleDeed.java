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
    /** Its time had come, and words stood in the way. */
    HELD_UP,
    PUBLISHED,
    CORRECTION_BEGUN,
    CORRECTED,
    RETRACTED,
    TAKEN_DOWN,
    EXPIRY_SET,
    EXPIRED,
    /** What is public was found by a changed list and stays as it is. */
    LOOKED_AT,
    /** Nobody has passed the last stage in time. */
    LAST_OVERDUE;

    /** What came out by the fast lane is taken down when it is sent back. */
    boolean changesWhatIsPublic(Article after) {
        return switch (this) {
            case PUBLISHED, CORRECTED, RETRACTED, TAKEN_DOWN, EXPIRED -> true;
            case SENT_BACK -> after.face().standing() == Standing.TAKEN_DOWN;
            default -> false;
        };
    }
}
