package cn.lianxin.precedent;

/** What somebody found who looked at a decided concern again. */
enum SecondLook {
    STANDS,
    /** Nothing is reopened by that: it goes by the moves of the concern itself. */
    REOPEN
}
