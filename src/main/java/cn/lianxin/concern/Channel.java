package cn.lianxin.concern;

/** The way by which a concern came in. */
public enum Channel {
    PAGE,
    TERMINAL,
    DESK,
    TELEPHONE,
    LETTER,
    VISIT,
    CHAT,
    /** Through a program of another office. */
    APPLICATION,
    LEDGER;

    /** Whether whoever speaks up writes himself, on his own device, on a shared one or in another program. */
    public boolean withoutClerk() {
        return this == PAGE || this == TERMINAL || this == APPLICATION;
    }

    /** Whether a clerk wrote down what he heard, and has to read it back. */
    public boolean spoken() {
        return this == DESK || this == TELEPHONE || this == VISIT;
    }
}
