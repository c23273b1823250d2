package cn.lianxin.verdict;

import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks a worker who has said nothing for his word: three times at most, three, ten and twenty-four days after the answer.
 * No unit can switch it off, and nobody but he learns of it.
 */
@Component
class Reminding {

    static final List<Duration> AFTER = List.of(Duration.ofDays(3), Duration.ofDays(10), Duration.ofDays(24));

    private static final int AT_ONCE = 200;

    private final Answers answers;
    private final Inbox inbox;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Reminding(Answers answers, Inbox inbox, TransactionTemplate transactions, Clock clock) {
        this.answers = answers;
        this.inbox = inbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT30M", initialDelayString = "PT2M")
    void look() {
        remind();
    }

    /** How many were asked. */
    int remind() {
        var asked = 0;
        // The last first, so that whoever missed the earlier ones is not asked three times at once.
        for (var earlier = AFTER.size() - 1; earlier >= 0; earlier--) {
            var round = earlier;
            int done;
            do {
                done = transactions.execute(_ -> remindOnce(round));
                asked += done;
            } while (done == AT_ONCE);
        }
        return asked;
    }

    private int remindOnce(int earlier) {
        var unjudged = answers.unjudged(earlier, AFTER.get(earlier), clock.instant(), AT_ONCE);
        for (var one : unjudged) {
            answers.reminded(one);
            var told = notification(one, earlier);
            inbox.deliver(one.aliased() ? told.hiding() : told);
        }
        return unjudged.size();
    }

    private static Notification notification(Answers.Unjudged one, int earlier) {
        return new Notification(
                one.speaker(),
                "notice.verdict.reminder",
                List.of(one.number()),
                "/concerns/" + one.number() + "#verdict",
                "verdict:%d:%d:%d"
                        .formatted(one.answer().concern(), one.answer().ordinal(), earlier + 1),
                one.inConfidence() ? Notification.Topic.RAISED_IN_CONFIDENCE : Notification.Topic.RAISED,
                Notification.Reach.AS_CHOSEN);
    }
}
