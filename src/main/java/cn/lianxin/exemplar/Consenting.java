package cn.lianxin.exemplar;

import cn.lianxin.exemplar.Exemplar.Subject;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.WatchedArticles;
import cn.lianxin.platform.audit.AuditTrail;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever is held up says yes, or takes it back; only he himself, never a deputy, and no reason is asked. */
@Component
class Consenting {

    private final Exemplars exemplars;
    private final WatchedArticles articles;
    private final Holding holding;
    private final TellingExemplars telling;
    private final AuditTrail audit;
    private final Clock clock;

    Consenting(
            Exemplars exemplars,
            WatchedArticles articles,
            Holding holding,
            TellingExemplars telling,
            AuditTrail audit,
            Clock clock) {
        this.exemplars = exemplars;
        this.articles = articles;
        this.holding = holding;
        this.telling = telling;
        this.audit = audit;
        this.clock = clock;
    }

    Consenting on(Clock other) {
        return new Consenting(exemplars, articles, holding, telling, audit, other);
    }

    /** Twice is once. */
    @Transactional
    public void consent(long article, Actor.Member by) {
        var own = own(article, by);
        if (own.consents()) {
            return;
        }
        say(own, ConsentDeed.GIVEN, by);
        audit.record(by, "exemplar.consented", "article:" + article, "");
        if (holding.settle(article)) {
            telling.free(articles.get(article), get(article), clock.instant().toString());
        }
    }

    /** Also after it came out: taking it down is then the work of those who keep it. */
    @Transactional
    void withdraw(long article, Actor.Member by) {
        var own = own(article, by);
        if (own.hasWithdrawn()) {
            return;
        }
        say(own, ConsentDeed.WITHDRAWN, by);
        audit.record(by, "exemplar.withdrawn", "article:" + article, "");
        holding.settle(article);
        telling.withdrawn(articles.get(article), get(article), own.id() + ":" + clock.instant());
    }

    private void say(Subject own, ConsentDeed deed, Actor.Member by) {
        exemplars.say(own.id(), deed, by.person(), "", Optional.empty(), clock.instant());
    }

    /** Held by this transaction. NotFound for whoever is not named. */
    private Subject own(long article, Actor.Member by) {
        if (get(article).of(by.person()).isEmpty()) {
            throw new Refusal.NotFound();
        }
        articles.lock(article);
        return get(article).of(by.person()).orElseThrow(Refusal.NotFound::new);
    }

    private Exemplar get(long article) {
        return exemplars.find(article).orElseThrow(Refusal.NotFound::new);
    }
}
