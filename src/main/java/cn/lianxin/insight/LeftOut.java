package cn.lianxin.insight;

/** Why a case of the group does not stand in a figure. */
public enum LeftOut {
    /** Its day has not come. */
    NOT_DUE,
    /** Questions and suggestions stand apart. */
    OTHER_KIND,
    /** It was in a ledger; its dates were written by those who are measured. */
    IMPORTED,
    /** Taken back before its day. */
    WITHDRAWN,
    /** Raised or entered by those who answer, and it would have bettered the figure. */
    OWN,
    /** There is no answer to speak of. */
    NO_ANSWER
}
