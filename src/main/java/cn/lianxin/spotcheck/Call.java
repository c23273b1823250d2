package cn.lianxin.spotcheck;

import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.kernel.UnitId;

/**
 * Somebody to be called. It tells nothing of his verdict, nor whether he gave one.
 *
 * @param place of the draw in its period
 * @param attempts on how many days he could not be reached
 */
public record Call(
        long period, int place, JudgedAnswer answer, String number, UnitId unit, boolean lifeSafety, int attempts) {

    static final int MOST_ATTEMPTS = 3;
}
