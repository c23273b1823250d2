package cn.lianxin.exemplar;

import cn.lianxin.disclosure.NoticePeriods;
import cn.lianxin.disclosure.NoticePeriods.Period;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.WatchedArticles;
import cn.lianxin.newsroom.WatchedArticles.Piece;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.transparency.PublicLog;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the chief editor alone does: takes somebody off, and decides what follows from objections that were found right. */
@Component
class DecidingExemplars {

    static final int LONGEST_REASON = 500;

    private final Exemplars exemplars;
    private final WatchedArticles articles;
    private final Holding holding;
    private final TellingExemplars telling;
    private final PublicLog log;
    private final AuditTrail audit;
    private final Clock clock;

    DecidingExemplars(
            Exemplars exemplars,
            WatchedArticles articles,
            Holding holding,
            TellingExemplars telling,
            PublicLog log,
            AuditTrail audit,
            Clock clock) {
        this.exemplars = exemplars;
        this.articles = articles;
        this.holding = holding;
        this.telling = telling;
        this.log = log;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether it is his to decide: the chief editor's who neither wrote it, nor named them, nor is one of them. */
    static boolean decides(Piece piece, Exemplar exemplar, Actor.Member by) {
        return piece.chief()
                && !piece.wrote()
                && !exemplar.markedBy().equals(by.person())
                && exemplar.of(by.person()).isEmpty();
    }

    /**
     * It may come out although objections were found right; readers are told why. Refuses {@code exemplar-decides}, {@code
     * exemplar-decision-early}, {@code exemplar-moved-on}, {@code exemplar-reason}, {@code text-…}.
     *
     * @param seen as many had been found right when he read them
     */
    @Transactional
    void nevertheless(long article, long seen, String reason, Actor.Member by) {
        var piece = piece(article, by);
        var exemplar = get(article);
        if (!decides(piece, exemplar, by)) {
            throw new Refusal.NotAllowed("exemplar-decides");
        }
        var period = undecided(exemplar);
        if (period.upheld() != seen) {
            throw new Refusal.Conflict("exemplar-moved-on");
        }
        var why = words(reason, "decision");
        NoticePeriods.mustRevealNothing(why, "decision");
        var id = decide(article, period, Optional.empty(), why, by);
        log.enter(ExemplarPublications.DECISION, "exemplar-decision:" + id);
        changed(article, "nevertheless", by);
    }

    /**
     * When the article does not name him any more. Refuses {@code exemplar-still-named}, {@code exemplar-not-chief}, {@code
     * exemplar-reason}, and with an answer as {@link #nevertheless}.
     *
     * @param answers whether the objections that were found right were about him, so that nothing is left to decide
     */
    @Transactional
    void takeOff(long article, long subject, String reason, boolean answers, Actor.Member by) {
        var piece = piece(article, by);
        var exemplar = get(article);
        var one = exemplar.subject(subject).orElseThrow(Refusal.NotFound::new);
        if (!piece.chief()) {
            throw new Refusal.NotAllowed("exemplar-not-chief");
        }
        if (answers && !decides(piece, exemplar, by)) {
            throw new Refusal.NotAllowed("exemplar-decides");
        }
        var answered = answers ? Optional.of(undecided(exemplar)) : Optional.<Period>empty();
        var why = words(reason, "reason");
        if ((piece.title() + "\n" + piece.text()).contains(one.name())) {
            throw new Refusal.Conflict("exemplar-still-named");
        }
        exemplars.takeOff(subject, why, by.person(), clock.instant());
        answered.ifPresent(period -> decide(article, period, Optional.of(subject), why, by));
        changed(article, "taken-off", by);
    }

    private Period undecided(Exemplar exemplar) {
        var period = holding.period(exemplar)
                .filter(one -> one.upheld() > exemplar.decided())
                .orElseThrow(() -> new Refusal.Conflict("exemplar-moved-on"));
        if (!period.ran()) {
            throw new Refusal.Conflict("exemplar-decision-early");
        }
        return period;
    }

    private long decide(long article, Period period, Optional<Long> subject, String why, Actor.Member by) {
        return exemplars.decide(article, period.number(), period.upheld(), subject, why, by.person(), clock.instant());
    }

    private void changed(long article, String what, Actor.Member by) {
        audit.record(by, "exemplar." + what, "article:" + article, "");
        if (holding.settle(article)) {
            telling.free(articles.get(article), get(article), clock.instant().toString());
        }
    }

    /** Held by this transaction; for its editors. */
    private Piece piece(long article, Actor.Member by) {
        articles.forEditor(article, by);
        articles.lock(article);
        return articles.forEditor(article, by);
    }

    private Exemplar get(long article) {
        return exemplars.find(article).orElseThrow(Refusal.NotFound::new);
    }

    private static String words(String typed, String field) {
        var words = PlainText.line(typed);
        var length = PlainText.lengthOf(words);
        if (length == 0 || length > LONGEST_REASON) {
            throw new Refusal.Violation(field, "exemplar-reason", LONGEST_REASON);
        }
        return words;
    }
}
