package cn.lianxin.equality;

/** By what people or their concerns differ without being a reason to decide otherwise. */
public enum Trait {
    UNIT,
    /** 正式、派遣、外包. */
    EMPLOYMENT,
    CHANNEL,
    /** 实名、保密、匿名. */
    WAY
}
