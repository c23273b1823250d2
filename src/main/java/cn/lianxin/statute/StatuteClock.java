package cn.lianxin.statute;

import cn.lianxin.identity.RoleHolders;
import cn.lianxin.kernel.Role;
import cn.lianxin.newsroom.WatchedArticles;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** When a newer version of a law is there, the editors of what explains it are told to look again. */
@Component
class StatuteClock {

    private final Statutes statutes;
    private final WatchedArticles articles;
    private final RoleHolders holders;
    private final Inbox inbox;
    private final TransactionTemplate transactions;

    StatuteClock(
            Statutes statutes,
            WatchedArticles articles,
            RoleHolders holders,
            Inbox inbox,
            TransactionTemplate transactions) {
        this.statutes = statutes;
        this.articles = articles;
        this.holders = holders;
        this.inbox = inbox;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT57S")
    void look() {
        statutes.untold().forEach(one -> transactions.executeWithoutResult(_ -> tell(one)));
    }

    private void tell(Explained one) {
        if (!statutes.told(one.id())) {
            return;
        }
        var piece = articles.get(one.article());
        holders.nearestUnitWith(Role.EDITOR, piece.unit())
                .ifPresent(unit -> holders.holders(Role.EDITOR, unit)
                        .forEach(person -> inbox.deliver(new Notification(
                                person,
                                "notice.statute.changed",
                                List.of(piece.title(), one.law()),
                                "/statutes/articles/" + one.article(),
                                "statute:" + one.id() + ":"
                                        + one.newerFrom().map(Object::toString).orElse(""),
                                Notification.Topic.WORK,
                                Notification.Reach.AS_CHOSEN))));
    }
}
