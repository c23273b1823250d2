package cn.lianxin.publicledger;

/** How an entry stands. */
enum EntryState {
    PROPOSED,
    APPROVED_ONCE,
    PUBLIC,
    DECLINED,
    /** By whoever proposed it, or because the consent was taken back. */
    RETRACTED;

    boolean waits() {
        return this == PROPOSED || this == APPROVED_ONCE;
    }
}
