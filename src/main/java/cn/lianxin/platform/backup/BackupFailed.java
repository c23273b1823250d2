package cn.lianxin.platform.backup;

import cn.lianxin.kernel.DomainEvent;
import java.time.Instant;

/**
 * A backup that was to be made by itself was not. Published at every attempt, so who hears it tells each person once.
 *
 * @param cause the same for all attempts of one day
 * @param trouble why, and what to do about it
 */
public record BackupFailed(Kind kind, String cause, Instant at, String trouble) implements DomainEvent {

    /** What was to be made. */
    public enum Kind {
        /** Rows of one snapshot. */
        ROWS,
        /** The files of the server, for going back to a moment. */
        BASE
    }
}
