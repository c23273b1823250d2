package cn.lianxin.textcheck;

/** When a text was looked at. */
public enum Occasion {
    SUBMITTED,
    PASSED,
    PUBLISHED,
    LIST_CHANGED
}
