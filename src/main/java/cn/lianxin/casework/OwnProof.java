package cn.lianxin.casework;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.kernel.Actor;

/** That what was said can be proved, for the page of whoever raised it. The daybook implements it; without it the page works too. */
public interface OwnProof {

    boolean isThere(ConcernNumber number, Actor speaker);
}
