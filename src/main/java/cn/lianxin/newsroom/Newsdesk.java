package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.transparency.PublicLog;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What every activity does around a move: hold the article, know whose hand it is, save it, and write down what was done. */
@Component
class Newsdesk {

    static final int LONGEST_REASON = 500;

    /** One article in one hand. */
    record Held(Article article, Revision revision, Procedure procedure, Hand by) {}

    /**
     * A reason that is kept, and what readers are told.
     *
     * @param through the system of the office that carried it; empty where it was done by hand
     */
    record Said(String reason, String note, String through) {
        static final Said NOTHING = new Said("", "");

        Said(String reason, String note) {
            this(reason, note, "");
        }

        /** Refuses {@code news-reason}. */
        static String reasoned(String reason) {
            return words(reason, "reason", "news-reason");
        }

        /** Refuses {@code news-note}. */
        static String noted(String note) {
            return words(note, "note", "news-note");
        }

        private static String words(String typed, String field, String code) {
            var words = PlainText.block(typed);
            var length = PlainText.lengthOf(words);
            if (length == 0 || length > LONGEST_REASON) {
                throw new Refusal.Violation(field, code, LONGEST_REASON);
            }
            return words;
        }
    }

    private final Articles articles;
    private final Revisions revisions;
    private final Channels channels;
    private final Directory directory;
    private final TellingNewsroom telling;
    private final PublicLog log;
    private final Clock clock;

    Newsdesk(
            Articles articles,
            Revisions revisions,
            Channels channels,
            Directory directory,
            TellingNewsroom telling,
            PublicLog log,
            Clock clock) {
        this.articles = articles;
        this.revisions = revisions;
        this.channels = channels;
        this.directory = directory;
        this.telling = telling;
        this.log = log;
        this.clock = clock;
    }

    Newsdesk on(Clock other) {
        return new Newsdesk(articles, revisions, channels, directory, telling, log, other);
    }

    Instant now() {
        return clock.instant();
    }

    boolean isBelow(Article article, UnitId unit) {
        return directory.covers(unit, article.unit());
    }

    /** NotFound for whoever may not see it. */
    Held open(long id, Actor.Member by) {
        return held(articles.get(id, by), by);
    }

    Held hold(long id, Actor.Member by) {
        return held(articles.hold(id, by), by);
    }

    private Held held(Article article, Actor.Member by) {
        return new Held(
                article,
                revisions.get(article.work().revision()),
                channels.procedureOf(article.channel()),
                Hand.of(by, directory.upwards(article.unit())));
    }

    /** By the installation itself. */
    Held hold(long id) {
        var article = articles.hold(id);
        return new Held(
                article,
                revisions.get(article.work().revision()),
                channels.procedureOf(article.channel()),
                new Hand(article.author(), "", Set.of()));
    }

    void done(Article after, Held before, ArticleDeed deed, Said said) {
        done(after, deed, said, Optional.of(before.by()));
    }

    void done(Article after, ArticleDeed deed, Said said, Optional<Hand> by) {
        articles.save(after);
        write(after, deed, said, by);
        telling.told(after, revisions.get(after.work().revision()), channels.procedureOf(after.channel()), deed);
    }

    void write(Article article, ArticleDeed deed, Said said, Optional<Hand> by) {
        var seen = deed.changesWhatIsPublic(article) ? Optional.of(article.face()) : Optional.<Article.Face>empty();
        var step = revisions.write(
                article.id(),
                article.work().revision(),
                new Revisions.Step(
                        seen.flatMap(Article.Face::changedAt).orElseGet(this::now),
                        deed,
                        by.map(Hand::person),
                        by.map(Hand::name).orElse(""),
                        said.reason(),
                        said.note(),
                        said.through()),
                seen);
        if (seen.isPresent()) {
            if (article.isPublic()) {
                log.enter(
                        ArticlePublications.TEXT,
                        "article-text:" + article.id() + ":" + article.work().revision());
            }
            log.enter(ArticlePublications.ACT, "article:" + article.id() + ":" + step);
        }
    }
}
