package cn.lianxin.knowledge;

/** How a wording stands. */
enum WordingState {
    PROPOSED,
    APPROVED_ONCE,
    PUBLIC,
    /** A later wording is public. */
    REPLACED,
    DECLINED,
    /** By whoever proposed it, before it was public. */
    WITHDRAWN;

    boolean waits() {
        return this == PROPOSED || this == APPROVED_ONCE;
    }
}
