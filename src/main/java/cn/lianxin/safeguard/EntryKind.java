package cn.lianxin.safeguard;

/** Why it is there. */
public enum EntryKind {
    /** Whoever spoke says that somebody gives him trouble. */
    TROUBLE,
    /** A post of his, or who pays him, has changed. */
    CHANGE
}
