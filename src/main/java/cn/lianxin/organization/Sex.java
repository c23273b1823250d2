package cn.lianxin.organization;

/** As the enterprise's roster says it. */
public enum Sex {
    MALE,
    FEMALE
}
