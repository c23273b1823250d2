package cn.lianxin.newsroom;

/** What an article mainly is. */
public enum ArticleKind {
    TEXT,
    /** The pictures tell it; there is at least one. */
    PICTURES,
    /** A few lines. */
    BULLETIN
}
