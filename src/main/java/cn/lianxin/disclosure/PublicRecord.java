package cn.lianxin.disclosure;

/** What an outer room keeps of everything that was made public. Without one, notices are published all the same. */
public interface PublicRecord {

    /** Told within the transaction of the act: what is refused here is not done. */
    void enter(PublicAct act);
}
