package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.Newsdesk.Said;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 三审三校: one passes it or sends it back, each for exactly the text that he has read. */
@Component
class ReviewingArticles {

    private static final int MOST_ERRORS = 999;

    private final Newsdesk desk;
    private final Revisions revisions;

    ReviewingArticles(Newsdesk desk, Revisions revisions) {
        this.desk = desk;
        this.revisions = revisions;
    }

    ReviewingArticles on(Newsdesk other) {
        return new ReviewingArticles(other, revisions);
    }

    /**
     * Conflict {@code news-text-changed} where it is not the text any more that he has read.
     *
     * @param seen digest of what he has read
     * @param errors that he has found in proof
     */
    @Transactional
    void pass(long id, String seen, int errors, Actor.Member by) {
        if (errors < 0 || errors > MOST_ERRORS) {
            throw new Refusal.Violation("errors", "news-errors", MOST_ERRORS);
        }
        var held = desk.hold(id, by);
        var place = held.article().work().nextPlace();
        var passed = held.article().pass(held.revision(), held.procedure(), held.by(), seen);
        revisions.pass(held.revision(), place, held.by(), errors, desk.now());
        desk.done(passed, held, ArticleDeed.PASSED, new Said(String.valueOf(place), ""));
    }

    /** What was out by the fast lane is gone with it; readers are told the reason. */
    @Transactional
    void sendBack(long id, String seen, String reason, Actor.Member by) {
        var held = desk.hold(id, by);
        var why = Said.reasoned(reason);
        var was = held.article().awaitsLast();
        var back = held.article().sendBack(held.revision(), held.procedure(), held.by(), seen, why, desk.now());
        desk.done(back, held, was ? ArticleDeed.TAKEN_DOWN : ArticleDeed.SENT_BACK, new Said(why, was ? why : ""));
    }
}
