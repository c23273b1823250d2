package cn.lianxin.precedent;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;

/**
 * What whoever decided one concern said of a like one.
 *
 * @param step of the answer, on the timeline of the one that was decided
 * @param share how like they were then
 * @param because why it was not decided the same way; empty where it was
 * @param post of that day
 */
record Answer(
        long concern,
        int step,
        long like,
        double share,
        boolean same,
        String because,
        PersonId by,
        String name,
        String post,
        Instant at) {

    String byWhom() {
        return (post + " " + name).strip();
    }
}
