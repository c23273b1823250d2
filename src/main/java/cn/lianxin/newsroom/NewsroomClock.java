package cn.lianxin.newsroom;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.Newsdesk.Said;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** When a second has come: what is scheduled comes out and what ends ends, once, also after the house was dark. */
@Component
class NewsroomClock {

    private static final Logger LOG = LoggerFactory.getLogger(NewsroomClock.class);

    private final Articles articles;
    private final PublishingArticles publishing;
    private final Newsdesk desk;
    private final TransactionTemplate transactions;
    private final Clock clock;

    NewsroomClock(
            Articles articles,
            PublishingArticles publishing,
            Newsdesk desk,
            TransactionTemplate transactions,
            Clock clock) {
        this.articles = articles;
        this.publishing = publishing;
        this.desk = desk;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT30S")
    void look() {
        var now = clock.instant();
        articles.due(now).forEach(id -> attempt(id, publishing::comeOut));
        articles.over(now).forEach(id -> attempt(id, publishing::expire));
        articles.lastOverdue(now)
                .forEach(id -> attempt(id, one -> transactions.executeWithoutResult(_ -> tellOverdue(one))));
    }

    private void tellOverdue(long id) {
        var held = desk.hold(id);
        if (held.article().awaitsLast()) {
            articles.lastTold(id);
            desk.done(held.article(), ArticleDeed.LAST_OVERDUE, Said.NOTHING, Optional.empty());
        }
    }

    /** Of several servers one was quicker; one that cannot come out keeps no other. */
    private static void attempt(long id, LongConsumer deed) {
        try {
            deed.accept(id);
        } catch (Refusal refused) {
            LOG.info("article {} has moved on meanwhile", id, refused);
        } catch (RuntimeException broken) {
            LOG.error("article {} does not move", id, broken);
        }
    }
}
