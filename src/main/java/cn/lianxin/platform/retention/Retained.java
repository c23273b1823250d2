package cn.lianxin.platform.retention;

import cn.lianxin.kernel.Actor;
import java.time.Instant;

/** What happened to kept data; told in the transaction in which it happens, so that it stands in the audit trail or did not happen. */
public sealed interface Retained {

    /** @param count how many; never which */
    record Erased(String kind, int count, Instant before) implements Retained {}

    /** Somebody has changed how long a kind is kept. */
    record TermChanged(String kind, int from, int to, String reason, Actor by) implements Retained {}

    /** While proceedings go on, nothing of this concern is let go of. */
    record Held(String subject, String reason, Actor by) implements Retained {}

    /** They are over. */
    record Released(String subject, Actor by) implements Retained {}
}
