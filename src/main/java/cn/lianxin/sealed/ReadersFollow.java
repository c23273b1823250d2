package cn.lianxin.sealed;

import cn.lianxin.identity.IdentityEvent;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * No sealed report waits for somebody who is gone: when a recipient is a supervisor no more, the next of them answers for
 * it; where he was the last, the nearest supervisor of the line, in the same transaction. He cannot read it until two key
 * holders open it for him.
 */
@Component
class ReadersFollow {

    private final SealedReports reports;
    private final Officers officers;
    private final Clock clock;

    ReadersFollow(SealedReports reports, Officers officers, Clock clock) {
        this.reports = reports;
        this.officers = officers;
        this.clock = clock;
    }

    /** Refuses as {@code no-successor} where nobody could take it over. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void roleEnded(IdentityEvent.GrantEnded ended) {
        if (ended.role() == Role.SUPERVISOR) {
            reports.everyOf(ended.person()).stream()
                    .filter(report ->
                            report.recipients().contains(new SealedReport.Recipient(ended.person(), ended.unit())))
                    .forEach(report -> follow(report, ended.person(), ended.unit()));
        }
    }

    private void follow(SealedReport report, PersonId gone, UnitId unit) {
        if (report.recipients().size() == 1) {
            var next = officers.nearestBut(gone, unit).orElseThrow(() -> new Refusal.Conflict("no-successor"));
            reports.addRecipient(report.id(), next);
        }
        reports.endRecipient(report.id(), gone, clock.instant());
    }
}
