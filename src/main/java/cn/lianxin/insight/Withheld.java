package cn.lianxin.insight;

/** Why a figure is not shown. */
public enum Withheld {
    /** Fewer than five people, or subtraction would give such a group away. */
    FEW,
    /** Verdicts are cut by unit and quarter only: another cut would let single ones be worked out. */
    ONLY_BY_UNIT,
    /** Nothing was published for it. */
    NOTHING
}
