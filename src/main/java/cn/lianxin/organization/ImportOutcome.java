package cn.lianxin.organization;

/** What becomes of a row. */
enum ImportOutcome {
    NEW,
    CHANGED,
    UNCHANGED,
    FAULTY
}
