package cn.lianxin.concern;

/** Whether a room further out tells something of a concern to all, so that whoever raised it learns that there is something to take down. */
public interface ToldElsewhere {

    boolean tells(long concern);
}
