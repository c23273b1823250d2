package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;

/**
 * What everybody has to have read before anything is open to him by a browser. This room asks; where no other answers,
 * nothing is to be read. Programs come by tokens and are not held up.
 */
public interface RequiredReading {

    /** Whether he has not confirmed what stands there now. Asked often: it has to answer without a query as a rule. */
    boolean isOwedBy(PersonId person);
}
