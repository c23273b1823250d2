package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.newsroom.Newsdesk.Held;
import cn.lianxin.newsroom.Newsdesk.Said;
import cn.lianxin.textcheck.Answers;
import cn.lianxin.textcheck.Occasion;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 三审三校: one passes it or sends it back, each for exactly the text that he has read. */
@Component
class ReviewingArticles {

    private static final int MOST_ERRORS = 999;

    private final Newsdesk desk;
    private final Revisions revisions;
    private final CheckingTexts checking;

    ReviewingArticles(Newsdesk desk, Revisions revisions, CheckingTexts checking) {
        this.desk = desk;
        this.revisions = revisions;
        this.checking = checking;
    }

    ReviewingArticles on(Newsdesk other) {
        return new ReviewingArticles(other, revisions, checking);
    }

    /**
     * How a decision comes.
     *
     * @param stage for which it was made; where another one is due by now it is Conflict {@code news-stage-not-due} or {@code news-stage-over}
     * @param within what carries it speaks for this unit and what is below; of others it knows nothing
     * @param through the system of the office that carries it; empty where it is done by hand
     */
    record Way(OptionalInt stage, Optional<UnitId> within, String through) {
        static final Way BY_HAND = new Way(OptionalInt.empty(), Optional.empty(), "");
    }

    /**
     * Conflict {@code news-text-changed} where it is not the text any more that he has read.
     *
     * @param seen digest of what he has read
     * @param errors that he has found in proof
     * @param answers why what the text check found is right
     */
    @Transactional
    void pass(long id, String seen, int errors, Answers answers, Actor.Member by) {
        pass(id, seen, errors, answers, by, Way.BY_HAND);
    }

    /** As {@link #pass(long, String, int, Answers, Actor.Member)}; answers its title. */
    @Transactional
    String pass(long id, String seen, int errors, Answers answers, Actor.Member by, Way way) {
        if (errors < 0 || errors > MOST_ERRORS) {
            throw new Refusal.Violation("errors", "news-errors", MOST_ERRORS);
        }
        var held = desk.hold(id, by);
        mustBeDue(held, way);
        var place = held.article().work().nextPlace();
        var passed = held.article().pass(held.revision(), held.procedure(), held.by(), seen);
        checking.mustSuit(held.article(), held.revision(), Occasion.PASSED, answers, held.by());
        revisions.pass(held.revision(), place, held.by(), errors, desk.now());
        desk.done(passed, held, ArticleDeed.PASSED, new Said(String.valueOf(place), "", way.through()));
        return held.revision().content().title();
    }

    /** What is public and was found by a changed list stays as it is. */
    @Transactional
    void stays(long id, Answers answers, Actor.Member by) {
        var held = desk.hold(id, by);
        if (held.by().roles().isEmpty()
                || held.by().person().equals(held.article().author())) {
            throw new Refusal.NotAllowed("news-not-yours");
        }
        if (!held.article().isPublic() || held.article().work().state() != Working.SETTLED) {
            throw new Refusal.Conflict("news-moved-on");
        }
        checking.stays(held.article(), held.revision(), answers, held.by());
        desk.done(held.article(), held, ArticleDeed.LOOKED_AT, new Said(answers.joined(), ""));
    }

    /** What was out by the fast lane is gone with it; readers are told the reason. */
    @Transactional
    void sendBack(long id, String seen, String reason, Actor.Member by) {
        sendBack(id, seen, reason, by, Way.BY_HAND);
    }

    /** As {@link #sendBack(long, String, String, Actor.Member)}; answers its title. */
    @Transactional
    String sendBack(long id, String seen, String reason, Actor.Member by, Way way) {
        var held = desk.hold(id, by);
        mustBeDue(held, way);
        var why = Said.reasoned(reason);
        var was = held.article().awaitsLast();
        var back = held.article().sendBack(held.revision(), held.procedure(), held.by(), seen, why, desk.now());
        desk.done(
                back,
                held,
                was ? ArticleDeed.TAKEN_DOWN : ArticleDeed.SENT_BACK,
                new Said(why, was ? why : "", way.through()));
        return held.revision().content().title();
    }

    private void mustBeDue(Held held, Way way) {
        var article = held.article();
        if (way.within().filter(unit -> !desk.isBelow(article, unit)).isPresent()) {
            throw new Refusal.NotFound();
        }
        way.stage().ifPresent(stage -> {
            if (stage != article.work().nextPlace()) {
                throw new Refusal.Conflict(
                        stage < article.work().nextPlace() ? "news-stage-over" : "news-stage-not-due", stage);
            }
        });
    }
}
