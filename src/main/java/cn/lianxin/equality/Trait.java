package cn.lianxin.equality;

/** By what people or their concerns differ without being a reason to decide otherwise. */
public enum Trait {
    UNIT,
    /** 正式、派遣、外包. */
    EMPLOYMENT,
    CHANNEL,
    /** 实名、保密、匿名. */
    WAY,
    /** 性别, where the enterprise's roster says it. */
    SEX,
    /** 年龄段, on the day of the filing. */
    AGE;

    /** Of kinds of people nothing is told while they are few. */
    boolean isOfPeople() {
        return this == EMPLOYMENT || this == SEX || this == AGE;
    }
}
