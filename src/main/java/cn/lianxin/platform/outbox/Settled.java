package cn.lianxin.platform.outbox;

/** How an attempt ended for a parcel. */
public enum Settled {
    SENT,
    /** It will be tried again. */
    POSTPONED,
    /** It may have arrived and is not tried again by itself. */
    UNKNOWN,
    GIVEN_UP
}
