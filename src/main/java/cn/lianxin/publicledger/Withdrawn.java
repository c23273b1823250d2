package cn.lianxin.publicledger;

/** By which rule something is down. */
enum Withdrawn {
    /** Whoever raised it took his consent back; he needs no reason. */
    REPORTER,
    IDENTIFIES,
    MISTAKEN,
    /** It may not be told of any more, or its answer was found wrong. */
    CASE_CHANGED;

    /** Whether the office may say so. */
    boolean ofOffice() {
        return this == IDENTIFIES || this == MISTAKEN;
    }
}
