package cn.lianxin.sealed;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.util.Optional;

/**
 * What was done with a sealed report; whoever sent it reads all of them.
 *
 * @param person empty where it was the sender himself
 * @param post that the person had then
 * @param note which key holders came, what was done against trouble, or nothing
 * @param envelope the answer
 */
record SealedStep(
        Kind kind,
        Instant at,
        Optional<PersonId> person,
        Optional<UnitId> unit,
        String post,
        String note,
        Optional<Long> envelope) {

    enum Kind {
        OPENED,
        ANSWERED,
        ENOUGH,
        NOT_ENOUGH,
        /** Two key holders have begun to open it for somebody. */
        RECOVERY,
        /** That somebody can read it now. */
        GIVEN,
        /** Its day went by without an answer; this person answers for it from now on. */
        LATE,
        /** Whoever sent it is left in peace. */
        PEACE,
        /** Whoever sent it is given trouble. */
        TROUBLE,
        /** This person, of another line, looks after him. */
        GUARDED,
        /** What that person has done. */
        HELPED;

        /** Only between the sender and whoever looks after him: those who read the report learn nothing of it. */
        boolean isOfPeace() {
            return switch (this) {
                case PEACE, TROUBLE, GUARDED, HELPED -> true;
                case OPENED, ANSWERED, ENOUGH, NOT_ENOUGH, RECOVERY, GIVEN, LATE -> false;
            };
        }
    }

    static SealedStep ofSender(Kind kind, Instant at) {
        return new SealedStep(kind, at, Optional.empty(), Optional.empty(), "", "", Optional.empty());
    }
}
