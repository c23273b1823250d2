package cn.lianxin.precedent;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;

/**
 * Somebody looked at a concern again because a like one was overturned.
 *
 * @param step at which that one was overturned, on its timeline
 * @param post of that day
 */
record Look(
        long overturned,
        int step,
        long like,
        SecondLook found,
        String reason,
        PersonId by,
        String name,
        String post,
        Instant at) {

    public String byWhom() {
        return (post + " " + name).strip();
    }
}
