package cn.lianxin.concern;

import java.util.Set;

/** 护航: what a concern's page shows of the room that looks after whoever speaks; where there is none, it works without. */
public interface Safeguards {

    /** Whether whoever raised it is asked at this moment whether he is left in peace. */
    boolean asks(long concern);

    /** Who of the named was told of it and may have replied, by the keys of {@link CaseFile.About}. */
    Set<String> heard(long concern);
}
