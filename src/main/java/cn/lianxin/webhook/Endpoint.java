package cn.lianxin.webhook;

import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A system that is told of events.
 *
 * @param unit of whose desks, and those below, it is told
 * @param formerUntil until when calls are signed with the secret before, too
 * @param failingSince when the first of an unbroken row of failures was
 */
record Endpoint(
        long id,
        String name,
        UnitId unit,
        String unitName,
        String url,
        Set<EventKind> kinds,
        State state,
        Optional<Instant> formerUntil,
        Optional<Instant> failingSince) {

    enum State {
        ON,
        /** Switched off by an administrator. */
        OFF,
        /** Switched off because nothing got through for long, or the other side said that it is gone. */
        FAILED
    }
}
