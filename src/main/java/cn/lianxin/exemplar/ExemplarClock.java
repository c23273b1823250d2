package cn.lianxin.exemplar;

import cn.lianxin.newsroom.WatchedArticles;
import java.time.Clock;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** When a notice has run to its end, the article that waited for it is let go of, or its chief editor is told that he has to decide. */
@Component
class ExemplarClock {

    private static final Logger LOG = LoggerFactory.getLogger(ExemplarClock.class);

    private final Exemplars exemplars;
    private final Holding holding;
    private final WatchedArticles articles;
    private final TellingExemplars telling;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ExemplarClock(
            Exemplars exemplars,
            Holding holding,
            WatchedArticles articles,
            TellingExemplars telling,
            TransactionTemplate transactions,
            Clock clock) {
        this.exemplars = exemplars;
        this.holding = holding;
        this.articles = articles;
        this.telling = telling;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT55S")
    void look() {
        exemplars.perhapsFree().forEach(article -> attempt(article, this::letGo));
        exemplars.undecided().forEach(article -> attempt(article, this::askForDecision));
    }

    private void attempt(long article, LongConsumer step) {
        try {
            transactions.executeWithoutResult(_ -> step.accept(article));
        } catch (RuntimeException broken) {
            LOG.error("the article {} about an exemplar is not let go of", article, broken);
        }
    }

    private void askForDecision(long article) {
        holding.settle(article);
        var period = exemplars.find(article).flatMap(holding::period);
        if (period.isPresent() && exemplars.told(article, period.get().upheld())) {
            telling.undecided(
                    articles.get(article), period.get().number(), period.get().upheld());
        }
    }

    private void letGo(long article) {
        if (holding.settle(article)) {
            exemplars
                    .find(article)
                    .ifPresent(exemplar -> telling.free(
                            articles.get(article), exemplar, clock.instant().toString()));
        }
    }
}
