package cn.lianxin.verdict;

import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.kernel.UnitId;

/**
 * A verdict that its worker cannot change any more and that was not published yet.
 *
 * @param waitsAt the unit with whose verdicts it will be published
 * @param withheld it was looked at before, in a batch whose verdicts were all alike
 * @param fromBelow it waits above the unit that it judges
 */
record Ripe(
        JudgedAnswer answer,
        UnitId waitsAt,
        Verdict.Solved solved,
        Verdict.Satisfied satisfied,
        boolean withheld,
        boolean fromBelow) {}
