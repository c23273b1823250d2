package cn.lianxin.verdict;

import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was published of the verdicts on one unit's answers.
 *
 * @param answers that could have been judged by then; those beyond {@code rated} have no verdict, or one that still waits
 * @param last when the newest batch came out
 */
public record UnitVerdicts(
        UnitId unit,
        int answers,
        int rated,
        int solved,
        int partly,
        int notSolved,
        int satisfied,
        int fairly,
        int notSatisfied,
        Optional<LocalDate> last) {

    /** Without a verdict, or with one that waits for others. */
    public int silent() {
        return Math.max(0, answers - rated);
    }
}
