package cn.lianxin.platform.retention;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a room keeps of one kind of data: how it lets go of it when the term is over, and what of it is one person's. The
 * platform asks, the rooms answer.
 */
public interface KeptData {

    /** The code of its kind in the table of kinds. */
    String kind();

    /** The tables out of which {@link #erase} takes what is over, with their schema; empty where it takes nothing. */
    default Set<String> erases() {
        return Set.of();
    }

    /**
     * Lets go of what was over before then, in the transaction of whoever asks; asked again until there is nothing left.
     *
     * @param most how many at once, of each table
     * @return how many went
     */
    default int erase(@SuppressWarnings("unused") Instant before, @SuppressWarnings("unused") int most) {
        return 0;
    }

    /** Whether {@link #erase} does everything at once in transactions of its own. */
    default boolean atItsOwnPace() {
        return false;
    }

    /** What is kept of one person, and may be shown to him: never the name of another that he does not see elsewhere. */
    default List<OwnTable> of(@SuppressWarnings("unused") PersonId person) {
        return List.of();
    }

    /** Files that are his, one after the other. */
    default void files(@SuppressWarnings("unused") PersonId person, @SuppressWarnings("unused") OwnFile.Taker taker) {}
}
