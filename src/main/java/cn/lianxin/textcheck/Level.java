package cn.lianxin.textcheck;

/** How much what was found stands in the way. */
public enum Level {
    /** Shown; nobody has to do anything. */
    HINT,
    /** Goes on when somebody says by name why it is right. */
    CONFIRM,
    /** Does not go on. Only a word of the list does that. */
    BLOCK
}
