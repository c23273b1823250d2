package cn.lianxin.publicledger;

import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A concern as all may read it at this moment.
 *
 * @param verdicts of the batch in which a verdict on it came out; empty before
 * @param cameBack whether the same came up again within ninety days; empty while that is open
 */
record Shown(
        long number,
        Wording wording,
        UnitId unit,
        String unitName,
        String matter,
        LocalDate promisedOn,
        LocalDate repliedOn,
        Instant since,
        Optional<Verdicts> verdicts,
        Optional<Boolean> cameBack,
        int pictures) {

    /** A picture beside the words. */
    record Picture(int place, int width, int height, String alternativeText, List<Covered> covers, String sha256) {}

    /** What was said of a whole batch of answers, five or more, and not all alike. */
    record Verdicts(
            LocalDate releasedOn,
            String unitName,
            int rated,
            int solved,
            int partly,
            int notSolved,
            int satisfied,
            int fairly,
            int notSatisfied) {}

    /** By how many days the answer came after the promise; none where it was kept. */
    long daysLate() {
        return Math.max(0, ChronoUnit.DAYS.between(promisedOn, repliedOn));
    }
}
