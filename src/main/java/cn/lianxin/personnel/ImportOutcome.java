package cn.lianxin.personnel;

/** What becomes of a row. */
enum ImportOutcome {
    NEW,
    CHANGED,
    UNCHANGED,
    FAULTY
}
