package cn.lianxin.insight;

/** Why a figure is not shown. */
public enum Withheld {
    /** Nobody, fewer than five people, or subtraction would give such a group away; which of these is not told. */
    FEW,
    /** Verdicts are cut by unit and quarter only: another cut would let single ones be worked out. */
    ONLY_BY_UNIT,
    /** Nothing was published for it. */
    NOTHING,
    /** It is not final, or lies before the first case, and so was not counted. */
    NOT_YET
}
