package cn.lianxin.casework;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.kernel.Actor;
import java.util.Optional;

/**
 * What the worker himself has said of the answer, for his own page and for nobody else's. The verdict room implements it;
 * where there is none, the page works without.
 */
public interface WorkerJudgement {

    /** Key of the sentence that repeats to him what he said; empty where he has not judged the answer that stands. */
    Optional<String> givenOn(ConcernNumber number, Actor speaker);
}
