package cn.lianxin.escalation;

import cn.lianxin.promise.Stage;
import java.time.Instant;

/**
 * A threshold of one clock, and when it is reached.
 *
 * @param began when the clock began to run
 * @param place from 1: half of the time, four fifths, all of it, and each step beyond
 */
record Rung(Stage clock, Instant began, int place, Instant at) {

    static final int LAST_IN_TIME = 3;

    /** As people read it. */
    String threshold() {
        return switch (place) {
            case 1 -> "50%";
            case 2 -> "80%";
            case LAST_IN_TIME -> "100%";
            default -> "100%+" + (place - LAST_IN_TIME);
        };
    }
}
