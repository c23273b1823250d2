package cn.lianxin.organization;

/** Who pays him (用工性质). Everybody may raise a concern, whoever pays. */
public enum Employment {
    /** 本单位职工. */
    OWN,
    /** 劳务派遣. */
    DISPATCHED,
    /** 外包、承包单位的职工. */
    CONTRACTOR
}
