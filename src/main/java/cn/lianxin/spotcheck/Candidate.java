package cn.lianxin.spotcheck;

import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;

/**
 * An answer of a week that may be drawn.
 *
 * @param week its Monday
 * @param callable its worker spoke under his name; others cannot be called without giving them away
 */
record Candidate(
        JudgedAnswer answer, String number, UnitId unit, LocalDate week, boolean lifeSafety, boolean callable) {

    /** What the seed is applied to. */
    String name() {
        return number + "|" + answer.ordinal();
    }
}
