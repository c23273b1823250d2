package cn.lianxin.newsroom;

/** What the procedure of a channel gives to a role in a state; passing belongs to the stages. */
public enum ArticleRight {
    EDIT,
    PUBLISH,
    SCHEDULE,
    UNSCHEDULE,
    CORRECT,
    RETRACT,
    TAKE_DOWN,
    EXPIRE
}
