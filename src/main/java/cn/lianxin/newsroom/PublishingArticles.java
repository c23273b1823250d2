package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.Newsdesk.Held;
import cn.lianxin.newsroom.Newsdesk.Said;
import cn.lianxin.reprint.Reprints;
import cn.lianxin.textcheck.Answers;
import cn.lianxin.textcheck.Occasion;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was passed comes out, at once or at its time; and what is out is retracted, taken down or ends, each by its own right. */
@Component
class PublishingArticles {

    private final Newsdesk desk;
    private final CheckingTexts checking;
    private final Reprints reprinting;
    private final Watches watches;

    PublishingArticles(Newsdesk desk, CheckingTexts checking, Reprints reprinting, Watches watches) {
        this.desk = desk;
        this.checking = checking;
        this.reprinting = reprinting;
        this.watches = watches;
    }

    PublishingArticles on(Newsdesk other) {
        return new PublishingArticles(other, checking, reprinting, watches);
    }

    /** @param answers why what the text check found is right */
    @Transactional
    void publish(long id, Answers answers, Actor.Member by) {
        var held = desk.hold(id, by);
        var published = held.article().publish(held.revision(), held.procedure(), held.by(), desk.now());
        if (!reprinting.isPermitted(held.revision().content().reprint(), desk.now())) {
            throw new Refusal.Conflict("news-reprint-over");
        }
        watches.mustLetOut(id);
        checking.mustSuit(held.article(), held.revision(), Occasion.PUBLISHED, answers, held.by());
        out(published, held, Optional.of(held.by()));
    }

    @Transactional
    void schedule(long id, Instant at, Actor.Member by) {
        var held = desk.hold(id, by);
        var scheduled = held.article().schedule(held.procedure(), held.by(), at, desk.now());
        watches.mustLetOut(id);
        desk.done(scheduled, held, ArticleDeed.SCHEDULED, Said.NOTHING);
    }

    @Transactional
    void unschedule(long id, Actor.Member by) {
        var held = desk.hold(id, by);
        desk.done(held.article().unschedule(held.procedure(), held.by()), held, ArticleDeed.UNSCHEDULED, Said.NOTHING);
    }

    /** Its time has come; Conflict where somebody was quicker. Words for which nobody has answered hold it up. */
    @Transactional
    void comeOut(long id) {
        var held = desk.hold(id);
        var published = held.article().comeOut(held.revision(), held.procedure(), desk.now());
        var reprint = held.revision().content().reprint();
        var standsInTheWay = reprinting.isPermitted(reprint, desk.now())
                ? watches.holdsUp(id).or(() -> checking.holdsUp(held.article(), held.revision()))
                : Optional.of(reprint.source());
        if (standsInTheWay.isPresent()) {
            desk.done(
                    held.article().holdUp(), ArticleDeed.HELD_UP, new Said(standsInTheWay.get(), ""), Optional.empty());
            return;
        }
        out(published, held, Optional.empty());
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
