package cn.lianxin.spotcheck;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One draw of a period.
 *
 * @param place from 1, in the order in which they were made
 * @param until the weeks before this Monday lay before the draw
 * @param replaces the place of the one who could not be reached
 */
record Drawn(int place, Reason reason, LocalDate until, Candidate candidate, Optional<Integer> replaces) {

    /** Why it was drawn. */
    enum Reason {
        /** All that is about life and limb. */
        LIFE_SAFETY,
        /** The weekly lot. */
        WEEK,
        /** At the end of a period, where a unit has fewer than twenty. */
        TOP_UP,
        /** Next in order, for one who could not be reached. */
        REPLACEMENT
    }
}
