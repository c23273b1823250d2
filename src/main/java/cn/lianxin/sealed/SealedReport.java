package cn.lianxin.sealed;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A sealed report, as far as the installation knows it: no word, no name, no title.
 *
 * @param reporterLock the private half of the sender's key under his receipt
 * @param climbs whether the supervisor above may be asked when all of them let the day go by
 * @param recipients who may open it today; the first answers for it
 */
record SealedReport(
        long id,
        String number,
        String reporterKid,
        String reporterKey,
        String reporterLock,
        long envelope,
        Instant filedAt,
        LocalDate dueOn,
        boolean climbs,
        List<Recipient> recipients,
        List<SealedStep> steps) {

    record Recipient(PersonId person, UnitId unit) {}

    SealedReport {
        recipients = List.copyOf(recipients);
        steps = List.copyOf(steps);
    }

    /** Exactly one at every instant. */
    Recipient owner() {
        return recipients.getFirst();
    }

    SealedState state() {
        return SealedState.of(steps);
    }
}
