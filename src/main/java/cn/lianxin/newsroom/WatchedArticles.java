package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Articles for the rooms that watch over them, and what they hold. */
@Component
public class WatchedArticles {

    /**
     * An article as it is worked on.
     *
     * @param text in the marks of {@link Block}
     * @param chief whether whoever asked is its chief editor
     * @param wrote whether whoever asked wrote it, or its newest text
     * @param awaited whether it may still come out
     */
    public record Piece(
            long id,
            String title,
            String byline,
            String text,
            UnitId unit,
            boolean isPublic,
            boolean awaited,
            boolean chief,
            boolean wrote) {}

    private final Newsdesk desk;
    private final Articles articles;
    private final Revisions revisions;
    private final JdbcClient database;
    private final Clock clock;

    WatchedArticles(Newsdesk desk, Articles articles, Revisions revisions, JdbcClient database, Clock clock) {
        this.desk = desk;
        this.articles = articles;
        this.revisions = revisions;
        this.database = database;
        this.clock = clock;
    }

    /** NotFound for whoever is not an editor above its unit. */
    public Piece forEditor(long article, Actor.Member by) {
        var held = desk.open(article, by);
        if (held.by().roles().isEmpty()) {
            throw new Refusal.NotFound();
        }
        return piece(
                held.article(),
                held.by().roles().contains(Role.CHIEF_EDITOR),
                by.person().equals(held.article().author())
                        || by.person().equals(held.revision().writtenBy()));
    }

    /** For whoever else the asking room answers for. */
    public Piece get(long article) {
        return piece(articles.find(article), false, false);
    }

    private Piece piece(Article article, boolean chief, boolean wrote) {
        var content = revisions.get(article.work().revision()).content();
        return new Piece(
                article.id(),
                content.title(),
                content.byline(),
                Span.said(content.text()),
                article.unit(),
                article.isPublic(),
                article.face().standing() == Standing.UNPUBLISHED
                        && article.work().state() != Working.WITHDRAWN,
                chief,
                wrote);
    }

    /** Nobody moves it until this transaction is over: what is decided about it then holds. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(long article) {
        articles.hold(article);
    }

    /** From now on nothing new of it comes out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(long article, String room) {
        lock(article);
        Instant now = clock.instant();
        database.sql("""
                insert into newsroom.hold (article, room, since) values (:article, :room, :since) on conflict do nothing
                """)
                .param("article", article)
                .param("room", room)
                .param("since", Articles.time(now))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void letGo(long article, String room) {
        database.sql("delete from newsroom.hold where article = :article and room = :room")
                .param("article", article)
                .param("room", room)
                .update();
    }
}
