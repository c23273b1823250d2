package cn.lianxin.report;

import cn.lianxin.delivery.MailingFiles;
import cn.lianxin.identity.Members;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * On Monday at eight, and on the first of the month, issues what somebody has subscribed to and owes it to him by mail.
 * However often it runs and on however many nodes, each is owed it once; who may not read it any more gets nothing.
 */
@Component
class IssuingOnTime {

    private final Subscriptions subscriptions;
    private final Issuing issuing;
    private final Readers readers;
    private final Members members;
    private final MailingFiles mailing;
    private final TransactionTemplate transactions;
    private final Clock clock;

    IssuingOnTime(
            Subscriptions subscriptions,
            Issuing issuing,
            Readers readers,
            Members members,
            MailingFiles mailing,
            TransactionTemplate transactions,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.issuing = issuing;
        this.readers = readers;
        this.members = members;
        this.mailing = mailing;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT2M")
    void look() {
        issueWhatIsDue();
    }

    void issueWhatIsDue() {
        var today = LocalDate.ofInstant(clock.instant(), Screen.ZONE);
        for (var kind : List.of(ReportKind.WEEK, ReportKind.MONTH)) {
            var period = Period.around(kind, today).before();
            if (!clock.instant().isBefore(period.due())) {
                subscriptions
                        .unserved(period)
                        .forEach(subscription -> transactions.executeWithoutResult(_ -> serve(subscription, period)));
            }
        }
    }

    private void serve(Subscription subscription, Period period) {
        var mayRead = members.mayAct(subscription.person())
                .filter(member -> readers.keeps(subscription.unit(), member))
                .isPresent();
        if (!mayRead) {
            return;
        }
        var issue = issuing.issueByItself(subscription.unit(), period);
        if (subscriptions.oweOnce(subscription, period)) {
            mailing.owe(subscription.person(), Long.toString(issue.id()));
        }
    }
}
