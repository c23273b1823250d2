package cn.lianxin.disclosure;

/** What is kept of everything that was made public, such as an entry in the public log. */
public interface PublicRecord {

    /** Told within the transaction of the act: what is refused here is not done. */
    void enter(PublicAct act);
}
