package cn.lianxin.foresight;

import cn.lianxin.delivery.MailingFiles;
import cn.lianxin.identity.Members;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.platform.web.Words;
import cn.lianxin.silence.Listening;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * On Monday at seven owes the digest to those who want it, once, however often it looks and on however many nodes. That there
 * is nothing unusual it says once, and then no more until there is something again.
 */
@Component
class DigestOnTime {

    private static final LocalTime HOUR = LocalTime.of(7, 0);

    private final Subscriptions subscriptions;
    private final Outlooks outlooks;
    private final Listening listening;
    private final Members members;
    private final MailingFiles mailing;
    private final TransactionTemplate transactions;
    private final Words words;
    private final Clock clock;

    DigestOnTime(
            Subscriptions subscriptions,
            Outlooks outlooks,
            Listening listening,
            Members members,
            MailingFiles mailing,
            TransactionTemplate transactions,
            MessageSource messages,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.outlooks = outlooks;
        this.listening = listening;
        this.members = members;
        this.mailing = mailing;
        this.transactions = transactions;
        this.words = new Words(messages, Locale.SIMPLIFIED_CHINESE);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT2M")
    void look() {
        oweWhatIsDue();
    }

    void oweWhatIsDue() {
        var monday = listening.monday();
        var due = monday.atTime(HOUR).atZone(Screen.ZONE).toInstant();
        if (!clock.instant().isBefore(due)) {
            listening.look();
            subscriptions
                    .unserved(monday, due)
                    .forEach(person -> transactions.executeWithoutResult(_ -> serve(monday, person)));
        }
    }

    private void serve(LocalDate monday, PersonId person) {
        members.mayAct(person).filter(Places::looks).ifPresent(member -> {
            var quiet = outlooks.digest(member, words).quiet();
            var owed = !quiet || !subscriptions.wasQuiet(person, monday);
            if (subscriptions.serveOnce(monday, person, quiet, owed) && owed) {
                mailing.owe(person, MailedDigests.KEY + monday);
            }
        });
    }
}
