package cn.lianxin.sealed;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.sealed.SealedReport.Recipient;
import cn.lianxin.sealed.SealedStep.Kind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Nobody lets a sealed report lie: whoever answers for it is reminded; when its day has gone by, the next whom the sender
 * named answers for it; after the last of them the supervisor above, where the sender agreed to it. The promised day stays
 * what it was.
 */
@Component
class LateAnswers {

    /** Natural days before the day. */
    static final int REMINDED = 3;

    /** Natural days that each has, once the day has gone by. */
    static final int TURN = 5;

    private final SealedReports reports;
    private final Officers officers;
    private final Inbox inbox;
    private final TransactionTemplate transactions;
    private final Clock clock;

    LateAnswers(SealedReports reports, Officers officers, Inbox inbox, TransactionTemplate transactions, Clock clock) {
        this.reports = reports;
        this.officers = officers;
        this.inbox = inbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    void look() {
        var today = LocalDate.ofInstant(clock.instant(), Screen.ZONE);
        reports.waiting(today.plusDays(REMINDED))
                .forEach(id -> transactions.executeWithoutResult(_ -> look(reports.hold(id), today)));
    }

    private void look(SealedReport report, LocalDate today) {
        if (!report.state().waitsForAnswer()) {
            return;
        }
        if (!isOver(report, today)) {
            tell(report.owner().person(), report, "notice.sealed-due", "due:" + report.dueOn());
            return;
        }
        next(report).ifPresent(next -> {
            tell(report.owner().person(), report, "notice.sealed-late", "late:" + today);
            handOver(report, next);
            tell(next.person(), report, "notice.sealed-yours", "yours:" + today);
        });
    }

    private static boolean isOver(SealedReport report, LocalDate today) {
        return today.isAfter(report.dueOn().plusDays((long) TURN * turns(report)));
    }

    /** How many have let it lie since the day that holds now. */
    private static int turns(SealedReport report) {
        return (int) report.steps().stream()
                .filter(step -> step.kind() == Kind.LATE)
                .filter(step -> LocalDate.ofInstant(step.at(), Screen.ZONE).isAfter(report.dueOn()))
                .count();
    }

    private Optional<Recipient> next(SealedReport report) {
        if (turns(report) + 1 < report.recipients().size()) {
            return Optional.of(report.recipients().get(1));
        }
        return report.climbs() ? officers.above(report.recipients()) : Optional.empty();
    }

    private void handOver(SealedReport report, Recipient next) {
        reports.addRecipient(report.id(), next);
        reports.putFirst(report.id(), next.person());
        reports.add(
                report.id(),
                new SealedStep(
                        Kind.LATE,
                        clock.instant(),
                        Optional.of(next.person()),
                        Optional.of(next.unit()),
                        officers.post(next.person()),
                        "",
                        Optional.empty()));
    }

    private void tell(PersonId person, SealedReport report, String key, String why) {
        inbox.deliver(new Notification(
                person,
                key,
                List.of(report.number()),
                "/sealed-letters/" + report.number(),
                "sealed:" + report.number() + ":" + why,
                Notification.Topic.WORK,
                Notification.Reach.AS_CHOSEN));
    }
}
