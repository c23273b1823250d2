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
    LEDGER
}
