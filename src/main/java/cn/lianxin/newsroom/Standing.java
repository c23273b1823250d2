package cn.lianxin.newsroom;

/** What readers find of it. */
public enum Standing {
    UNPUBLISHED,
    PUBLIC,
    /** It was wrong: its title stays, with what is said of it. */
    RETRACTED,
    TAKEN_DOWN,
    EXPIRED
}
