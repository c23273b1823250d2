package cn.lianxin.problem;

import java.time.Instant;

/** How far a problem has come; a move is a method of the state that permits it. None of them says that a concern is solved. */
public sealed interface ProblemState {

    /** Its owner still has to put it right. */
    sealed interface Sought extends ProblemState {

        default CauseNamed nameCause(Cause cause) {
            return new CauseNamed(cause);
        }
    }

    /** It is known what lies behind it. */
    sealed interface Known extends Sought {

        Cause cause();

        default CureDecided decideCure(Cure cure) {
            return new CureDecided(cause(), cure);
        }
    }

    /** What was decided is done, and it is seen whether that helped. */
    sealed interface Seen extends ProblemState {

        Remedy remedy();

        default Opened recur() {
            return new Opened();
        }
    }

    /** @param shown what shows that it was done */
    record Remedy(Cause cause, Cure cure, String shown) {}

    /** Nobody has said yet what lies behind it. */
    record Opened() implements Sought {}

    /** What lies behind it is said, and how that was found. */
    record CauseNamed(Cause cause) implements Known {}

    /** It is decided what is done, by whom and by when. */
    record CureDecided(Cause cause, Cure cure) implements Known {

        Watched finish(String shown, Instant since, Instant until) {
            return new Watched(new Remedy(cause, cure, shown), since, until);
        }
    }

    /** It is done; until that day it must not come back. */
    record Watched(Remedy remedy, Instant since, Instant until) implements Seen {

        WatchedOut runOut() {
            return new WatchedOut(remedy, since, until);
        }
    }

    /** It has not come back; somebody above who does not answer for it has to confirm that. */
    record WatchedOut(Remedy remedy, Instant since, Instant until) implements Seen {

        Closed confirm() {
            return new Closed(remedy, since, until);
        }

        Opened sendBack() {
            return new Opened();
        }
    }

    /** It has not come back, and somebody above has said so by name. */
    record Closed(Remedy remedy, Instant since, Instant until) implements ProblemState {}

    /** Its name in addresses of words and in the database. */
    default String code() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(java.util.Locale.ROOT);
    }
}
