package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.promise.Deadlines;
import cn.lianxin.promise.Grade;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A concern that waits for an answer, as those see it who watch over its time; nothing of what was said.
 *
 * @param untold whoever raised it, and everybody who stays out of it
 * @param promisedAt when the promise that counts now was made
 * @param takenUp whether somebody has taken it up since
 * @param handledAt when somebody who handles it last made a step, or the promise
 * @param pausedUntil while the clock stands still
 */
public record WaitingConcern(
        long id,
        ConcernNumber number,
        String matter,
        Grade grade,
        boolean restricted,
        UnitId owner,
        Set<PersonId> untold,
        Instant promisedAt,
        boolean takenUp,
        Instant handledAt,
        Deadlines deadlines,
        Optional<Instant> pausedUntil) {}
