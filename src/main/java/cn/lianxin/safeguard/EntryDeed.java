package cn.lianxin.safeguard;

/** What was done with it. */
public enum EntryDeed {
    /** Whoever spoke tapped. */
    RAISED,
    /** The change came to notice, or was not explained. */
    FOUND,
    /** More words of whoever spoke. */
    SAID,
    GIVEN,
    NOBODY,
    TAKEN,
    DONE,
    ENDED
}
