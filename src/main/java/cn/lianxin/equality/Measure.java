package cn.lianxin.equality;

/** In what two groups can be treated differently. */
public enum Measure {
    OUTCOME,
    DAYS,
    /** Yuan, where an answer says how many. */
    AMOUNT
}
