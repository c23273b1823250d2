package cn.lianxin.insight;

/** By what a group is laid out in rows. */
public enum Dimension {
    UNIT,
    MONTH,
    MATTER,
    GRADE,
    CHANNEL
}
