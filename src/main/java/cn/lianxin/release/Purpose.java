package cn.lianxin.release;

/** What somebody wants to know a name for; there is no other purpose. */
public enum Purpose {
    /** He or somebody else is in danger. */
    PROTECT,
    /** Only he can say what has to be known, and asking him through the concern did not help. */
    ASK,
    /** What is owed to him cannot be given to an alias. */
    REMEDY,
    /** The law demands it. */
    LAW
}
