package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.newsroom.Newsdesk.Held;
import cn.lianxin.newsroom.Newsdesk.Said;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was passed comes out, at once or at its time; and what is out is retracted, taken down or ends, each by its own right. */
@Component
class PublishingArticles {

    private final Newsdesk desk;

    PublishingArticles(Newsdesk desk) {
        this.desk = desk;
    }

    PublishingArticles on(Newsdesk other) {
        return new PublishingArticles(other);
    }

    @Transactional
    void publish(long id, Actor.Member by) {
        var held = desk.hold(id, by);
        out(
                held.article().publish(held.revision(), held.procedure(), held.by(), desk.now()),
                held,
                Optional.of(held.by()));
    }

    @Transactional
    void schedule(long id, Instant at, Actor.Member by) {
        var held = desk.hold(id, by);
        desk.done(
                held.article().schedule(held.procedure(), held.by(), at, desk.now()),
                held,
                ArticleDeed.SCHEDULED,
                Said.NOTHING);
    }

    @Transactional
    void unschedule(long id, Actor.Member by) {
        var held = desk.hold(id, by);
        desk.done(held.article().unschedule(held.procedure(), held.by()), held, ArticleDeed.UNSCHEDULED, Said.NOTHING);
    }

    /** Its time has come; Conflict where somebody was quicker. */
    @Transactional
    void comeOut(long id) {
        var held = desk.hold(id);
        out(held.article().comeOut(held.revision(), held.procedure(), desk.now()), held, Optional.empty());
    }

    /** Whoever reads a corrected text is told what was put right. */
    private void out(Article after, Held before, Optional<Hand> by) {
        var corrected = before.article().isPublic();
        desk.done(
                after,
                corrected ? ArticleDeed.CORRECTED : ArticleDeed.PUBLISHED,
                new Said("", corrected ? before.revision().reason() : ""),
                by);
    }

    @Transactional
    void retract(long id, String reason, String note, Actor.Member by) {
        var said = new Said(Said.reasoned(reason), Said.noted(note));
        var held = desk.hold(id, by);
        desk.done(
                held.article().retract(held.procedure(), held.by(), said.note(), desk.now()),
                held,
                ArticleDeed.RETRACTED,
                said);
    }

    @Transactional
    void takeDown(long id, String reason, String note, Actor.Member by) {
        var said = new Said(Said.reasoned(reason), Said.noted(note));
        var held = desk.hold(id, by);
        desk.done(
                held.article().takeDown(held.procedure(), held.by(), said.note(), desk.now()),
                held,
                ArticleDeed.TAKEN_DOWN,
                said);
    }

    @Transactional
    void endAt(long id, Instant at, String reason, Actor.Member by) {
        var why = Said.reasoned(reason);
        var held = desk.hold(id, by);
        desk.done(
                held.article().endAt(held.procedure(), held.by(), at, desk.now()),
                held,
                ArticleDeed.EXPIRY_SET,
                new Said(why, ""));
    }

    @Transactional
    void expire(long id) {
        var held = desk.hold(id);
        desk.done(held.article().expire(desk.now()), ArticleDeed.EXPIRED, Said.NOTHING, Optional.empty());
    }
}
