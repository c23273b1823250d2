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
    LEDGER;

    /** Whether whoever speaks up writes himself, on his own device or a shared one. */
    public boolean withoutClerk() {
        return this == PAGE || this == TERMINAL;
    }
}
