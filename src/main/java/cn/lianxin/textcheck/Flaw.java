package cn.lianxin.textcheck;

/** What is wrong with the words that were found. */
public enum Flaw {
    WORD,
    /** Of a person or an organization, written nearly as it has to be. */
    NAME,
    /** Another one than he has, or in another order. */
    TITLE,
    ORDER,
    /** A day or an hour that is in no calendar. */
    DATE,
    WEEKDAY,
    /** What has not been yet is told as if it had. */
    FUTURE,
    UNIT,
    /** More than there can be of it. */
    MEASURE,
    DOUBLED,
    /** Quotation marks or brackets. */
    PAIRS
}
