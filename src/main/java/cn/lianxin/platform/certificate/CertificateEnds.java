package cn.lianxin.platform.certificate;

import cn.lianxin.kernel.DomainEvent;
import java.time.Instant;

/**
 * A certificate ends soon and nothing has renewed it. Published at every look, so who hears it tells each person once.
 *
 * @param cause the same until fewer days are left than at the next warning, and for one certificate alone
 * @param days so many are left
 */
public record CertificateEnds(Which which, String cause, Instant at, long days) implements DomainEvent {

    /** What ends. */
    public enum Which {
        /** The one that browsers are shown. */
        SERVER,
        /** The installation's own authority, whose successor every device has to trust anew. */
        AUTHORITY
    }
}
