package cn.lianxin.sealed;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a device sends: closed, with two values by which it is known again and from which nothing can be computed. */
record NewSealedReport(
        String tokenDigest,
        String openingDigest,
        PublicKey reporter,
        String reporterLock,
        Envelope envelope,
        boolean climbs) {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{24}");
    private static final Pattern OPENING = Pattern.compile("[0-9a-f]{64}");

    record Sent(
            @Nullable String token,
            @Nullable String opening,
            PublicKey.@Nullable Sent reporter,
            @Nullable String reporterLock,
            @Nullable String head,
            Envelope.@Nullable Sent envelope,
            boolean climbs) {

        NewSealedReport checked() {
            if (envelope == null) {
                throw Sealing.broken();
            }
            return new NewSealedReport(
                    Sealing.digest(token, TOKEN),
                    digestOf(opening),
                    PublicKey.of(reporter),
                    Sealing.locked(reporterLock),
                    envelope.checked(head),
                    climbs);
        }
    }

    /** What is kept of what a receipt leads to. */
    static String digestOf(@Nullable String opening) {
        return Sealing.digest(opening, OPENING);
    }
}
