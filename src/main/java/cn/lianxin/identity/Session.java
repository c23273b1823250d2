package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;

/**
 * One browser that is known to the server.
 *
 * @param shared it stands where many use it one after the other
 * @param secondFactor more than the password was given to open it
 */
record Session(
        String digest,
        Holder holder,
        Instant startedAt,
        Instant seenAt,
        Instant endsAt,
        boolean shared,
        boolean secondFactor,
        Device device) {

    private static final int HANDLE = 16;

    /** Whose it is: a person's who signed in, or whoever holds a receipt; never both. */
    sealed interface Holder {
        record Person(PersonId id) implements Holder {}

        record Receipt(String digest) implements Holder {}
    }

    /** By which its owner names it among his own; it opens nothing. */
    String handle() {
        return digest.substring(0, HANDLE);
    }

    /** The session after a use, its end moved on. */
    Session usedAt(Instant now, SessionLimits limits) {
        var end = shared
                ? limits.endOfShared(startedAt, now)
                : switch (holder) {
                    case Holder.Person _ -> limits.endOfPerson(startedAt, now);
                    case Holder.Receipt _ -> limits.endOfReceipt(startedAt, now);
                };
        return new Session(digest, holder, startedAt, now, end, shared, secondFactor, device);
    }
}
