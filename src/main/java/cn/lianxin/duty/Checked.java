package cn.lianxin.duty;

/** How far the words of a source were compared. */
public enum Checked {
    /** With the text of the rule itself. */
    ORIGINAL,
    /** What others say of it. */
    SECOND_HAND,
    /** From memory; a lawyer looks at it before it binds anybody. */
    UNVERIFIED,
    /** The enterprise's own. */
    OWN
}
