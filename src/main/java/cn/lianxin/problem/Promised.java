package cn.lianxin.problem;

import java.time.Instant;

/**
 * By when the owner answers for it.
 *
 * @param round from 1, one more each time it came back or was sent back
 * @param recurrences how often it came back
 * @param moved whether the date was put off already, which happens once a round
 */
public record Promised(int round, int recurrences, Instant beganAt, Instant dueAt, boolean moved) {

    static Promised first(Instant now, Instant dueAt) {
        return new Promised(1, 0, now, dueAt, false);
    }

    Promised again(boolean cameBack, Instant now, Instant due) {
        return new Promised(round + 1, cameBack ? recurrences + 1 : recurrences, now, due, false);
    }

    Promised until(Instant due) {
        return new Promised(round, recurrences, beganAt, due, true);
    }
}
